// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/entitytable/assetrows.h"

#include "models/sayingtext.h"

#include <cmath>

namespace graticule {

AssetRows::AssetRows()
    : EntityRows(EntityKind::Asset)
    , m_class(fieldOf("class"))
    , m_owner(fieldOf("owner"))
    , m_copies(fieldOf("copies"))
    , m_size(fieldOf("size"))
    , m_lag(fieldOf("lag"))
{
    for (int state = 0; state <= int(ReplicaState::Broken); ++state)
        addState(StateText::look(ReplicaState(state)));
}

void AssetRows::readAll(const FleetTables &tables)
{
    tables.assets.forEachItem([this](const auto &asset) { put(asset); });
    m_parts.reserve(tables.replicas.size());
    tables.replicas.forEachItem([&](const auto &replica) { put(replica, tables); });
}

void AssetRows::applyOwn(const FleetChange &change)
{
    for (const EntityId &id : change.delta.replicas.removed)
        dropReplica(id);
    for (const EntityId &id : change.delta.assets.removed) {
        if (const int row = rowOf(id); row >= 0)
            setThere(row, false);
    }
    for (const auto &asset : change.delta.assets.upserted)
        put(asset);
    for (const auto &replica : change.delta.replicas.upserted)
        put(replica, change.after->tables);
}

void AssetRows::put(const std::shared_ptr<const Asset> &asset)
{
    const int row = seat(asset->id);
    if (size_t(row) >= m_assets.size())
        m_assets.resize(size_t(row) + 1);
    m_assets[size_t(row)] = asset;
    setThere(row, true);
}

void AssetRows::put(const std::shared_ptr<const Replica> &replica, const FleetTables &tables)
{
    if (const auto known = m_parts.constFind(replica->id); known != m_parts.cend()) {
        const auto &was = m_replicas[size_t(*known)];
        if (was->asset == replica->asset && was->site == replica->site && was->feed == replica->feed) {
            touch(m_places.part(*known).row);
            m_replicas[size_t(*known)] = replica;
            return;
        }
        dropReplica(replica->id);
    }
    const int row = seat(replica->asset);
    const int part = m_places.add(row, replica->site, replica->feed, {}, tables);
    if (size_t(part) >= m_replicas.size())
        m_replicas.resize(size_t(part) + 1);
    m_replicas[size_t(part)] = replica;
    m_parts.insert(replica->id, part);
    touch(row);
}

void AssetRows::dropReplica(const EntityId &id)
{
    const auto found = m_parts.constFind(id);
    if (found == m_parts.cend())
        return;
    touch(m_places.part(*found).row);
    m_places.remove(*found);
    m_replicas[size_t(*found)].reset();
    m_parts.erase(found);
}

/// As large as its largest copy, as far behind as the one that is most.
void AssetRows::fill(int row)
{
    const Asset &asset = *m_assets[size_t(row)];
    setName(row, asset.name);
    setShared(m_class, row, asset.classification);
    setShared(m_owner, row, asset.owner);
    int copies = 0;
    double size = -1;
    double lag = -1;
    for (int part = m_places.first(row); part != kNone; part = m_places.next(part)) {
        const Replica &replica = *m_replicas[size_t(part)];
        ++copies;
        size = std::max(size, double(replica.bytes));
        lag = std::max(lag, replica.lagMs);
    }
    setFigure(m_copies, row, copies);
    setFigure(m_size, row, size < 0 ? std::nan("") : size);
    setFigure(m_lag, row, lag < 0 ? std::nan("") : lag);
}

AssetRows::PartState AssetRows::partState(int part) const
{
    const Replica &replica = *m_replicas[size_t(part)];
    QString why = SayingText::ofPhrase(replica.stateText);
    if (why.isEmpty() && replica.state == ReplicaState::Lagging && replica.lagMs > 0)
        why = QCoreApplication::translate("graticule::EntityFields", "%1 behind")
                  .arg(format::milliseconds(replica.lagMs));
    if (!why.isEmpty())
        why.prepend(m_places.siteName(part) + QStringLiteral(": "));
    return {StateText::look(replica.state), int(replica.state), why};
}

QString AssetRows::figureText(int field, int row, const format::Units &units, Instant) const
{
    const double value = figure(field, row);
    if (field == m_size)
        return format::bytes(value, units);
    return field == m_lag ? format::milliseconds(value) : format::number(qint64(value));
}

QString AssetRows::whyNowhere() const
{
    return QCoreApplication::translate("graticule::EntityFields", "no copy is known");
}

} // namespace graticule
