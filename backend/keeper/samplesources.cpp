// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/samplesources.h"

#include <algorithm>

namespace graticule {
namespace {

/// `<connection>/<kind>/<uid>`; declared ones are `<kind>:<label>`.
bool isDeclared(const EntityId &entity)
{
    const qsizetype colon = entity.utf8().indexOf(':');
    const qsizetype slash = entity.utf8().indexOf('/');
    return colon >= 0 && (slash < 0 || colon < slash);
}

} // namespace

void SampleSources::note(const EntityId &connection, const QList<Sample> &samples)
{
    const EntityId *last = nullptr; // samples of an entity come together
    for (const Sample &sample : samples) {
        if ((last && *last == sample.entity) || !isDeclared(sample.entity))
            continue;
        last = &sample.entity;
        QList<EntityId> &known = m_noted[sample.entity];
        if (!known.contains(connection))
            known.append(connection);
    }
}

/// A link that a keeper measures is `<keeper>/link/<connection>/<kind of probe>`.
EntityId SampleSources::saidById(const EntityId &entity) const
{
    const Table<Connection> &connections = m_fleet.tables().connections;
    const QList<QByteArray> parts = entity.utf8().split('/');
    if (const EntityId first(parts.value(0)); connections.contains(first))
        return first;
    const EntityId third(parts.value(2));
    return parts.value(1) == "link" && connections.contains(third) ? third : EntityId();
}

QStringList SampleSources::of(const EntityId &entity) const
{
    QStringList result;
    if (const EntityId known = saidById(entity); !known.isEmpty())
        return {known.toString()};
    QList<EntityId> all = m_noted.value(entity);
    if (all.isEmpty()) {
        for (const EntityId &source : m_fleet.sourcesOf(entity)) {
            if (m_fleet.tables().connections.contains(source))
                all.append(source);
        }
    }
    for (const EntityId &one : std::as_const(all))
        result.append(one.toString());
    result.sort();
    return result;
}

} // namespace graticule
