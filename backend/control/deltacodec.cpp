// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/deltacodec.h"

#include <control.pb.h>

#include <algorithm>
#include <span>

namespace graticule {
namespace v1 = control::v1;
namespace {

/// Fills messages and hands each on when it is full.
class Packer
{
public:
    Packer(const std::function<void(ReplyMessage, bool)> &out, ToldSites *told)
        : m_out(out)
        , m_told(told)
    {
    }

    template<class T, class Field>
    void pack(const Changes<T> &changes, Field *(v1::Delta::*add)(), void (v1::Delta::*addRemoved)(std::string &&))
    {
        for (size_t at = 0; at < changes.upserted.size(); ++at) {
            const std::shared_ptr<const T> &item = changes.upserted[at];
            if (at % kAtOnce == 0)
                lookAhead(
                    std::span(changes.upserted).subspan(at).first(std::min(kAtOnce, changes.upserted.size() - at)));
            if (isStep(item))
                continue;
            Field *field = (next().*add)();
            encode(*item, field);
            m_bytes += field->ByteSizeLong();
            number(item);
        }
        for (const EntityId &id : changes.removed) {
            (next().*addRemoved)(id.utf8().toStdString());
            m_bytes += size_t(id.utf8().size());
        }
    }
    void packSites(const Changes<Site> &sites)
    {
        pack(sites, &v1::Delta::add_sites, &v1::Delta::add_removed_sites);
        if (!m_told)
            return;
        for (const EntityId &id : sites.removed) // after all others: nobody in this difference takes a number over
            m_told->removed(id);
    }
    void finish() { m_out(std::move(m_message), true); }

private:
    static constexpr size_t kAtOnce = 16;

    template<class T> void lookAhead(std::span<const std::shared_ptr<const T>>) {}
    void lookAhead(std::span<const std::shared_ptr<const Site>> sites)
    {
        if (m_told)
            m_told->lookAhead(sites);
    }
    template<class T> bool isStep(const std::shared_ptr<const T> &) { return false; }
    bool isStep(const std::shared_ptr<const Site> &site)
    {
        if (!m_told)
            return false;
        handOnWhenFull();
        if (!m_told->step(site, m_message->mutable_delta(), m_bytes))
            return false;
        ++m_steps;
        return true;
    }
    template<class T> void number(const std::shared_ptr<const T> &) {}
    void number(const std::shared_ptr<const Site> &site)
    {
        if (m_told)
            m_message->mutable_delta()->add_site_numbers(m_told->told(site));
    }
    v1::Delta &next()
    {
        handOnWhenFull();
        ++m_items;
        return *m_message->mutable_delta();
    }
    void handOnWhenFull()
    {
        if (m_items < kMostItemsPerMessage && m_steps < kMostStepsPerMessage && m_bytes < kMostBytesPerMessage)
            return;
        m_out(std::exchange(m_message, ReplyMessage()), false);
        m_items = 0;
        m_steps = 0;
        m_bytes = 0;
    }

    const std::function<void(ReplyMessage, bool)> &m_out;
    ToldSites *m_told;
    ReplyMessage m_message;
    size_t m_items = 0;
    int m_steps = 0;
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

void encode(const FleetDelta &delta, const std::function<void(ReplyMessage, bool)> &message, ToldSites *told)
{
    Packer packer(message, told);
    packer.pack(delta.connections, &v1::Delta::add_connections, &v1::Delta::add_removed_connections);
    packer.pack(delta.feeds, &v1::Delta::add_feeds, &v1::Delta::add_removed_feeds);
    packer.packSites(delta.sites);
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

std::optional<FleetDelta> decode(EntityDecoder &decoder, HeardSites &heard, const v1::Delta &from)
{
    FleetDelta to = decode(decoder, from);
    auto site = to.sites.upserted.cbegin();
    for (int i = 0; i < std::min(from.sites_size(), from.site_numbers_size()); ++i) {
        if (!from.sites(i).id().empty()) // else it was skipped
            heard.heard(from.site_numbers(i), *site++);
    }
    if (from.has_site_steps() && !heard.step(decoder, from.site_steps(), to.sites))
        return std::nullopt;
    return to;
}

} // namespace graticule
