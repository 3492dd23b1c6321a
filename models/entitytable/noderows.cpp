// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/entitytable/noderows.h"

#include "models/sayingtext.h"

#include <cmath>

namespace graticule {

NodeRows::NodeRows()
    : EntityRows(EntityKind::Node)
    , m_platform(fieldOf("platform"))
    , m_cpu(fieldOf("cpu"))
    , m_memory(fieldOf("memory"))
    , m_storage(fieldOf("storage"))
    , m_load(fieldOf("load"))
    , m_up(fieldOf("up"))
{
    for (int condition = 0; condition <= int(Condition::Maintenance); ++condition)
        addState(StateText::look(Condition(condition)));
}

void NodeRows::readAll(const FleetTables &tables)
{
    tables.nodes.forEachItem([&](const auto &node) { put(node, tables); });
}

void NodeRows::applyOwn(const FleetChange &change)
{
    for (const EntityId &id : change.delta.nodes.removed) {
        if (const int row = rowOf(id); row >= 0) {
            m_places.remove(m_places.first(row));
            setThere(row, false);
        }
    }
    for (const auto &node : change.delta.nodes.upserted)
        put(node, change.after->tables);
}

void NodeRows::put(const std::shared_ptr<const Node> &node, const FleetTables &tables)
{
    const int row = seat(node->id);
    if (size_t(row) >= m_nodes.size())
        m_nodes.resize(size_t(row) + 1);
    const int part = m_places.first(row);
    const auto &was = m_nodes[size_t(row)];
    if (part != kNone && (was->site != node->site || was->feed != node->feed))
        m_places.remove(part);
    if (m_places.first(row) == kNone)
        m_places.add(row, node->site, node->feed, {}, tables);
    m_nodes[size_t(row)] = node;
    setThere(row, true);
}

void NodeRows::fill(int row)
{
    const Node &node = *m_nodes[size_t(row)];
    // Of a node that is down nothing is used, nor known.
    const auto share = [&](const Usage &usage) {
        return usage.isMeasured() && node.condition != Condition::Down ? usage.used / usage.total : std::nan("");
    };
    setName(row, node.name);
    setShared(m_platform, row, node.platform);
    setFigure(m_cpu, row, share(node.cpu));
    setFigure(m_memory, row, share(node.memory));
    setFigure(m_storage, row, share(node.storage));
    setFigure(m_load, row, node.load1 < 0 ? std::nan("") : node.load1);
    // Longest up first, whatever the time is: what booted earliest has the largest number.
    setFigure(m_up, row, node.bootedAt == kNever ? std::nan("") : 1e15 - double(toMs(node.bootedAt)));
}

NodeRows::PartState NodeRows::partState(int part) const
{
    const Node &node = *m_nodes[size_t(m_places.part(part).row)];
    return {StateText::look(node.condition), int(node.condition), SayingText::ofPhrase(node.conditionText)};
}

QString NodeRows::figureText(int field, int row, const format::Units &, Instant now) const
{
    if (field == m_load)
        return format::decimal(figure(field, row));
    if (field == m_up)
        return format::age(m_nodes[size_t(row)]->bootedAt, now);
    return format::percent(figure(field, row));
}

QString NodeRows::unmeasuredText(int field, int row) const
{
    const Node &node = *m_nodes[size_t(row)];
    const Usage usage = field == m_cpu       ? node.cpu
                        : field == m_memory  ? node.memory
                        : field == m_storage ? node.storage
                                             : Usage();
    return usage.requested ? format::usedShare(usage) : format::missing();
}

QString NodeRows::whyNowhere() const
{
    return {};
}

} // namespace graticule
