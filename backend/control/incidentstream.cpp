// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/incidentstream.h"

#include "backend/control/pacedread.h"
#include "backend/control/valuecodec.h"

#include <control.grpc.pb.h>

#include <algorithm>

namespace graticule {
namespace v1 = control::v1;

namespace {

IncidentPart partOf(const v1::ExportReply &reply)
{
    IncidentPart part;
    part.data = QByteArray(reply.data().data(), qsizetype(reply.data().size()));
    part.permille = int(std::min<quint32>(reply.permille(), 1000));
    part.step = QString::fromStdString(reply.step());
    part.expected = reply.expected();
    part.finished = reply.finished();
    return part;
}

} // namespace

class IncidentStream::Reactor : public PacedRead<v1::History, v1::ExportRequest, v1::ExportReply, IncidentPart>
{
    using PacedRead::PacedRead;
};

IncidentStream::IncidentStream(std::shared_ptr<ControlChannel> channel, const IncidentOrder &order, QObject *receiver,
                               Taken taken, Ended ended)
    : m_reactor(std::make_shared<Reactor>(std::move(channel), receiver, &partOf, std::move(taken), std::move(ended)))
{
    v1::ExportRequest request;
    encode(order.span, request.mutable_span());
    for (const QString &site : order.sites)
        request.add_sites(site.toStdString());
    for (const QString &service : order.services)
        request.add_services(service.toStdString());
    using Async = class v1::History::Stub::async;
    m_reactor->start(&Async::Export, std::move(request));
}

IncidentStream::~IncidentStream()
{
    m_reactor->close();
}

} // namespace graticule
