// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/recordcalls.h"

#include "backend/control/clientcalls.h"

#include <records.grpc.pb.h>

namespace graticule {
namespace v1 = control::v1;
namespace {

constexpr Milliseconds kLongest{600'000}; // a record of a hundred gigabytes

using Async = class v1::Records::Stub::async;

} // namespace

void RecordCalls::list(QObject *context, const ActQuery &query, std::function<void(const ActsPart &)> part) const
{
    v1::ListActsRequest request;
    encode(query, &request);
    using Reader = ProgressReader<v1::Records, v1::ListActsRequest, v1::ListActsReply, ActsPart>;
    auto *reader = new Reader(m_channel, context, std::move(request), std::move(part)); // deletes itself at the end
    reader->start(&Async::List);
}

void RecordCalls::verify(QObject *context, std::function<void(const CheckProgress &)> progress) const
{
    using Reader = ProgressReader<v1::Records, v1::VerifyRecordRequest, v1::VerifyRecordReply, CheckProgress>;
    auto *reader = new Reader(m_channel, context, {}, std::move(progress)); // deletes itself at the end
    reader->start(&Async::Verify, kLongest);
}

void RecordCalls::eraseName(QObject *context, const QString &name, ControlCalls::Reply<QStringList> done) const
{
    v1::EraseNameRequest request;
    request.set_name(name.toStdString());
    const UnaryMethod<Async, v1::EraseNameRequest, v1::EraseNameReply> method = &Async::EraseName;
    unary<v1::Records, QStringList, v1::EraseNameRequest, v1::EraseNameReply>(
        m_channel, context, method, request,
        [](const v1::EraseNameReply &reply) {
            QStringList pseudonyms;
            for (const std::string &one : reply.pseudonyms())
                pseudonyms.append(QString::fromStdString(one));
            return pseudonyms;
        },
        std::move(done));
}

} // namespace graticule
