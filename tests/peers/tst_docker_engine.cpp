// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/docker/dockerconnector.h"
#include "tests/connectors/connectorrig.h"
#include "tests/testing/dockerengines.h"
#include "tests/testing/test.h"

#include <QElapsedTimer>

using graticule::testing::ConnectorRig;
using graticule::testing::DockerEngines;
using namespace graticule;

namespace {
constexpr int kShown = 5000; // a change shows within five seconds
}

/// The connector against Debian's Docker Engine.
class TestDockerEngine : public graticule::testing::Test
{
    Q_OBJECT

private:
    DockerEngines m_engines;

    ConnectionConfig overSocket() const
    {
        ConnectionConfig config;
        config.name = config.type = QStringLiteral("docker");
        config.address = QStringLiteral("unix://") + m_engines.engine(QStringLiteral("dub")).socket;
        return config;
    }
    ConnectionConfig overTls() const
    {
        ConnectionConfig config = overSocket();
        config.address = m_engines.engine(QStringLiteral("dub")).address;
        config.caFile = m_engines.certificate(QStringLiteral("ca.pem"));
        config.certificateFile = m_engines.certificate(QStringLiteral("cert.pem"));
        config.keyFile = m_engines.certificate(QStringLiteral("key.pem"));
        return config;
    }
    void list(ConnectorRig &rig) const
    {
        rig.start();
        QTRY_VERIFY_WITH_TIMEOUT(rig.listings > 0 || !rig.failures.isEmpty(), kShown);
        QCOMPARE(rig.lastFailure(), QString());
    }
    void fail(ConnectorRig &rig, int within = kShown) const
    {
        rig.start();
        QTRY_VERIFY_WITH_TIMEOUT(!rig.failures.isEmpty(), within);
    }

private Q_SLOTS:
    void init()
    {
        Test::init();
        if (!m_engines.running())
            QSKIP(qPrintable(m_engines.whyNot()));
    }
    void cleanup() { m_engines.mendAll(); }

    void listsWhatItHas()
    {
        ConnectorRig rig(dockerConnectorType(), overSocket());
        list(rig);
        QStringList names;
        const QStringList lines = rig.lines();
        for (const QString &line : lines)
            names.append(line.section(QLatin1Char(' '), 0, 1));
        qDebug().noquote() << lines.join(QLatin1Char('\n'));
        QCOMPARE(rig.placement(QStringLiteral("shop/api")), QStringLiteral("1/1 healthy"));
        QCOMPARE(rig.placement(QStringLiteral("batch")), QStringLiteral("0/0 stopped \"ended with success\""));
        QVERIFY(rig.beats.value(0).version.startsWith(QLatin1String("Docker ")));
        QTest::qWait(8000);
        qDebug().noquote() << rig.lines().join(QLatin1Char('\n'));
    }
};

QTEST_GUILESS_MAIN(TestDockerEngine)
#include "tst_docker_engine.moc"
