// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/prometheus/prometheuserror.h"
#include "backend/connectors/prometheus/prometheusparser.h"
#include "tests/connectors/fixture.h"
#include "tests/connectors/fleetprint.h"
#include "tests/testing/test.h"

#include <cmath>

using graticule::testing::fixture;
using graticule::testing::printed;
using namespace graticule;

namespace {

QByteArray vector(const QByteArray &result)
{
    return R"({"status":"success","data":{"resultType":"vector","result":)" + result + "}}";
}

QString refused(int status, const QByteArray &body, const QString &selector = {})
{
    PrometheusSettings settings;
    settings.endpoint.shown = QStringLiteral("SERVER");
    settings.prefix = "/prometheus";
    settings.selector = selector;
    return printed(prometheusError(settings, status, body, QStringLiteral("list its targets")));
}

PrometheusSettings settings(const QString &address)
{
    ConnectionConfig config;
    config.address = address;
    const auto read = PrometheusSettings::of(config);
    return read ? *read : PrometheusSettings();
}

QString mistake(ConnectionConfig config)
{
    if (config.address.isEmpty())
        config.address = QStringLiteral("https://host");
    const auto read = PrometheusSettings::of(config);
    return read ? QString() : read.error().text;
}

} // namespace

/// Bytes of the API as values, and what may be said of a server in a file.
class TestPrometheusParser : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void readsVectors()
    {
        const auto answer = parsePrometheusAnswer(fixture("prometheus/targets.json"));
        QVERIFY(answer);
        QCOMPARE(answer->series.size(), size_t(7));
        QCOMPARE(toMs(answer->at), qint64(1795370261933));
        const PrometheusSeries &dub = answer->series[1];
        QCOMPARE(dub.labels.value(QStringLiteral("__name__")), QStringLiteral("probe_success"));
        QCOMPARE(dub.labels.value(QStringLiteral("position")), QStringLiteral("53.35,-6.26"));
        QCOMPARE(dub.value(), 0.0);
        QCOMPARE(parsePrometheusAnswer(fixture("prometheus/victoriametrics-vector.json"))->series.size(), size_t(4));
    }

    void readsEachProbeWithItsOwnTime()
    {
        const auto answer = parsePrometheusAnswer(fixture("prometheus/probes.json"));
        QVERIFY(answer);
        const PrometheusSeries &fra = answer->series[0];
        QCOMPARE(fra.points.size(), size_t(6));
        QCOMPARE(toMs(fra.points[0].at), qint64(1795370256514));
        QCOMPARE(fra.points[0].value, 0.001289186);
    }

    void keepsWhatIsNoNumberAsSuch()
    {
        const auto answer = parsePrometheusAnswer(fixture("prometheus/nan-inf.json"));
        QVERIFY(answer);
        QVERIFY(std::isnan(answer->series[0].value()));
        QCOMPARE(answer->series[1].value(), INFINITY);
        QCOMPARE(answer->series[2].value(), -INFINITY);
    }

    void readsScalarsAndPartialAnswers()
    {
        const auto time = parsePrometheusAnswer(
            R"({"status":"success","data":{"resultType":"scalar","result":[1795370261.9,"42"]}})");
        QCOMPARE(time->series[0].value(), 42.0);
        const auto partial = parsePrometheusAnswer(
            R"({"status":"success","warnings":["store 10.0.0.7 is gone\u0007"],"data":{"resultType":"vector","result":[]}})");
        QCOMPARE(partial->warnings, QStringList{QStringLiteral("store 10.0.0.7 is gone")});
        QCOMPARE(partial->at, kNever);
        const auto victoria = parsePrometheusAnswer(
            R"({"status":"success","isPartial":true,"data":{"resultType":"vector","result":[]}})");
        QCOMPARE(victoria->warnings.size(), 1);
    }

    void leavesOutWhatCannotBeRead()
    {
        QByteArray many = "{";
        for (int i = 0; i < 65; ++i)
            many += (i ? ",\"l" : "\"l") + QByteArray::number(i) + "\":\"\"";
        const auto answer = parsePrometheusAnswer(vector(
            R"([{"metric":{"a":"1"},"value":[1,"1"]},{"metric":{"a":1},"value":[1,"1"]},{"metric":{},"value":[1]},)"
            R"({"metric":{},"value":["1","1"]},{"metric":{},"value":[1,"1e999"]},{"metric":{},"value":[-1,"1"]},)"
            R"({"metric":{},"value":[1e300,"1"]},{"metric":{},"values":[]},{"metric":{},"values":[[2,"1"],[1,"1"]]},)"
            R"({"metric":{},"histogram":[1,{}]},7,null,{"metric":{"a":")" +
            QByteArray(2000, 'x') + R"("},"value":[1,"1"]},{"metric":)" + many + "},\"value\":[1,\"1\"]}]"));
        QVERIFY(answer);
        QCOMPARE(answer->series.size(), size_t(1));
        QCOMPARE(answer->unreadable, 13);
    }

    void refusesWhatIsNoAnswer()
    {
        const QList<QByteArray> bodies{
            "",
            "null",
            "[]",
            "{}",
            "{\"status\":\"success\"}",
            "{\"status\":\"success\",\"data\":[]}",
            "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":{}}}",
            "{\"status\":\"success\",\"data\":{\"resultType\":\"string\",\"result\":[1,\"x\"]}}",
            "{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[]}}",
            "<html>log in</html>",
            fixture("prometheus/error-parse.json"),
            fixture("prometheus/targets.json").left(700),
            QByteArray(100'000, '['),
            QByteArray("\0\xff\xfe", 3),
        };
        for (const QByteArray &body : bodies) {
            const auto answer = parsePrometheusAnswer(body);
            QVERIFY2(!answer && answer.error().kind == ErrorKind::Malformed, body.left(60).constData());
        }
        const auto many = parsePrometheusAnswer(vector('[' + QByteArray("{},").repeated(100'001) + "{}]"));
        QCOMPARE(many.error().kind, ErrorKind::TooLarge);
    }

    void anythingCutAnywhereIsAnError()
    {
        for (const char *name : {"prometheus/targets.json", "prometheus/probes.json", "prometheus/nodes.json"}) {
            const QByteArray whole = fixture(name).trimmed();
            for (qsizetype size = 0; size < whole.size(); size += 37)
                QVERIFY(!parsePrometheusAnswer(whole.left(size)));
            for (qsizetype at = 0; at < whole.size();
                 at += 13) { // a byte flipped: an answer or an error, never a crash
                QByteArray flipped = whole;
                flipped[at] = char(flipped[at] ^ 0x11);
                parsePrometheusAnswer(flipped);
            }
        }
    }

    void tellsWhatItIs()
    {
        QCOMPARE(parsePrometheusBuild(fixture("prometheus/buildinfo.json"))->version, QStringLiteral("2.42.0+ds"));
        QCOMPARE(parsePrometheusBuild(fixture("prometheus/victoriametrics-buildinfo.json"))->version, QString());
        QCOMPARE(
            parsePrometheusBuild(R"({"status":"success","data":{"application":"Grafana Mimir","version":"2.10.0"}})")
                ->application,
            QStringLiteral("Grafana Mimir"));
    }

    void errorsSayWhoseFaultTheyAre()
    {
        QCOMPARE(refused(400, fixture("prometheus/error-parse.json")),
                 QStringLiteral("unsupported, endpoint: SERVER does not take our query: invalid parameter \"query\": "
                                "1:5: parse error: unclosed left parenthesis"));
        QVERIFY(refused(422, fixture("prometheus/victoriametrics-error-parse.json"), QStringLiteral("a=\"b\""))
                    .endsWith(QLatin1String(". Look at options.selector.")));
        QCOMPARE(refused(422, fixture("prometheus/error-timeout.json")),
                 QStringLiteral("timed out, endpoint: SERVER gave up on a query: expanding series: context deadline "
                                "exceeded"));
        QCOMPARE(refused(404, fixture("prometheus/error-404.txt")),
                 QStringLiteral("not found, input: SERVER has no API of Prometheus: /prometheus/api/v1 is not found "
                                "there. Add the path before /api/v1 to the address."));
        QCOMPARE(refused(401, "no org id"),
                 QStringLiteral("refused, input: SERVER wants a tenant. Set options.tenant."));
        QCOMPARE(
            refused(401, "Unauthorized"),
            QStringLiteral("refused, not allowed: SERVER answers 401 when asked to list its targets: Unauthorized"));
        QCOMPARE(refused(422, R"({"status":"error","errorType":"execution","error":"the query hit the max number of )"
                              R"(series limit (limit: 100 series), it exceeds it"})"),
                 QStringLiteral("too large, endpoint: SERVER refuses a query as too large: the query hit the max "
                                "number of series limit (limit: 100 series), it exceeds it. Narrow it by "
                                "options.selector."));
        QCOMPARE(
            refused(503, "upstream is down"),
            QStringLiteral("malformed, endpoint: SERVER answers 503 when asked to list its targets: upstream is down"));
        QCOMPARE(
            refused(200, "<html>log in</html>"),
            QStringLiteral("unsupported, endpoint: SERVER answers in HTTP, but not as the API of Prometheus does."));
    }

    void addressesMayHaveAPathAndEndInTheApi()
    {
        const auto where = [](const char *address) {
            const PrometheusSettings read = settings(QLatin1String(address));
            return read.endpoint.url + ' ' + read.prefix;
        };
        QCOMPARE(where("http://localhost:9090"), QByteArray("http://localhost:9090 "));
        QCOMPARE(where("http://localhost:9090/"), QByteArray("http://localhost:9090 "));
        QCOMPARE(where("https://mimir.example/prometheus"), QByteArray("https://mimir.example:443 /prometheus"));
        QCOMPARE(where("https://vm.example/select/0/prometheus/api/v1/"),
                 QByteArray("https://vm.example:443 /select/0/prometheus"));
        QCOMPARE(where("http://[::1]:9090/a%20b"), QByteArray("http://[::1]:9090 /a%20b"));
    }

    void mistakesNameTheirField()
    {
        ConnectionConfig config;
        config.address = QStringLiteral("tcp://host:9090");
        QVERIFY(mistake(config).startsWith(QLatin1String("address: \"tcp://host:9090\" is not understood")));
        config.address = QStringLiteral("https://me:secret@host");
        QVERIFY(mistake(config).startsWith(QLatin1String("address: https://host has a user in it")));
        QVERIFY(!mistake(config).contains(QLatin1String("secret")));
        config.address = QStringLiteral("http://host");
        config.token = QStringLiteral("env:TOKEN");
        QVERIFY(mistake(config).startsWith(QLatin1String("token: it would be sent to http://host in clear text")));
        config = {};
        config.options.insert(QStringLiteral("selector"), QStringLiteral("env=\"prod\"} or vector(1"));
        QVERIFY(mistake(config).startsWith(QLatin1String("options.selector: ")));
        config.options = {{QStringLiteral("site-labels"), QStringLiteral("graticule.dev/site")}};
        QVERIFY(mistake(config).startsWith(QLatin1String("options.site-labels: ")));
        config.options = {{QStringLiteral("tenant"), QStringLiteral("a\r\nX: y")}};
        QVERIFY(mistake(config).startsWith(QLatin1String("options.tenant: ")));
        config.options = {{QStringLiteral("user"), QStringLiteral("me")}};
        QCOMPARE(mistake(config), QStringLiteral("token: is missing: it is the password of the option user."));
    }
};

QTEST_GUILESS_MAIN(TestPrometheusParser)
#include "tst_prometheus_parser.moc"
