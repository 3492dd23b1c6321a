// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/overviewfigures.h"

#include "models/format.h"

namespace graticule {

namespace {

constexpr Milliseconds kFresh{30'000};

QString joined(const QStringList &parts)
{
    return parts.join(QStringLiteral(" · "));
}

} // namespace

EvidenceAge evidenceAge(const FleetTables &tables, const FleetIndex &index, Instant now)
{
    EvidenceAge age;
    const auto add = [&](Instant observed, qsizetype sites) {
        age.sites += sites;
        if (observed == kNever) {
            age.neverSeen += sites;
            return;
        }
        const Milliseconds old = std::max(Milliseconds(0), now - observed);
        age.oldest = std::max(age.oldest.value_or(Milliseconds(0)), old);
        if (old < kFresh)
            age.fresh += sites;
    };
    for (auto at = index.sitesByFeed().begin(); at != index.sitesByFeed().end(); ++at) {
        qsizetype alone = at->size();
        for (const EntityId &site : index.sitesWithManyFeeds())
            alone -= at->contains(site);
        const Feed *feed = tables.feeds.find(at.key());
        if (alone > 0)
            add(feed ? feed->observedAt : kNever, alone);
    }
    for (const EntityId &id : index.sitesWithManyFeeds()) {
        if (const Site *site = tables.sites.find(id))
            add(observedAt(tables, *site), 1);
    }
    if (!index.sitesWithoutFeed().isEmpty())
        add(kNever, index.sitesWithoutFeed().size());
    return age;
}

OverviewFigures::OverviewFigures(FleetStore &store, const RegionsModel &regions, const ConnectionsModel &connections,
                                 const AttentionModel &attention, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_regions(regions)
    , m_connections(connections)
    , m_attention(attention)
{
    compute();
    connect(&store, &FleetStore::ticked, this, &OverviewFigures::compute);
    connect(&store, &FleetStore::changed, this, [this, seen = store.hasSnapshot()]() mutable {
        if (!seen)
            compute();
        seen = true;
    });
    connect(&regions, &RegionsModel::totalsChanged, this, &OverviewFigures::compute);
    connect(&connections, &ConnectionsModel::countsChanged, this, &OverviewFigures::compute);
    connect(&attention, &AttentionModel::rowsInserted, this, &OverviewFigures::compute);
    connect(&attention, &AttentionModel::rowsRemoved, this, &OverviewFigures::compute);
}

void OverviewFigures::compute()
{
    QList<Figure> figures{needsAPerson(), serving(),          betweenSites(),
                          capacityUsed(), connectionsFresh(), oldestEvidence()};
    if (figures == m_figures)
        return;
    m_figures = std::move(figures);
    Q_EMIT figuresChanged();
}

Figure OverviewFigures::needsAPerson() const
{
    Figure figure;
    figure.label = m_store.isPast() ? tr("Needed a person") : tr("Needs a person now");
    if (!m_store.hasSnapshot()) {
        figure.value = format::missing();
        figure.meaning = tr("Nothing has been seen yet");
        return figure;
    }
    const int rows = m_attention.rowCount();
    figure.value = format::number(rows);
    qsizetype sites = 0;
    for (int row = 0; row < rows; ++row)
        sites += m_attention.item(row).sites.size();
    figure.unit = sites == 1 ? tr("1 site concerned") : tr("%1 sites concerned").arg(format::number(sites));
    figure.meaning = rows == 0 ? tr("Nothing abnormal is known") : tr("Worst: %1").arg(m_attention.item(0).title);
    return figure;
}

Figure OverviewFigures::serving() const
{
    const SiteCounts &counts = m_regions.totals();
    const int total = counts.total();
    Figure figure;
    figure.label = tr("Sites serving");
    if (total == 0) {
        figure.value = format::missing();
        figure.meaning = tr("No site is known");
        return figure;
    }
    figure.value = format::percent(double(counts.serving()) / total, true);
    figure.unit = tr("%1 of %2").arg(format::number(counts.serving()), format::number(total));
    const int unknown = counts.of(SiteState::Unknown) + counts.of(SiteState::Unreachable);
    figure.meaning =
        unknown == 0
            ? tr("The state of each is known")
            : tr("Not seen: %1 (%2)").arg(format::number(unknown), format::percent(double(unknown) / total, true));
    if (const qsizetype twice = m_regions.seenTwice(); twice > 0 && unknown == 0)
        figure.meaning = tr("%1 seen twice, counted once").arg(format::number(twice));
    else if (twice > 0)
        figure.meaning = joined({figure.meaning, tr("%1 seen twice").arg(format::number(twice))});
    return figure;
}

Figure OverviewFigures::betweenSites() const
{
    const LinkFigures &links = m_regions.links();
    Figure figure;
    figure.label = tr("Between sites, p95");
    figure.value = format::milliseconds(links.p95Ms);
    if (links.measured > 0)
        figure.unit = tr("median %1").arg(format::milliseconds(links.medianMs));
    if (links.measured + links.unmeasured == 0) {
        figure.meaning = tr("No link is known");
        return figure;
    }
    QStringList parts;
    if (links.overLimit == 1)
        parts << tr("1 link over its limit");
    else
        parts << tr("%1 links over their limit").arg(format::number(links.overLimit));
    if (links.unmeasured > 0)
        parts << tr("%1 not measured").arg(format::number(links.unmeasured));
    figure.meaning = joined(parts);
    return figure;
}

Figure OverviewFigures::capacityUsed() const
{
    const Capacity &capacity = m_regions.capacity();
    Figure figure;
    figure.label = tr("Capacity used");
    const auto cpu = capacity.share(Capacity::Cpu);
    figure.value = cpu ? format::percent(*cpu) : format::missing();
    figure.unit = cpu ? tr("of CPU") : QString();
    if (const int unknown = capacity.sites() - capacity.known(Capacity::Cpu); unknown > 0 && cpu)
        figure.unit = tr("of CPU · %1 unknown").arg(format::percent(double(unknown) / capacity.sites()));
    int worst = -1;
    double most = -1;
    for (int row = 0; row < m_regions.rowCount(); ++row) {
        const Capacity &here = m_regions.capacity(row);
        const auto tightest = here.tightest();
        if (tightest && *here.share(*tightest) > most) {
            most = *here.share(*tightest);
            worst = row;
        }
    }
    if (worst < 0) {
        figure.meaning = tr("No site tells its capacity");
        return figure;
    }
    const QString region = m_regions.index(worst, RegionsModel::Region).data().toString();
    figure.meaning = tr("Tightest: %1, %2 %3")
                         .arg(region, Capacity::name(*m_regions.capacity(worst).tightest()), format::percent(most));
    return figure;
}

Figure OverviewFigures::connectionsFresh() const
{
    Figure figure;
    figure.label = tr("Connections fresh");
    if (!m_store.hasSnapshot()) {
        figure.value = format::missing();
        figure.meaning = tr("Nothing has been seen yet");
        return figure;
    }
    figure.value = format::number(m_connections.fresh());
    figure.unit = tr("of %1").arg(format::number(m_connections.total()));
    QStringList parts;
    for (const ConnectionState state : {ConnectionState::Refused, ConnectionState::Unreachable, ConnectionState::Stale,
                                        ConnectionState::Slow, ConnectionState::Connecting, ConnectionState::NeverAsked,
                                        ConnectionState::Unknown, ConnectionState::Paused}) {
        if (const int n = m_connections.count(state); n > 0 && parts.size() < 3)
            parts << format::number(n) + QLatin1Char(' ') + StateText::inSentence(StateText::look(state).text);
    }
    if (m_connections.rowCount() == 0)
        figure.meaning = tr("Nothing is connected");
    else
        figure.meaning = parts.isEmpty() ? tr("All answer in time") : joined(parts);
    return figure;
}

Figure OverviewFigures::oldestEvidence() const
{
    const EvidenceAge age = evidenceAge(m_store.tables(), m_store.index(), m_store.now());
    Figure figure;
    figure.label = m_store.isPast() ? tr("Oldest evidence then") : tr("Oldest evidence shown");
    figure.value = age.oldest ? format::exactDuration(*age.oldest) : format::missing();
    if (age.sites == 0) {
        figure.meaning = tr("No site is known");
        return figure;
    }
    QStringList parts{tr("%1 of %2 sites under %3")
                          .arg(format::number(age.fresh), format::number(age.sites), format::duration(kFresh))};
    if (age.neverSeen > 0)
        parts << tr("%1 not yet seen").arg(format::number(age.neverSeen));
    figure.meaning = joined(parts);
    return figure;
}

} // namespace graticule
