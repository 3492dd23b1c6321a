// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/deltacodec.h"

#include <control.pb.h>

namespace graticule {
namespace v1 = control::v1;
namespace {

/// Fills messages and hands each on when it is full.
class Packer
{
public:
    explicit Packer(const std::function<void(ReplyMessage, bool)> &out)
        : m_out(out)
    {
    }

    template<class T, class Field>
    void pack(const Changes<T> &changes, Field *(v1::Delta::*add)(), void (v1::Delta::*addRemoved)(std::string &&))
    {
        for (const auto &item : changes.upserted) {
            Field *field = (next().*add)();
            encode(*item, field);
            m_bytes += field->ByteSizeLong();
        }
        for (const EntityId &id : changes.removed) {
            (next().*addRemoved)(id.utf8().toStdString());
            m_bytes += size_t(id.utf8().size());
        }
    }
    void finish() { m_out(std::move(m_message), true); }

private:
    v1::Delta &next()
    {
        if (m_items >= kMostItemsPerMessage || m_bytes >= kMostBytesPerMessage) {
            m_out(std::exchange(m_message, ReplyMessage()), false);
            m_items = 0;
            m_bytes = 0;
        }
        ++m_items;
        return *m_message->mutable_delta();
    }

    const std::function<void(ReplyMessage, bool)> &m_out;
    ReplyMessage m_message;
    size_t m_items = 0;
    size_t m_bytes = 0;
};

template<class T, class Field>
void unpack(EntityDecoder &decoder, const google::protobuf::RepeatedPtrField<Field> &items,
            const google::protobuf::RepeatedPtrField<std::string> &removed, Changes<T> &to)
{
    to.upserted.reserve(size_t(items.size()));
    for (const Field &item : items) {
        if (!item.id().empty())
            to.upsert(decoder.decode(item));
    }
    to.removed.reserve(size_t(removed.size()));
    for (const std::string &id : removed)
        to.removed.push_back(decoder.id(id));
}

} // namespace

void encode(const FleetDelta &delta, const std::function<void(ReplyMessage, bool)> &message)
{
    Packer packer(message);
    packer.pack(delta.connections, &v1::Delta::add_connections, &v1::Delta::add_removed_connections);
    packer.pack(delta.feeds, &v1::Delta::add_feeds, &v1::Delta::add_removed_feeds);
    packer.pack(delta.sites, &v1::Delta::add_sites, &v1::Delta::add_removed_sites);
    packer.pack(delta.nodes, &v1::Delta::add_nodes, &v1::Delta::add_removed_nodes);
    packer.pack(delta.services, &v1::Delta::add_services, &v1::Delta::add_removed_services);
    packer.pack(delta.placements, &v1::Delta::add_placements, &v1::Delta::add_removed_placements);
    packer.pack(delta.assets, &v1::Delta::add_assets, &v1::Delta::add_removed_assets);
    packer.pack(delta.replicas, &v1::Delta::add_replicas, &v1::Delta::add_removed_replicas);
    packer.pack(delta.links, &v1::Delta::add_links, &v1::Delta::add_removed_links);
    packer.pack(delta.verdicts, &v1::Delta::add_verdicts, &v1::Delta::add_removed_verdicts);
    packer.finish();
}

FleetDelta decode(EntityDecoder &decoder, const v1::Delta &from)
{
    FleetDelta to;
    unpack(decoder, from.connections(), from.removed_connections(), to.connections);
    unpack(decoder, from.feeds(), from.removed_feeds(), to.feeds);
    unpack(decoder, from.sites(), from.removed_sites(), to.sites);
    unpack(decoder, from.nodes(), from.removed_nodes(), to.nodes);
    unpack(decoder, from.services(), from.removed_services(), to.services);
    unpack(decoder, from.placements(), from.removed_placements(), to.placements);
    unpack(decoder, from.assets(), from.removed_assets(), to.assets);
    unpack(decoder, from.replicas(), from.removed_replicas(), to.replicas);
    unpack(decoder, from.links(), from.removed_links(), to.links);
    unpack(decoder, from.verdicts(), from.removed_verdicts(), to.verdicts);
    return to;
}

} // namespace graticule
