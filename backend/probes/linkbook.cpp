// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/probes/linkbook.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace graticule {
namespace {

QString wordOf(ProbeKind kind)
{
    switch (kind) {
    case ProbeKind::TcpConnect:
        return QStringLiteral("tcp");
    case ProbeKind::TlsHandshake:
        return QStringLiteral("tls");
    case ProbeKind::Http:
        return QStringLiteral("http");
    case ProbeKind::Grpc:
        return QStringLiteral("grpc");
    case ProbeKind::Mesh:
        return QStringLiteral("mesh");
    case ProbeKind::Unknown:
    case ProbeKind::Reported:
        break;
    }
    return {};
}

} // namespace

LinkBook::LinkBook(Clock &clock, const QString &keeper)
    : m_clock(clock)
    , m_keeper(keeper)
    , m_feed(EntityId::of(m_keeper, "feed", QStringLiteral("probes")))
    , m_since(clock.now())
{
}

EntityId LinkBook::source()
{
    return EntityId("~probes");
}

void LinkBook::setSite(const EntityId &site)
{
    if (m_site == site)
        return;
    m_site = site;
    FleetDelta delta;
    for (auto &[key, meter] : m_meters) {
        meter.setEnds(m_site, meter.link().to);
        tell(meter, delta);
    }
    if (!delta.isEmpty())
        Q_EMIT told(delta);
}

void LinkBook::setOwnSite(std::shared_ptr<const Site> site, bool atOnce)
{
    FleetDelta delta;
    if (std::exchange(m_isSiteTold, false) && (!site || site->id != m_ownSite->id))
        delta.sites.removed.push_back(m_ownSite->id);
    m_ownSite = std::move(site);
    const bool hasTold =
        std::any_of(m_meters.begin(), m_meters.end(), [](auto &entry) { return entry.second.isTold(); });
    if (atOnce || hasTold)
        tellSite(delta);
    if (!delta.isEmpty())
        Q_EMIT told(delta);
}

void LinkBook::tellSite(FleetDelta &delta)
{
    if (!m_ownSite || std::exchange(m_isSiteTold, true))
        return;
    if (m_provedAt == kNotYet)
        prove(delta);
    delta.sites.upsert(*m_ownSite);
    begin();
}

void LinkBook::take(const EntityId &connection, const Measurement &found, Origin origin, Milliseconds every)
{
    const Key key{connection, found.kind};
    auto at = m_meters.find(key);
    if (at == m_meters.end()) {
        // What was never answered has no other end that we know of.
        const QString word = wordOf(found.kind);
        if (word.isEmpty() || found.site.isEmpty())
            return;
        Link link;
        // Of the keeper: the same file of a connection may be given to many of them.
        link.id = EntityId::of(m_keeper, "link", connection.toString() + u'/' + word);
        link.from = m_site;
        link.to = found.site;
        link.feed = m_feed;
        link.probe = found.kind;
        link.origin = origin;
        at = m_meters.emplace(key, LinkMeter(link, every)).first;
    }
    LinkMeter &meter = at->second;
    if (!found.site.isEmpty())
        meter.setEnds(m_site, found.site);
    const Milliseconds now = m_clock.steady();
    const double rttMs = std::round(found.rttMs * 100) / 100;
    if (!found.isAnswered())
        meter.window().lost(now);
    else if (found.isLate)
        meter.window().late(now, rttMs);
    else
        meter.window().answered(now, rttMs, found.isRefused);
    FleetDelta delta;
    tell(meter, delta);
    if (!delta.isEmpty())
        Q_EMIT told(delta);
    if (m_site.isEmpty() || meter.link().to == m_site)
        return;
    QList<Sample> samples;
    const EntityId &id = meter.link().id;
    if (found.isAnswered())
        samples.append({id, QStringLiteral("rtt.ms"), m_clock.now(), rttMs});
    if (!found.isLate)
        samples.append({id, QStringLiteral("loss"), m_clock.now(), found.isAnswered() ? 0.0 : 1.0});
    Q_EMIT sampled(samples);
}

void LinkBook::setAsked(const EntityId &connection, bool asked)
{
    for (auto it = m_meters.lower_bound({connection, ProbeKind::Unknown});
         it != m_meters.end() && it->first.connection == connection; ++it)
        it->second.setAsked(asked);
}

void LinkBook::forget(const EntityId &connection)
{
    FleetDelta delta;
    for (auto it = m_meters.lower_bound({connection, ProbeKind::Unknown});
         it != m_meters.end() && it->first.connection == connection; it = m_meters.erase(it)) {
        if (it->second.withdraw())
            delta.links.removed.push_back(it->second.link().id);
    }
    if (!delta.isEmpty())
        Q_EMIT told(delta);
}

void LinkBook::tell(LinkMeter &meter, FleetDelta &delta)
{
    if (m_site.isEmpty() || meter.link().to == m_site) {
        if (meter.withdraw())
            delta.links.removed.push_back(meter.link().id);
        return;
    }
    auto link = meter.news(m_clock.steady());
    if (!link)
        return;
    if (m_provedAt == kNotYet)
        prove(delta);
    tellSite(delta);
    begin();
    delta.links.upsert(std::move(*link));
}

/// Windows age, also those of links that nobody asks any more.
void LinkBook::begin()
{
    if (!std::exchange(m_looking, true))
        m_clock.after(kLook, this, [this] { look(); });
}

void LinkBook::look()
{
    FleetDelta delta;
    for (auto &[key, meter] : m_meters)
        tell(meter, delta);
    if (m_clock.steady() - m_provedAt >= kProve)
        prove(delta);
    if (!delta.isEmpty())
        Q_EMIT told(delta);
    m_clock.after(kLook, this, [this] { look(); });
}

/// The feed as it is now: we are here and look.
void LinkBook::prove(FleetDelta &delta)
{
    m_provedAt = m_clock.steady();
    Feed feed;
    feed.id = m_feed;
    feed.name = QStringLiteral("probes");
    feed.since = m_since;
    feed.observedAt = m_clock.now();
    feed.limit = kFeedLimit;
    feed.complete = true;
    delta.feeds.upsert(std::move(feed));
}

} // namespace graticule
