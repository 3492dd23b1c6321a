// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/attentionmodel.h"
#include "models/connectionsmodel.h"
#include "models/regionsmodel.h"

namespace graticule {

/// One figure of the strip above the map: a value and one line that says what it means.
struct Figure
{
    QString label;
    QString value;
    QString unit;
    QString meaning;
    Emphasis meaningEmphasis = Emphasis::Faint;

    friend bool operator==(const Figure &, const Figure &) = default;
};

/// How old what is shown is: over the newest evidence of each site.
struct EvidenceAge
{
    std::optional<Milliseconds> oldest; ///< none: nothing was ever seen
    qsizetype fresh = 0;                ///< sites under tokens' 30 s
    qsizetype neverSeen = 0;
    qsizetype sites = 0;
};

/// Costs in proportion to the number of feeds, not of sites.
EvidenceAge evidenceAge(const FleetTables &tables, const FleetIndex &index, Instant now);

/// The figures of the Overview, from engines that exist; ages advance once a second.
class OverviewFigures : public QObject
{
    Q_OBJECT

public:
    /// The models outlive this.
    OverviewFigures(FleetStore &store, const RegionsModel &regions, const ConnectionsModel &connections,
                    const AttentionModel &attention, QObject *parent = nullptr);

    /// In the order in which they are read; the first ones stay longest where there is little room.
    const QList<Figure> &figures() const { return m_figures; }

Q_SIGNALS:
    void figuresChanged();

private:
    void compute();
    Figure needsAPerson() const;
    Figure serving() const;
    Figure betweenSites() const;
    Figure capacityUsed() const;
    Figure connectionsFresh() const;
    Figure oldestEvidence() const;

    FleetStore &m_store;
    const RegionsModel &m_regions;
    const ConnectionsModel &m_connections;
    const AttentionModel &m_attention;
    QList<Figure> m_figures;
};

} // namespace graticule
