// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/connectionstate.h"
#include "backend/connectors/prometheus/prometheusconnector.h"
#include "backend/connectors/prometheus/prometheusparser.h"
#include "backend/health/healthengine.h"
#include "tests/connectors/connectorrig.h"
#include "tests/testing/test.h"

#include <QProcess>
#include <QTemporaryDir>

using graticule::testing::ConnectorRig;
using namespace graticule;

namespace {

constexpr int kShown = 15'000;
constexpr int kWindow = 60'000; // of probes that are not answered

/// Real servers, as tests/peers/prometheus starts them; end with this.
class Prometheus
{
public:
    Prometheus()
    {
        const QString said = script({QStringLiteral("up"), m_directory.path()}).section(QLatin1Char('\n'), -1);
        m_port = said.toInt();
        if (m_port == 0)
            m_whyNot = said;
    }
    ~Prometheus() { script({QStringLiteral("down"), m_directory.path()}); }
    Q_DISABLE_COPY_MOVE(Prometheus)

    int port() const { return m_port; } ///< 0: whyNot()
    const QString &whyNot() const { return m_whyNot; }
    void stop(const char *name) { script({QStringLiteral("stop"), m_directory.path(), QLatin1String(name)}); }
    void start(const char *name) { script({QStringLiteral("start"), m_directory.path(), QLatin1String(name)}); }

    /// What the server itself says at that moment; -1: not just one value.
    double value(const QString &promql, Instant at) const
    {
        QProcess curl;
        curl.start(QStringLiteral("curl"),
                   {QStringLiteral("-sG"), QStringLiteral("http://127.0.0.1:%1/api/v1/query").arg(m_port),
                    QStringLiteral("--data-urlencode"), QStringLiteral("query=") + promql, QStringLiteral("-d"),
                    QStringLiteral("time=%1").arg(double(toMs(at)) / 1000, 0, 'f', 3)});
        curl.waitForFinished(10'000);
        const auto answer = parsePrometheusAnswer(curl.readAllStandardOutput());
        return answer && answer->series.size() == 1 ? answer->series[0].value() : -1;
    }

private:
    static QString script(const QStringList &arguments)
    {
        QProcess process;
        process.start(qEnvironmentVariable("GRATICULE_SOURCE", QStringLiteral(".")) +
                          QStringLiteral("/tests/peers/prometheus"),
                      arguments);
        process.waitForFinished(60'000);
        return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    }

    QTemporaryDir m_directory;
    QString m_whyNot;
    int m_port = 0;
};

/// State and reasons of a site, as the keeper would judge it.
QString verdict(const ConnectorRig &rig, const char *site)
{
    FleetTables tables = rig.tables;
    const Instant now = SystemClock().now();
    Connection connection;
    connection.id = rig.id();
    connection.name = QStringLiteral("prom");
    connection.state = rig.failures.isEmpty() ? ConnectionState::Live : connectionStateFor(rig.failures.last());
    if (!rig.failures.isEmpty())
        connection.error = rig.failures.last();
    tables.connections.insert(connection);
    Feed feed;
    feed.id = EntityId::of(rig.id(), "feed", QStringLiteral("inventory"));
    feed.connection = rig.id();
    feed.since = feed.observedAt = now;
    feed.complete = true;
    tables.feeds.insert(feed);
    const HealthStep step = HealthEngine::step({}, tables, now);
    static const QStringList states{QStringLiteral("unknown"),     QStringLiteral("healthy"),
                                    QStringLiteral("degraded"),    QStringLiteral("down"),
                                    QStringLiteral("unreachable"), QStringLiteral("maintenance")};
    for (const auto &item : step.verdicts.upserted) {
        if (item->id != EntityId(site))
            continue;
        QStringList words{states.value(int(item->state))};
        for (const Reason &reason : item->reasons)
            words.append(reason.text);
        return words.join(QStringLiteral("; "));
    }
    return {};
}

QString link(const ConnectorRig &rig, const char *to)
{
    const Link *found =
        rig.tables.links.find(EntityId::of(rig.id(), "link", QStringLiteral("site:ams>site:") + QLatin1String(to)));
    return !found                                ? QString()
           : found->condition == Condition::Up   ? QStringLiteral("up")
           : found->condition == Condition::Down ? QStringLiteral("down")
                                                 : QStringLiteral("unknown");
}

} // namespace

/// The connector against Debian's Prometheus, node exporter and blackbox exporter.
class TestPrometheus : public graticule::testing::Test
{
    Q_OBJECT

private:
    std::unique_ptr<Prometheus> m_server;

    ConnectionConfig config() const
    {
        ConnectionConfig config;
        config.name = config.type = QStringLiteral("prometheus");
        config.address = QStringLiteral("http://127.0.0.1:%1").arg(m_server->port());
        config.labels.insert(QStringLiteral("graticule.dev/site"), QStringLiteral("ams"));
        config.options.insert(QStringLiteral("queries-per-minute"), QStringLiteral("120"));
        config.origin = Origin::Real;
        return config;
    }

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<Prometheus>(); }
    void init()
    {
        Test::init();
        if (m_server->port() > 0)
            return;
        if (qEnvironmentVariableIsSet("GRATICULE_PEERS_REQUIRED"))
            QFAIL(qPrintable(m_server->whyNot()));
        QSKIP(qPrintable(m_server->whyNot()));
    }
    void cleanupTestCase() { m_server.reset(); }

    void valuesAreThoseOfPromql()
    {
        ConnectorRig rig(prometheusConnectorType(), config());
        rig.start();
        QTRY_COMPARE_WITH_TIMEOUT(link(rig, "fra"), QStringLiteral("up"), kShown);
        QTRY_COMPARE_WITH_TIMEOUT(link(rig, "dub"), QStringLiteral("up"), kShown);
        const auto has = [&](const char *metric, const char *of) {
            return std::any_of(rig.samples.begin(), rig.samples.end(), [&](const Sample &sample) {
                return sample.metric == QLatin1String(metric) && sample.entity.toString().contains(QLatin1String(of));
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(has("cpu.cores", "node/fra") && has("cpu.cores", "node/dub"), kShown);
        QVERIFY(rig.beats.value(0).version.startsWith(QLatin1String("Prometheus 2.")));
        QCOMPARE(verdict(rig, "site:fra"), QStringLiteral("healthy"));
        QCOMPARE(verdict(rig, "site:dub"), QStringLiteral("healthy"));

        const QMap<QString, QString> queries{
            {QStringLiteral("cpu.cores"),
             QStringLiteral("sum(irate(node_cpu_seconds_total{site=\"%1\",mode!=\"idle\",mode!=\"iowait\"}[5m]))")},
            {QStringLiteral("memory.bytes"),
             QStringLiteral("sum(node_memory_MemTotal_bytes{site=\"%1\"} - node_memory_MemAvailable_bytes)")},
            {QStringLiteral("load1"), QStringLiteral("sum(node_load1{site=\"%1\"})")},
            {QStringLiteral("rtt.ms"),
             QStringLiteral("sum(probe_http_duration_seconds{site=\"%1\",phase=\"connect\"}) * 1000")},
            {QStringLiteral("probe.ms"), QStringLiteral("sum(probe_duration_seconds{site=\"%1\"}) * 1000")},
            {QStringLiteral("loss"), QStringLiteral("1 - sum(probe_success{site=\"%1\"})")},
        };
        QMap<QString, int> compared;
        for (const Sample &sample : std::as_const(rig.samples)) {
            if (!queries.contains(sample.metric))
                continue;
            const QString site =
                sample.entity.toString().contains(QLatin1String("fra")) ? QStringLiteral("fra") : QStringLiteral("dub");
            const double said = m_server->value(queries.value(sample.metric).arg(site), sample.at);
            QVERIFY2(std::abs(sample.value - said) <= 1e-9 * std::max(1.0, std::abs(said)),
                     qPrintable(QStringLiteral("%1 of %2 at %3: %4, and PromQL says %5")
                                    .arg(sample.metric, sample.entity.toString(), toIso(sample.at))
                                    .arg(sample.value)
                                    .arg(said)));
            ++compared[sample.metric];
        }
        for (auto it = queries.keyBegin(); it != queries.keyEnd(); ++it)
            QVERIFY2(compared.value(*it) >= 2, qPrintable(*it));
        const Site *fra = rig.tables.sites.find(EntityId("site:fra"));
        QCOMPARE(fra->labels.value(QStringLiteral("graticule.dev/region")), QStringLiteral("Europe"));
        QCOMPARE(fra->cpu.total,
                 m_server->value(QStringLiteral("count(node_cpu_seconds_total{site=\"fra\",mode=\"idle\"})"),
                                 rig.samples.last().at));
    }

    void aTargetThatNothingAnswersAtIsALinkThatIsDown()
    {
        ConnectorRig rig(prometheusConnectorType(), config());
        rig.start();
        QTRY_COMPARE_WITH_TIMEOUT(link(rig, "dub"), QStringLiteral("up"), kShown);
        m_server->stop("web-dub");
        QTRY_COMPARE_WITH_TIMEOUT(link(rig, "dub"), QStringLiteral("down"), kWindow);
        QCOMPARE(verdict(rig, "site:dub"), QStringLiteral("degraded; no way from ams"));
        QCOMPARE(link(rig, "fra"), QStringLiteral("up"));
        m_server->start("web-dub");
        QTRY_COMPARE_WITH_TIMEOUT(link(rig, "dub"), QStringLiteral("up"), kShown);
    }

    void aMachineThatTellsNothingIsDownWithTheReason()
    {
        ConnectorRig rig(prometheusConnectorType(), config());
        rig.start();
        QTRY_COMPARE_WITH_TIMEOUT(verdict(rig, "site:fra"), QStringLiteral("healthy"), kShown);
        m_server->stop("node-fra");
        QTRY_COMPARE_WITH_TIMEOUT(verdict(rig, "site:fra").section(QLatin1Char(';'), 0, 1),
                                  QStringLiteral("degraded; its only target cannot be scraped"), kShown);
        QVERIFY(rig.lines().filter(QStringLiteral("at site:fra down \"its metrics cannot be scraped\"")).size() == 1);
        // Who begins to watch only now knows what it was, too.
        ConnectorRig late(prometheusConnectorType(), config());
        late.start();
        QTRY_VERIFY_WITH_TIMEOUT(late.listings > 0, kShown);
        QVERIFY(late.lines().filter(QStringLiteral("at site:fra down \"its metrics cannot be scraped\"")).size() == 1);
        m_server->start("node-fra");
        QTRY_COMPARE_WITH_TIMEOUT(verdict(rig, "site:fra"), QStringLiteral("healthy"), kShown);
    }

    void withoutAnExporterNothingIsSaidOfTheWay()
    {
        ConnectorRig rig(prometheusConnectorType(), config());
        rig.start();
        QTRY_COMPARE_WITH_TIMEOUT(link(rig, "fra"), QStringLiteral("up"), kShown);
        m_server->stop("blackbox");
        QTRY_COMPARE_WITH_TIMEOUT(link(rig, "fra"), QString(), kShown);
        QCOMPARE(verdict(rig, "site:fra"), QStringLiteral("healthy"));
        m_server->start("blackbox");
        QTRY_COMPARE_WITH_TIMEOUT(link(rig, "fra"), QStringLiteral("up"), kShown);
    }

    void withoutTheServerNothingIsGreen()
    {
        ConnectorRig rig(prometheusConnectorType(), config());
        rig.start();
        QTRY_COMPARE_WITH_TIMEOUT(verdict(rig, "site:fra"), QStringLiteral("healthy"), kShown);
        m_server->stop("prometheus");
        QTRY_COMPARE_WITH_TIMEOUT(rig.failures.size(), 1, kShown);
        QVERIFY(verdict(rig, "site:fra").startsWith(QLatin1String("unreachable; ")));
        QVERIFY(verdict(rig, "site:dub").startsWith(QLatin1String("unreachable; ")));
        m_server->start("prometheus");
        rig.failures.clear();
        rig.start();
        QTRY_COMPARE_WITH_TIMEOUT(verdict(rig, "site:fra"), QStringLiteral("healthy"), kShown);
    }
};

QTEST_GUILESS_MAIN(TestPrometheus)
#include "tst_prometheus.moc"
