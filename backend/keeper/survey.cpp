// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/survey.h"

#include "backend/places/siteresolver.h"
#include "backend/probes/meshchoice.h"

namespace graticule {
namespace {

Site ownSite(const Survey::Self &self, const SiteResolver &sites)
{
    SiteHints hints;
    hints.connection = EntityId(self.id);
    hints.uid = QStringLiteral("keeper");
    hints.name = self.name;
    hints.declared = self.labels;
    Site site = sites.resolve(hints);
    site.condition = Condition::Up; // we run
    return site;
}

/// @p config without what says nothing of the way to its endpoint.
ConnectionConfig wayOf(ConnectionConfig config)
{
    const ConnectionConfig usual;
    config.name.clear();
    config.labels.clear();
    config.paused = usual.paused;
    config.budgetRequests = usual.budgetRequests;
    config.budgetBytes = usual.budgetBytes;
    return config;
}

} // namespace

Survey::Survey(const Self &self, ConnectionSet &connections, Fleet &fleet, Clock &clock, const SiteResolver &sites)
    : m_connections(connections)
    , m_fleet(fleet)
    , m_clock(clock)
    , m_self(self)
    , m_book(clock, self.id)
    , m_own(ownSite(self, sites))
{
    m_own.feeds = {m_book.feedId()};
    connect(&connections, &ConnectionSet::measured, this, &Survey::take);
    connect(&connections, &ConnectionSet::turned, this, [this](const EntityId &id, ConnectionState state) {
        m_book.setAsked(id, state != ConnectionState::Paused);
        const Supervisor *supervisor = m_connections.find(id);
        if (m_begun && supervisor && supervisor->config().type == QLatin1String("host"))
            chooseSite(); // one that is paused tells nothing
    });
    connect(&connections, &ConnectionSet::placed, this, &Survey::look);
    connect(&m_book, &LinkBook::sampled, this, &Survey::sampled);
    connect(&m_book, &LinkBook::told, this, [this, &fleet](const FleetDelta &delta) {
        fleet.apply(LinkBook::source(), delta);
        Q_EMIT changed();
    });
}

void Survey::begin()
{
    m_begun = true;
    m_wasTold = m_fleet.tables().verdicts.contains(m_own.id) && !m_connections.all().empty();
    chooseSite();
    takeTurns();
}

void Survey::take(const EntityId &id, const Measurement &found)
{
    const Supervisor *supervisor = m_connections.find(id);
    if (!supervisor || !m_self.measures || supervisor->config().probeSeconds <= 0)
        return;
    const bool isBeat = found.kind != ProbeKind::TcpConnect && found.kind != ProbeKind::TlsHandshake;
    m_book.take(id, found, supervisor->config().origin,
                isBeat ? supervisor->beatInterval() : supervisor->probeInterval());
}

void Survey::look(const EntityId &id)
{
    const Supervisor *supervisor = m_connections.find(id);
    const ConnectionConfig way = supervisor ? wayOf(supervisor->config()) : ConnectionConfig();
    // What was measured of the way to one address says nothing of another.
    if (!supervisor || way.probeSeconds <= 0 || m_ways.value(id) != way)
        m_book.forget(id);
    if (supervisor)
        m_ways.insert(id, way);
    else
        m_ways.remove(id);
    if (m_begun && (!supervisor || supervisor->config().type == QLatin1String("host")))
        chooseSite();
    if (!m_begun || std::exchange(m_choosing, true))
        return;
    m_clock.after(Milliseconds(0), this, [this] { choosePeers(); }); // a whole folder may be read
}

void Survey::takeTurns()
{
    choosePeers();
    const qint64 turn = kTurn.count();
    m_clock.after(Milliseconds(turn - toMs(m_clock.now()) % turn), this, [this] { takeTurns(); });
}

/// By what other keepers know them as, too, so that all together choose well.
void Survey::choosePeers()
{
    m_choosing = false;
    QHash<QString, QList<Supervisor *>> peers; // one keeper may be known by several connections
    for (Supervisor *supervisor : m_connections.all()) {
        const ConnectionConfig &config = supervisor->config();
        if (config.type == QLatin1String("peer") && !config.paused)
            peers[config.options.value(QStringLiteral("keeper"), config.address)].append(supervisor);
    }
    QStringList names = peers.keys();
    names.sort();
    const quint64 turn = quint64(toMs(m_clock.now()) / kTurn.count());
    const QStringList chosen = meshChoice(m_self.id, names, turn, m_self.peersAtOnce);
    for (auto peer = peers.cbegin(); peer != peers.cend(); ++peer) {
        for (Supervisor *supervisor : *peer)
            supervisor->setResting(!chosen.contains(peer.key()));
    }
    if (chosen.size() < names.size())
        qInfo("of %d peers %d are measured now", int(names.size()), int(chosen.size()));
}

void Survey::chooseSite()
{
    const Supervisor *host = nullptr;
    for (const Supervisor *supervisor : m_connections.all()) {
        const bool isSilent = supervisor->config().paused && supervisor->site().isEmpty();
        if (supervisor->config().type == QLatin1String("host") && !isSilent && !host)
            host = supervisor;
    }
    if (host && host->site().isEmpty()) {
        if (!m_hasWaited) { // it will tell, or fail
            if (!std::exchange(m_waits, true))
                m_clock.after(kHostWait, this, [this] {
                    m_hasWaited = true;
                    chooseSite();
                });
            return;
        }
        host = nullptr;
    }
    m_book.setSite(host ? host->site() : m_own.id);
    m_book.setOwnSite(host ? nullptr : std::make_shared<const Site>(m_own), m_self.isPublic || m_wasTold);
}

} // namespace graticule
