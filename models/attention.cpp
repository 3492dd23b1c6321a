// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/attention.h"

#include "backend/domain/connectionway.h"
#include "models/attentionfinds.h"
#include "models/fleetstore.h"
#include "models/format.h"
#include "models/sayingtext.h"
#include "models/sitesmodel.h"

#include <algorithm>

namespace graticule {

namespace {

using Kind = AttentionItem::Kind;
using Sites = AttentionSites;
using Finds = AttentionFinds;

constexpr size_t kAlone = 3; ///< so many of one region stand alone

void byName(Sites &sites)
{
    std::sort(sites.begin(), sites.end(), [](const Site *a, const Site *b) {
        const int order = a->name.compare(b->name);
        return order != 0 ? order < 0 : a->id < b->id;
    });
}

QList<EntityId> idsOf(const Sites &sites)
{
    QList<EntityId> ids;
    ids.reserve(qsizetype(sites.size()));
    for (const Site *site : sites)
        ids << site->id;
    return ids;
}

QString joined(const QStringList &parts)
{
    QStringList filled = parts;
    filled.removeAll(QString());
    return filled.join(QStringLiteral(" · "));
}

} // namespace

/// Writes the cards. One instance per call of items().
class AttentionWriter
{
    Q_DECLARE_TR_FUNCTIONS(graticule::Attention)

public:
    AttentionWriter(const FleetTables &tables, const FleetIndex &index)
        : m_tables(tables)
        , m_index(index)
    {
    }

    void bad(QMap<QString, Sites> &regions, SiteState state, Kind kind)
    {
        for (auto at = regions.begin(); at != regions.end(); ++at) {
            byName(*at);
            if (at->size() > kAlone) {
                many(at.key(), *at, state, kind);
                continue;
            }
            for (const Site *site : *at)
                one(*site, state, kind);
        }
    }

    /// One card instead of one for each endpoint.
    void cutOff(Sites &sites)
    {
        if (sites.empty())
            return;
        byName(sites);
        m_isCutOff = true;
        const int n = int(sites.size());
        AttentionItem item = group(QStringLiteral("cut-off"), Kind::UnreachableSites, sites, SiteState::Unreachable);
        item.severity = 9;
        item.title = tr("We are cut off: %n sites unreachable", nullptr, n);
        item.where = n == 1 ? sites.front()->name : names(sites);
        item.detail = SayingText::of(*Finds::cutOffReason(m_tables, sites.front()->id));
        m_items << item;
    }

    void connections(QMap<EntityId, Sites> &unseen)
    {
        m_tables.connections.forEach([&](const Connection &connection) {
            Sites sites = unseen.take(connection.id);
            const bool isHidden = &decisive(m_tables.connections, connection) != &connection; // another one says it
            if (sites.empty() && m_isCutOff && Finds::isLost(connection))
                return;
            if (sites.empty() && (isHidden || !Finds::isProblem(connection.state)))
                return;
            byName(sites);
            const bool isBlind = Finds::isProblem(connection.state);
            isBlind ? problem(connection, sites) : silent(connection, sites);
        });
        for (auto at = unseen.begin(); at != unseen.end(); ++at) // their connection is not in the snapshot
            m_lost.insert(m_lost.end(), at->begin(), at->end());
    }

    void unknown(QMap<QString, Sites> &regions)
    {
        for (const Site *site : m_lost)
            regions[site->region].push_back(site);
        for (auto at = regions.begin(); at != regions.end(); ++at) {
            byName(*at);
            AttentionItem item =
                group(QStringLiteral("unknown/") + at.key(), Kind::UnknownSites, *at, SiteState::Unknown);
            item.title = at->size() == 1 ? tr("%1 is unknown").arg(at->front()->name)
                                         : tr("%n sites unknown", nullptr, int(at->size()));
            item.where = at->size() == 1 ? SitesModel::placeOf(*at->front()) : joined({at.key(), names(*at)});
            item.detail = Finds::commonReason(m_tables, *at).first;
            m_items << item;
        }
    }

    /// Of a site without a place: its region, else by whom it is seen.
    QString whereabouts(const Site &site) const
    {
        if (!site.region.isEmpty())
            return site.region;
        QStringList names;
        for (const EntityId &id : connectionsOf(m_tables, site)) {
            if (const Connection *connection = m_tables.connections.find(id))
                names << connection->name;
        }
        return names.isEmpty() ? tr("seen by the keeper itself")
                               : tr("seen through %1").arg(names.join(QStringLiteral(", ")));
    }

    void unplaced(Sites &sites)
    {
        if (sites.empty())
            return;
        byName(sites);
        AttentionItem item = group(QStringLiteral("unplaced"), Kind::UnplacedSites, sites, SiteState::Unknown);
        item.severity = 1;
        item.title = sites.size() == 1 ? tr("%1 has no place").arg(sites.front()->name)
                                       : tr("%n sites have no place", nullptr, int(sites.size()));
        item.where = sites.size() == 1 ? whereabouts(*sites.front()) : names(sites);
        item.detail = tr("Not on the map: open it and set its place");
        item.since = kNever;
        m_items << item;
    }

    void mismatched(Sites &sites)
    {
        byName(sites);
        for (const Site *site : sites) {
            AttentionItem item =
                group(QStringLiteral("mismatch/") + site->id.toString(), Kind::Mismatch, {site}, SiteState::Unknown);
            item.severity = 1;
            item.symbol = Symbol::Warn;
            item.title = tr("%1: its place is in doubt").arg(site->name);
            const Reason *refuted = Finds::refutedPlace(m_tables, site->id);
            item.where = refuted && site->place.mismatch.isEmpty() ? SayingText::of(*refuted) : site->place.mismatch;
            item.detail = joined({StateText::text(site->place.evidence), site->place.source});
            item.since = kNever;
            m_items << item;
        }
    }

    QList<AttentionItem> finished()
    {
        markLab();
        std::sort(m_items.begin(), m_items.end(), [](const AttentionItem &a, const AttentionItem &b) {
            if (a.severity != b.severity)
                return a.severity > b.severity;
            if (a.since != b.since)
                return b.since == kNever || (a.since != kNever && a.since < b.since);
            return a.key < b.key;
        });
        return std::move(m_items);
    }

private:
    /// Beside real sites nobody may take an invented one for theirs.
    void markLab()
    {
        if (m_index.realSites() == 0)
            return;
        for (AttentionItem &item : m_items) {
            const bool isLab = !item.sites.isEmpty() &&
                               std::all_of(item.sites.cbegin(), item.sites.cend(), [this](const EntityId &id) {
                                   const Site *site = m_tables.sites.find(id);
                                   return site && site->origin == Origin::Lab;
                               });
            if (isLab)
                item.where = joined({StateText::text(Origin::Lab), item.where});
        }
    }

    AttentionItem group(const QString &key, Kind kind, const Sites &sites, SiteState state) const
    {
        const StateLook look = StateText::look(state);
        AttentionItem item;
        item.key = key;
        item.kind = kind;
        item.symbol = look.symbol;
        item.emphasis = look.emphasis;
        item.severity = 2 * look.severity;
        item.since = Finds::earliest(m_tables, sites);
        item.sites = idsOf(sites);
        return item;
    }

    QString names(const Sites &sites) const
    {
        QStringList first;
        for (size_t i = 0; i < std::min(kAlone, sites.size()); ++i)
            first << sites[i]->name;
        if (sites.size() <= kAlone)
            return first.join(QStringLiteral(", "));
        return tr("%1 and %2 more")
            .arg(first.join(QStringLiteral(", ")), format::number(qint64(sites.size() - kAlone)));
    }

    void one(const Site &site, SiteState state, Kind kind)
    {
        AttentionItem item = group(QStringLiteral("site/") + site.id.toString(), kind, {&site}, state);
        item.title = state == SiteState::Down ? tr("%1 is down").arg(site.name) : tr("%1 is degraded").arg(site.name);
        item.where = joined({SitesModel::placeOf(site), StateText::providerTitle(site.provider)});
        item.detail = Finds::firstReason(m_tables, site.id);
        m_items << item;
    }

    void many(const QString &region, const Sites &sites, SiteState state, Kind kind)
    {
        const QString prefix = state == SiteState::Down ? QStringLiteral("down/") : QStringLiteral("degraded/");
        AttentionItem item = group(prefix + region, kind, sites, state);
        const int n = int(sites.size());
        item.title =
            state == SiteState::Down ? tr("%n sites are down", nullptr, n) : tr("%n sites are degraded", nullptr, n);
        item.where = joined({region, names(sites)});
        if (const auto [reason, count] = Finds::commonReason(m_tables, sites); count > 0)
            item.detail = count == n ? reason : tr("%1 of them: %2").arg(format::number(count), reason);
        m_items << item;
    }

    /// A connection that cannot show us its sites.
    void problem(const Connection &connection, const Sites &sites)
    {
        int unreachable = 0;
        for (const Site *site : sites)
            unreachable += siteStatus(m_tables, site->id).state == SiteState::Unreachable;
        const StateLook look = StateText::look(connection.state);
        AttentionItem item;
        item.key = QStringLiteral("connection/") + connection.id.toString();
        item.kind = unreachable > 0 ? Kind::UnreachableSites : Kind::Connection;
        item.symbol = look.symbol;
        item.emphasis = look.emphasis;
        item.severity = unreachable > 0 ? 8 : 7;
        item.since = connection.since;
        item.sites = idsOf(sites);
        item.connection = connection.id;
        if (unreachable > 0) {
            item.title = unreachable == 1 ? tr("%1 is unreachable").arg(sites.front()->name)
                                          : tr("%n sites unreachable", nullptr, unreachable);
            item.where = tr("one cause: %1 · %2").arg(connection.name, StateText::inSentence(look.text));
            item.detail = tr("State unknown since %1, not counted as down").arg(format::time(connection.since));
        } else {
            item.title = titleOf(connection);
            item.where = connection.error.text.isEmpty() ? connection.address : SayingText::of(connection.error);
            item.detail = heldBack(connection, int(sites.size()));
        }
        m_items << item;
    }

    QString titleOf(const Connection &connection) const
    {
        switch (connection.state) {
        case ConnectionState::Refused:
            return tr("Connection refused: %1").arg(connection.name);
        case ConnectionState::Stale:
            return tr("Connection silent: %1").arg(connection.name);
        default:
            return tr("Connection unreachable: %1").arg(connection.name);
        }
    }

    QString heldBack(const Connection &connection, int stale) const
    {
        if (stale > 0) {
            return stale == 1 ? tr("1 site stale, last good values shown")
                              : tr("%n sites stale, last good values shown", nullptr, stale);
        }
        const qsizetype seen = m_index.siteCount(connection.id);
        return seen == 0 ? tr("None of its sites has been seen yet") : tr("Its sites are also seen in another way");
    }

    /// The connection says it is well, yet facts of its sites are too old or missing.
    void silent(const Connection &connection, const Sites &sites)
    {
        AttentionItem item =
            group(QStringLiteral("silent/") + connection.id.toString(), Kind::UnknownSites, sites, SiteState::Unknown);
        item.symbol = Symbol::Stale;
        item.connection = connection.id;
        item.title = sites.size() == 1 ? tr("%1 has gone silent").arg(sites.front()->name)
                                       : tr("%n sites have gone silent", nullptr, int(sites.size()));
        item.where = tr("seen through %1, %2")
                         .arg(connection.name, StateText::inSentence(StateText::look(connection.state).text));
        item.detail = Finds::firstReason(m_tables, sites.front()->id);
        if (item.detail.isEmpty())
            item.detail = tr("Last known values shown");
        m_items << item;
    }

    const FleetTables &m_tables;
    const FleetIndex &m_index;
    Sites m_lost;
    bool m_isCutOff = false;
    QList<AttentionItem> m_items;
};

bool Attention::isAbnormal(const FleetTables &tables, const EntityId &id)
{
    const Site *site = tables.sites.find(id);
    if (!site)
        return false;
    const SiteStatus status = siteStatus(tables, id);
    const bool isCalm = status.state == SiteState::Healthy || status.state == SiteState::Maintenance;
    return !isCalm || status.stale || !site->place.position || !site->place.mismatch.isEmpty() ||
           Finds::refutedPlace(tables, id);
}

QList<AttentionItem> Attention::items(const FleetTables &tables, const FleetIndex &index,
                                      const QSet<EntityId> &abnormal)
{
    Finds found = Finds::among(tables, abnormal);
    AttentionWriter writer(tables, index);
    writer.bad(found.down, SiteState::Down, Kind::DownSites);
    writer.bad(found.degraded, SiteState::Degraded, Kind::DegradedSites);
    writer.cutOff(found.cutOff);
    writer.connections(found.unseen);
    writer.unknown(found.unknown);
    writer.unplaced(found.unplaced);
    writer.mismatched(found.mismatched);
    return writer.finished();
}

} // namespace graticule
