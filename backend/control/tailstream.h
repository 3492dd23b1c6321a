// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/controlchannel.h"
#include "backend/control/tailcodec.h"

#include <QObject>

#include <functional>
#include <memory>

namespace graticule {

/// One Tail call: the samples of another keeper, part by part. Messages are decoded in gRPC's threads; the next one is
/// read when the one before was taken, so that who is slow is sent fewer and larger ones.
///
/// Does not reconnect: `ended` comes once, and the owner decides. Destroying the stream cancels the call; nothing is
/// called afterwards. Start and destroy in @p receiver's thread, which must not be a GUI thread.
class TailStream
{
public:
    using Taken = std::function<void(const SampleTail::Part &part, const TailPlace &reached)>;
    /// An Error without text when the keeper ended it in order.
    using Ended = std::function<void(const Error &why)>;

    TailStream(std::shared_ptr<ControlChannel> channel, const TailPlace &place, QObject *receiver, Taken taken,
               Ended ended);
    ~TailStream();
    TailStream(const TailStream &) = delete;
    TailStream &operator=(const TailStream &) = delete;

private:
    class Reactor;
    std::shared_ptr<Reactor> m_reactor;
};

} // namespace graticule
