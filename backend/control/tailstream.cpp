// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/tailstream.h"

#include "backend/control/pacedread.h"

#include <control.grpc.pb.h>

namespace graticule {
namespace v1 = control::v1;

namespace {

struct TailPart
{
    SampleTail::Part part;
    TailPlace reached;
};

} // namespace

class TailStream::Reactor : public PacedRead<v1::Control, v1::TailRequest, v1::TailReply, TailPart>
{
    using PacedRead::PacedRead;
};

TailStream::TailStream(std::shared_ptr<ControlChannel> channel, const TailPlace &place, QObject *receiver, Taken taken,
                       Ended ended)
{
    const auto decode = [target = channel->address().target,
                         decoder = std::make_shared<TailDecoder>()](const v1::TailReply &reply) -> Result<TailPart> {
        std::optional<SampleTail::Part> part = decoder->decode(reply);
        if (part)
            return TailPart{*std::move(part), {reply.epoch(), reply.next()}};
        return Error{ErrorKind::Malformed, Fault::Endpoint,
                     QStringLiteral("The keeper at %1 sent samples of series that it had not named.").arg(target),
                     Milliseconds(0)};
    };
    m_reactor = std::make_shared<Reactor>(
        std::move(channel), receiver, decode,
        [taken = std::move(taken)](const TailPart &part) { taken(part.part, part.reached); }, std::move(ended));
    v1::TailRequest request;
    request.set_epoch(place.epoch);
    request.set_next(place.next);
    using Async = class v1::Control::Stub::async;
    m_reactor->start(&Async::Tail, std::move(request));
}

TailStream::~TailStream()
{
    m_reactor->close();
}

} // namespace graticule
