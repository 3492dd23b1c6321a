// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/replymessage.h"

#include <control.pb.h>

namespace graticule {
namespace {

google::protobuf::ArenaOptions options()
{
    google::protobuf::ArenaOptions result;
    result.start_block_size = 1024; // a beat has a few bytes
    result.max_block_size = 256 * 1024;
    return result;
}

} // namespace

ReplyMessage::ReplyMessage()
    : m_arena(std::make_unique<google::protobuf::Arena>(options()))
    , m_reply(google::protobuf::Arena::CreateMessage<control::v1::WatchReply>(m_arena.get()))
{
}

ReplyMessage::ReplyMessage(ReplyMessage &&other) noexcept = default;
ReplyMessage &ReplyMessage::operator=(ReplyMessage &&other) noexcept = default;
ReplyMessage::~ReplyMessage() = default;

} // namespace graticule
