// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/dockerengines.h"
#include "tests/testing/test.h"

using graticule::testing::DockerEngines;

/// The rig itself: each fault that other tests rely on really happens, and is mended again.
class TestDockerEngines : public graticule::testing::Test
{
    Q_OBJECT

private:
    DockerEngines m_engines;

    QString inspect(const QString &container, const char *format) const
    {
        return QString::fromUtf8(m_engines.client(QStringLiteral("dub"), {QStringLiteral("inspect"), container,
                                                                          QStringLiteral("-f"), QLatin1String(format)}))
            .trimmed();
    }
    QString health() const { return inspect(QStringLiteral("web-dub"), "{{.State.Health.Status}}"); }
    bool answers() const
    {
        const QStringList arguments{QStringLiteral("info"), QStringLiteral("-f"), QStringLiteral("{{.ID}}")};
        return !m_engines.client(QStringLiteral("dub"), arguments).trimmed().isEmpty();
    }

private Q_SLOTS:
    void init()
    {
        Test::init();
        if (!m_engines.running())
            QSKIP(qPrintable(m_engines.whyNot()));
    }

    void cleanup() { m_engines.mendAll(); }

    void haveNamesAndPlaces()
    {
        QStringList places;
        for (const DockerEngines::Engine &engine : m_engines.engines())
            places.append(
                QStringList{engine.name, engine.region, engine.country, engine.position}.join(QLatin1Char(' ')));
        QCOMPARE(places, (QStringList{QStringLiteral("dub eu-west-1 IE 53.35,-6.26"),
                                      QStringLiteral("fra eu-central-1 DE 50.11,8.68"),
                                      QStringLiteral("iad us-east-1 US 38.95,-77.45")}));
    }

    void containerTurnsUnhealthyAndBack()
    {
        QTRY_COMPARE_WITH_TIMEOUT(health(), QStringLiteral("healthy"), 10'000);
        QVERIFY(m_engines.fault(QStringLiteral("dub"), QStringLiteral("unhealthy")));
        QTRY_COMPARE_WITH_TIMEOUT(health(), QStringLiteral("unhealthy"), 10'000);
        QVERIFY(m_engines.fault(QStringLiteral("dub"), QStringLiteral("healthy")));
        QTRY_COMPARE_WITH_TIMEOUT(health(), QStringLiteral("healthy"), 10'000);
    }

    void oneContainerKeepsRestarting()
    {
        const QString crash = QStringLiteral("crash-dub");
        const int before = inspect(crash, "{{.RestartCount}}").toInt();
        QTRY_VERIFY_WITH_TIMEOUT(inspect(crash, "{{.RestartCount}}").toInt() > before, 70'000);
    }

    void killedEngineComesBackWithItsContainers()
    {
        QVERIFY(m_engines.fault(QStringLiteral("dub"), QStringLiteral("kill")));
        QVERIFY(!answers());
        QVERIFY(m_engines.fault(QStringLiteral("dub"), QStringLiteral("restart")));
        QVERIFY(answers());
        QTRY_COMPARE_WITH_TIMEOUT(health(), QStringLiteral("healthy"), 10'000);
    }
};

QTEST_GUILESS_MAIN(TestDockerEngines)
#include "tst_dockerengines.moc"
