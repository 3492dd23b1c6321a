// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/recordedexchange.h"
#include "tests/testing/test.h"

using graticule::testing::RecordedExchange;

namespace {

class TestRecordedExchange : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void everyRecordingIsWhole()
    {
        for (const char *version : {"1.20", "1.32"}) {
            const QString folder = QStringLiteral("kubernetes/") + QLatin1String(version);
            const QStringList names = RecordedExchange::names(folder);
            QVERIFY(names.size() > 80);
            for (const QString &name : names)
                QCOMPARE(RecordedExchange::load(folder, name).pieces().join().size(),
                         RecordedExchange::load(folder, name).body.size());
        }
    }

    void anExchangeIsWhatWasAskedAndWhatCame()
    {
        const auto exchange =
            RecordedExchange::load(QStringLiteral("kubernetes/1.20"), QStringLiteral("cordon-merge-patch"));
        QCOMPARE(exchange.requestLine,
                 "PATCH /api/v1/nodes/ip-10-10-0-0.eu-west-1.compute.internal?fieldManager=console HTTP/1.1");
        QCOMPARE(exchange.requestBody.size(), 41);
        QCOMPARE(exchange.status, 200);
        QCOMPARE(exchange.header("content-TYPE"), "application/json");
        QCOMPARE(exchange.header("x-not-there"), "");
        QVERIFY(exchange.body.startsWith(R"({"kind":"Node")"));
    }

    void aBodyThatLiesPackedIsWhole()
    {
        const auto exchange = RecordedExchange::load(QStringLiteral("kubernetes/1.20"), QStringLiteral("watch-nodes"));
        QCOMPARE(exchange.body.size(), 120456);
        QVERIFY(exchange.pieces().size() > 10);
        QVERIFY(exchange.body.startsWith(R"({"type":)"));
        QVERIFY(exchange.body.endsWith("}\n"));
    }
};

} // namespace

QTEST_GUILESS_MAIN(TestRecordedExchange)
#include "tst_recordedexchange.moc"
