// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/difference.h"

#include "models/format.h"

#include <algorithm>
#include <cmath>

namespace graticule {

namespace {

using Kind = Difference::Kind;
using What = Difference::What;

QString words(const Place &place)
{
    QStringList parts{place.city, place.country};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString words(const Labels &labels)
{
    QStringList parts;
    for (auto label = labels.begin(); label != labels.end(); ++label)
        parts << label.key() + u'=' + label.value();
    return parts.join(QStringLiteral(", "));
}

QString ready(const Placement &placement)
{
    if (placement.ready < 0 && placement.desired < 0)
        return {};
    const auto number = [](int n) { return n < 0 ? format::missing() : format::number(n); };
    return number(placement.ready) + u'/' + number(placement.desired);
}

/// Latency that merely wanders: within a fifth, or two milliseconds.
bool isSameRtt(double a, double b)
{
    if (a < 0 || b < 0)
        return (a < 0) == (b < 0);
    return std::abs(a - b) <= std::max(2.0, 0.2 * std::max(a, b));
}

/// A boot as its machine's clock told it twice: set right meanwhile, or ours was, it tells another moment of the same
/// boot. Two boots within a minute are taken for one.
bool isSameBoot(Instant a, Instant b)
{
    if (a == kNever || b == kNever)
        return a == b;
    return std::chrono::abs(a - b) < std::chrono::minutes(1);
}

template<class T> QString nameOf(const Table<T> &before, const Table<T> &after, const EntityId &id)
{
    for (const Table<T> *table : {&after, &before}) {
        if (const T *item = table->find(id); item && !item->name.isEmpty())
            return item->name;
    }
    return id.toString();
}

class Differ
{
    Q_DECLARE_TR_FUNCTIONS(graticule::FleetDifference)

public:
    Differ(const FleetTables &before, const FleetTables &after)
        : m_before(before)
        , m_after(after)
    {
    }

    Differences run()
    {
        sites();
        each<Connection>(m_before.connections, m_after.connections, Kind::Connection, &Differ::connection);
        each<Node>(m_before.nodes, m_after.nodes, Kind::Node, &Differ::node);
        each<Service>(m_before.services, m_after.services, Kind::Service, &Differ::service);
        each<Placement>(m_before.placements, m_after.placements, Kind::Service, &Differ::placement);
        each<Asset>(m_before.assets, m_after.assets, Kind::Asset, &Differ::asset);
        each<Replica>(m_before.replicas, m_after.replicas, Kind::Asset, &Differ::replica);
        links();
        std::sort(m_found.begin(), m_found.end(), [](const Difference &a, const Difference &b) {
            return std::tuple(-a.severity, a.kind, a.name, a.id, a.field) <
                   std::tuple(-b.severity, b.kind, b.name, b.id, b.field);
        });
        return {std::move(m_found), m_notWatched};
    }

private:
    void links()
    {
        Table<Link>::diff(m_before.links, m_after.links, [this](const auto *was, const auto *is) {
            const Link &one = is ? **is : **was;
            begin(Kind::Link, one.from, name(one));
            if (was && is) {
                link(**was, **is);
            } else if (!isWatched(one, is ? m_after : m_before, is ? m_before : m_after)) {
                ++m_notWatched;
            } else {
                m_next.what = is ? What::Came : What::Went;
                m_found.push_back(m_next);
            }
        });
    }

    /// Whether @p there, which does not have @p link, would have it if it was there. @p here does.
    static bool isWatched(const Link &link, const FleetTables &here, const FleetTables &there)
    {
        const Feed *known = here.feeds.find(link.feed);
        if (!known)
            return true; // nothing says otherwise
        if (const Feed *feed = there.feeds.find(link.feed))
            return feed->complete && feed->since != kNever &&
                   feed->observedAt - feed->since >= FleetDifference::kLinkWindow;
        // With its connection it is gone, or was not there yet.
        return !known->connection.isEmpty() && !there.connections.contains(known->connection);
    }

    void sites()
    {
        each<Site>(m_before.sites, m_after.sites, Kind::Site, &Differ::site);
        Table<Verdict>::diff(m_before.verdicts, m_after.verdicts, [this](const auto *was, const auto *is) {
            const EntityId &id = is ? (*is)->id : (*was)->id;
            if (!m_before.sites.contains(id) || !m_after.sites.contains(id))
                return; // that it came or went says it
            const auto look = [](const auto *verdict) {
                return verdict ? StateText::look((*verdict)->state, (*verdict)->stale)
                               : StateText::look(SiteState::Unknown);
            };
            begin(Kind::Site, id, nameOf(m_before.sites, m_after.sites, id));
            states(tr("State"), look(was), look(is));
        });
    }

    /// Entities of one kind: those that came and went, and what @p compare finds of those that stayed.
    template<class T, class Compare>
    void each(const Table<T> &before, const Table<T> &after, Kind kind, Compare compare)
    {
        Table<T>::diff(before, after, [&](const auto *was, const auto *is) {
            const T &one = is ? **is : **was;
            begin(kind, target(one), name(one));
            if (was && is) {
                (this->*compare)(**was, **is);
            } else {
                m_next.what = is ? What::Came : What::Went;
                m_found.push_back(m_next);
            }
        });
    }

    void begin(Kind kind, const EntityId &id, const QString &name)
    {
        m_next = {};
        m_next.kind = kind;
        m_next.id = id;
        m_next.name = name;
    }

    void texts(const QString &field, const QString &before, const QString &after)
    {
        if (before == after)
            return;
        Difference found = m_next;
        found.field = field;
        found.before = before;
        found.after = after;
        m_found.push_back(std::move(found));
    }

    void states(const QString &field, const StateLook &before, const StateLook &after)
    {
        if (before.text == after.text)
            return;
        texts(field, before.text, after.text);
        m_found.back().symbolBefore = before.symbol;
        m_found.back().symbolAfter = after.symbol;
        m_found.back().severity = std::max(before.severity, after.severity);
    }

    template<class T> static const EntityId &target(const T &one) { return one.id; }
    static const EntityId &target(const Placement &one) { return one.service; }
    static const EntityId &target(const Replica &one) { return one.asset; }

    template<class T> QString name(const T &one) const { return one.name.isEmpty() ? one.id.toString() : one.name; }
    QString siteName(const EntityId &id) const { return nameOf(m_before.sites, m_after.sites, id); }
    QString name(const Node &one) const { return tr("%1 at %2").arg(one.name, siteName(one.site)); }
    QString name(const Placement &one) const
    {
        return tr("%1 at %2").arg(nameOf(m_before.services, m_after.services, one.service), siteName(one.site));
    }
    QString name(const Replica &one) const
    {
        return tr("%1 at %2").arg(nameOf(m_before.assets, m_after.assets, one.asset), siteName(one.site));
    }
    QString name(const Link &one) const { return tr("%1 to %2").arg(siteName(one.from), siteName(one.to)); }

    void site(const Site &was, const Site &is)
    {
        texts(tr("Name"), was.name, is.name);
        texts(tr("Place"), words(was.place), words(is.place));
        texts(tr("Place known by"), StateText::text(was.place.evidence), StateText::text(is.place.evidence));
        texts(tr("Region"), was.region, is.region);
        texts(tr("Provider"), StateText::providerTitle(was.provider), StateText::providerTitle(is.provider));
        texts(tr("Labels"), words(was.labels), words(is.labels));
        texts(tr("What the platform says"), was.conditionText, is.conditionText);
    }
    void connection(const Connection &was, const Connection &is)
    {
        states(tr("State"), StateText::look(was.state), StateText::look(is.state));
        texts(tr("Name"), was.name, is.name);
        texts(tr("Address"), was.address, is.address);
        texts(tr("Version"), was.version, is.version);
    }
    void node(const Node &was, const Node &is)
    {
        states(tr("State"), StateText::look(was.condition), StateText::look(is.condition));
        texts(tr("Platform"), was.platform, is.platform);
        if (!isSameBoot(was.bootedAt, is.bootedAt))
            texts(tr("Running since"), format::dateTime(was.bootedAt), format::dateTime(is.bootedAt));
    }
    void service(const Service &was, const Service &is)
    {
        texts(tr("Name"), was.name, is.name);
        texts(tr("Tier"), format::number(was.tier), format::number(is.tier));
    }
    void placement(const Placement &was, const Placement &is)
    {
        states(tr("State"), StateText::look(was.health), StateText::look(is.health));
        texts(tr("Ready"), ready(was), ready(is));
        texts(tr("Role"), StateText::text(was.role), StateText::text(is.role));
        texts(tr("Image"), was.image, is.image);
    }
    void asset(const Asset &was, const Asset &is)
    {
        texts(tr("Name"), was.name, is.name);
        texts(tr("Class"), was.classification, is.classification);
        texts(tr("Owner"), was.owner, is.owner);
    }
    void replica(const Replica &was, const Replica &is)
    {
        states(tr("State"), StateText::look(was.state), StateText::look(is.state));
        texts(tr("Role"), StateText::text(was.role), StateText::text(is.role));
    }
    void link(const Link &was, const Link &is)
    {
        states(tr("State"), StateText::look(was.condition), StateText::look(is.condition));
        if (!isSameRtt(was.rttMs, is.rttMs))
            texts(tr("Round trip"), format::milliseconds(was.rttMs), format::milliseconds(is.rttMs));
        texts(tr("Limit"), was.limitMs > 0 ? format::milliseconds(was.limitMs) : QString(),
              is.limitMs > 0 ? format::milliseconds(is.limitMs) : QString());
    }

    const FleetTables &m_before;
    const FleetTables &m_after;
    Difference m_next; ///< of what is looked at
    std::vector<Difference> m_found;
    int m_notWatched = 0;
};

} // namespace

Differences FleetDifference::between(const FleetTables &before, const FleetTables &after)
{
    return Differ(before, after).run();
}

QString FleetDifference::text(Difference::Kind kind)
{
    switch (kind) {
    case Kind::Site:
        return tr("Site");
    case Kind::Connection:
        return tr("Connection");
    case Kind::Service:
        return tr("Service");
    case Kind::Node:
        return tr("Node");
    case Kind::Asset:
        return tr("Data");
    case Kind::Link:
        return tr("Link");
    }
    return {};
}

QString FleetDifference::text(Difference::What what)
{
    switch (what) {
    case What::Changed:
        return tr("changed");
    case What::Came:
        return tr("came");
    case What::Went:
        return tr("went");
    }
    return {};
}

} // namespace graticule
