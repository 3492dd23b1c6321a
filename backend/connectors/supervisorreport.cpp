// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/supervisorreport.h"

#include "backend/connectors/connectionstate.h"

namespace graticule {

ConnectionReport::ConnectionReport(const ConnectionConfig &config, const QString &keeperId, Milliseconds feedLimit)
{
    m_connection.id = config.id;
    m_connection.name = config.name;
    m_connection.type = config.type;
    m_connection.address = config.address;
    // A file may hold many: what it is called in there is where it is.
    if (const QString context = config.options.value(QStringLiteral("context")); !context.isEmpty())
        m_connection.address += QStringLiteral(" · ") + context;
    m_connection.budgetRequests = config.budgetRequests;
    m_connection.budgetBytes = config.budgetBytes;
    m_connection.keeper = EntityId(keeperId);
    m_connection.origin = config.origin;
    m_feed.id = EntityId::of(config.id, "feed", QStringLiteral("inventory"));
    m_feed.connection = config.id;
    m_feed.name = QStringLiteral("inventory");
    m_feed.limit = feedLimit;
}

void ConnectionReport::restore(const Feed &feed)
{
    m_feed.since = feed.since;
    m_feed.observedAt = feed.observedAt;
    m_feed.complete = feed.complete;
    m_connection.lastSeen = feed.observedAt;
}

void ConnectionReport::setState(ConnectionState state, const Error &error, Instant retryAt, Instant now)
{
    if (m_connection.state != state)
        m_connection.since = now;
    m_connection.state = state;
    m_connection.error = error;
    m_connection.retryAt = retryAt;
    if (error.code == QLatin1String("tls.expired")) // what it shows now, not what the last beat saw
        m_connection.certificateExpiry = instantFromMs(error.arguments.value(1).toLongLong());
    if (!isSeen(state))
        m_connection.latencyMs = -1; // a figure of better days
}

void ConnectionReport::takeBeat(const Beat &beat, Instant now, Milliseconds steady)
{
    m_connection.lastSeen = now;
    m_connection.latencyMs = beat.latencyMs;
    m_connection.clockOffset = beat.clockOffset;
    m_connection.clockErrorMs = -1;
    if (beat.clockOffset && beat.clockErrorMs >= 0) {
        m_clocks.add(steady, double(beat.clockOffset->count()), beat.clockErrorMs);
        const ClockFilter::Estimate best = m_clocks.estimate(steady);
        m_connection.clockOffset = Milliseconds(qRound64(best.offsetMs));
        m_connection.clockErrorMs = best.errorMs;
    }
    m_connection.certificateExpiry = beat.certificateExpiry;
    if (!beat.version.isEmpty())
        m_connection.version = beat.version;
    setWarnings(remarksOn(beat, now));
}

void ConnectionReport::setWarnings(const QStringList &warnings)
{
    m_remarks = warnings;
    joinWarnings();
}

bool ConnectionReport::setStanding(const QString &warning, const EntityId &countedBy)
{
    if (m_standing == warning && m_connection.countedBy == countedBy)
        return false;
    m_standing = warning;
    m_connection.countedBy = countedBy;
    joinWarnings();
    return true;
}

void ConnectionReport::joinWarnings()
{
    m_connection.warnings = m_remarks;
    if (!m_standing.isEmpty())
        m_connection.warnings.append(m_standing);
}

void ConnectionReport::takeListing(bool anew, Instant now)
{
    if (anew)
        m_feed.since = now;
    m_feed.observedAt = now;
    m_feed.complete = true;
}

bool ConnectionReport::isNews() const
{
    const Connection &now = m_connection;
    const Connection &told = m_toldConnection;
    return now.state != told.state || now.error != told.error || now.retryAt != told.retryAt ||
           now.since != told.since || now.version != told.version || now.warnings != told.warnings ||
           now.certificateExpiry != told.certificateExpiry || now.name != told.name || now.countedBy != told.countedBy;
}

FleetDelta ConnectionReport::take(Milliseconds steady, LoadMeter &load)
{
    FleetDelta delta;
    if (m_toldConnection.id.isEmpty() || isNews() || steady - m_toldAt >= kFigures) {
        m_toldAt = steady;
        m_connection.requestsPerSecond = load.requestsPerSecond();
        m_connection.bytesPerSecond = load.bytesPerSecond();
        if (m_connection != m_toldConnection) {
            m_toldConnection = m_connection;
            delta.connections.upsert(m_connection);
        }
    }
    if (m_feed != m_toldFeed) {
        m_toldFeed = m_feed;
        delta.feeds.upsert(m_feed);
    }
    return delta;
}

} // namespace graticule
