// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/verbs/listing.h"

#include <algorithm>
#include <vector>

namespace graticule {

/// Brings rows into the order of all listings: by name in plain Unicode order (the same in every locale), then by id.
class RowSorter
{
public:
    void add(const QString &name, const EntityId &id, ListingRow row) { m_rows.push_back({name, id, std::move(row)}); }

    QList<ListingRow> sorted()
    {
        std::sort(m_rows.begin(), m_rows.end(),
                  [](const Keyed &a, const Keyed &b) { return std::tie(a.name, a.id) < std::tie(b.name, b.id); });
        QList<ListingRow> rows;
        rows.reserve(qsizetype(m_rows.size()));
        for (Keyed &keyed : m_rows)
            rows.append(std::move(keyed.row));
        return rows;
    }

private:
    struct Keyed
    {
        QString name;
        EntityId id;
        ListingRow row;
    };
    std::vector<Keyed> m_rows;
};

} // namespace graticule
