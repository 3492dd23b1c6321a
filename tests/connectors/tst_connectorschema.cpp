// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/config/connectionfile.h"
#include "backend/connectors/commonfields.h"
#include "backend/connectors/docker/dockerconnector.h"
#include "backend/connectors/grpc/grpcconnector.h"
#include "backend/connectors/host/hostconnector.h"
#include "backend/connectors/kubernetes/kubeconnector.h"
#include "backend/connectors/prometheus/prometheusconnector.h"
#include "tests/testing/test.h"

using namespace graticule;

namespace {

ConnectorRegistry builtIn()
{
    ConnectorRegistry registry;
    registry.add(dockerConnectorType());
    registry.add(grpcConnectorType());
    registry.add(hostConnectorType());
    registry.add(kubernetesConnectorType());
    registry.add(prometheusConnectorType());
    return registry;
}

QString print(const OptionSchema &option)
{
    static const char *const kinds[] = {"?", "text", "number", "flag", "choice", "file", "secret", "pairs"};
    return option.name + QLatin1Char(' ') + QLatin1String(kinds[int(option.kind)]) +
           (option.fallback.isEmpty() ? QString() : QLatin1Char('=') + option.fallback) +
           (option.advanced ? QStringLiteral(" advanced") : QString());
}

QString troubles(const ConnectionConfig &config)
{
    QStringList lines;
    for (const Mistake &mistake : checkConnection(config, builtIn()))
        lines << mistake.toString();
    return lines.join(QLatin1Char('\n'));
}

ConnectionConfig docker()
{
    ConnectionConfig config;
    config.name = QStringLiteral("x");
    config.type = QStringLiteral("docker");
    config.address = QStringLiteral("unix:///run/docker.sock");
    return config;
}

} // namespace

/// What the kinds of the house say that they can be given, and that it is held to.
class TestConnectorSchema : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void eachKindDeclaresWhatItUses()
    {
        QStringList lines;
        const ConnectorRegistry registry = builtIn();
        for (const ConnectorType &type : registry.types()) {
            lines << type.type + QLatin1Char(':');
            for (const OptionSchema &field : type.fields)
                lines << QStringLiteral("  ") + print(field);
            for (const OptionSchema &option : optionsOf(type))
                lines << QStringLiteral("  options.") + print(option);
        }
        QCOMPARE(lines.join(QLatin1Char('\n')), QStringLiteral(R"(docker:
  place.city text
  place.country text
  place.position text
  place.region text
  place.site text
  tls.ca file
  tls.certificate file
  tls.key file
  tls.server-name text
  token secret
  labels pairs
  budget.requests-per-second number=20
  budget.bytes-per-second number=4000000
  probes.interval number=10 advanced
  options.stats flag=yes
  options.proxy text advanced
  options.insecure flag=no advanced
  options.ssh-config file advanced
  options.slow-after number=1000 advanced
grpc:
  tls.ca file
  tls.certificate file
  tls.key file
  tls.server-name text
  token secret
  probes.interval number=10 advanced
  options.slow-after number=1000 advanced
host:
  place.city text
  place.country text
  place.position text
  place.region text
  place.site text
  labels pairs
  options.slow-after number=1000 advanced
kubernetes:
  place.city text
  place.country text
  place.position text
  place.region text
  place.site text
  tls.ca file
  tls.certificate file
  tls.key file
  tls.server-name text
  token secret
  labels pairs
  budget.requests-per-second number=20
  budget.bytes-per-second number=4000000
  probes.interval number=10 advanced
  options.context text
  options.namespace text
  options.exec text
  options.proxy text advanced
  options.slow-after number=1000 advanced
prometheus:
  place.city text
  place.country text
  place.position text
  place.region text
  place.site text
  tls.ca file
  tls.certificate file
  tls.key file
  tls.server-name text
  token secret
  labels pairs
  budget.requests-per-second number=20
  budget.bytes-per-second number=4000000
  probes.interval number=10 advanced
  options.site-labels text=graticule_dev_site, site, datacenter, region
  options.region-labels text=graticule_dev_region, region advanced
  options.country-labels text=graticule_dev_country, country advanced
  options.city-labels text=graticule_dev_city, city advanced
  options.position-labels text=graticule_dev_position, position advanced
  options.vantage-labels text=graticule_dev_vantage, vantage, prober advanced
  options.selector text
  options.queries-per-minute number=15
  options.user text
  options.tenant text advanced
  options.proxy text advanced
  options.slow-after number=1000 advanced)"));
    }

    void whatIsUsualAndExamplesAreGood()
    {
        const ConnectorRegistry registry = builtIn();
        for (const ConnectorType &type : registry.types()) {
            for (const OptionSchema &option : joined({type.fields, optionsOf(type)})) {
                QVERIFY2(!option.title.isEmpty() && option.help.endsWith(QLatin1Char('.')), qPrintable(option.name));
                QCOMPARE(optionTrouble(option, option.fallback), QString());
                QCOMPARE(optionTrouble(option, option.example), QString());
            }
            ConnectionConfig config;
            config.address = type.addressExample;
            QCOMPARE(type.check(config), QStringList());
        }
    }

    void theBudgetsOfTheSchemaAreThoseOfTheConfig()
    {
        QCOMPARE(budgetFields()[0].fallback.toDouble(), ConnectionConfig().budgetRequests);
        QCOMPARE(budgetFields()[1].fallback.toDouble(), ConnectionConfig().budgetBytes);
    }

    void mistakesNameTheirField()
    {
        QCOMPARE(troubles(docker()), QString());
        ConnectionConfig config = docker();
        config.caFile = QStringLiteral("ca.pem");
        config.serverName = QStringLiteral("a b");
        config.options = {{QStringLiteral("proxy"), QStringLiteral("host:1080")},
                          {QStringLiteral("insecure"), QStringLiteral("true")},
                          {QStringLiteral("stats"), QStringLiteral("no")},
                          {QStringLiteral("slow-after"), QStringLiteral("0")}};
        QCOMPARE(
            troubles(config),
            QStringLiteral("tls.ca: must be an absolute path on the keeper's computer, as in /etc/graticule/ca.pem\n"
                           "tls.server-name: must have the form of engine.example\n"
                           "options.proxy: must have the form of socks5h://host:1080\n"
                           "options.insecure: must be yes or no\n"
                           "options.slow-after: must be from 1 to 600000"));
        config = docker();
        config.type = QStringLiteral("host");
        config.address = QStringLiteral("local");
        config.token = QStringLiteral("env:TOKEN");
        QCOMPARE(troubles(config), QStringLiteral("token: is not used by This machine; leave it out"));
    }
};

QTEST_GUILESS_MAIN(TestConnectorSchema)
#include "tst_connectorschema.moc"
