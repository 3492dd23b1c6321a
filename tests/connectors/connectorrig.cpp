// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/connectorrig.h"

#include "tests/connectors/fleetprint.h"

#include <QTest>

namespace graticule::testing {

ConnectorRig::ConnectorRig(const ConnectorType &type, ConnectionConfig config, double requestsPerSecond, Clock *clock)
    : m_clock(clock ? *clock : m_realClock)
    , m_load(m_clock, requestsPerSecond, 0)
    , m_config(std::move(config))
{
    if (m_config.id.isEmpty())
        m_config.id = EntityId(QByteArray("11111111-1111-4111-8111-111111111111"));
    m_connector = type.create({m_config, m_clock, m_load, m_sites, m_secrets, QStringLiteral("test-keeper")});
    connect(m_connector.get(), &Connector::listed, this, [this](const FleetDelta &all) {
        QVERIFY2(m_running, "listed() outside a session");
        ++listings;
        m_isComplete = true;
        tables = FleetTables();
        tables.apply(all);
    });
    connect(m_connector.get(), &Connector::changed, this, [this](const FleetDelta &delta) {
        QVERIFY2(m_running && m_isComplete, "changed() outside a session or before the first listing");
        deltas.append(delta);
        tables.apply(delta);
    });
    connect(m_connector.get(), &Connector::beat, this, [this](const Beat &beat) {
        QVERIFY2(m_running, "beat() outside a session");
        beats.append(beat);
    });
    connect(m_connector.get(), &Connector::sampled, this, [this](const QList<Sample> &more) {
        QVERIFY2(m_running, "sampled() outside a session");
        samples.append(more);
    });
    connect(m_connector.get(), &Connector::failed, this, [this](const Error &error) {
        QVERIFY2(m_running, "failed() outside a session");
        m_running = false;
        failures.append(error);
    });
}

void ConnectorRig::start()
{
    m_running = true;
    listings = 0;
    deltas.clear();
    beats.clear();
    m_connector->start();
}

void ConnectorRig::stop()
{
    m_running = false;
    m_connector->stop();
}

QStringList ConnectorRig::lines() const
{
    return printed(tables, m_config.id);
}

QString ConnectorRig::placement(const QString &service) const
{
    const QString from = QStringLiteral("placement C/placement/%1 of ").arg(service);
    const QString declared = QStringLiteral("placement C/declared/%1 of ").arg(service);
    const QStringList all = lines();
    for (const QString &line : all) {
        if (line.startsWith(from) || line.startsWith(declared))
            return line.section(QStringLiteral(" at "), 1).section(QLatin1Char(' '), 1);
    }
    return {};
}

QString ConnectorRig::lastFailure() const
{
    return failures.isEmpty() ? QString() : printed(failures.last());
}

} // namespace graticule::testing
