// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

namespace google::protobuf {
class Arena;
}
namespace graticule::control::v1 {
class WatchReply;
}

namespace graticule {

/// A reply of Watch together with the memory of all its parts: a full one has some ten thousand of them, too many to
/// be allocated and freed one by one. Its parts must not be swapped with those of another. Moved from it is empty.
class ReplyMessage
{
public:
    ReplyMessage();
    ReplyMessage(ReplyMessage &&other) noexcept;
    ReplyMessage &operator=(ReplyMessage &&other) noexcept;
    ~ReplyMessage();

    control::v1::WatchReply &operator*() const { return *m_reply; }
    control::v1::WatchReply *operator->() const { return m_reply; }

private:
    std::unique_ptr<google::protobuf::Arena> m_arena;
    control::v1::WatchReply *m_reply = nullptr; ///< in the arena
};

} // namespace graticule
