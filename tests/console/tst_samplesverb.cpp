// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/listingwriters.h"
#include "app/console/verbs/samplesverb.h"
#include "tests/testing/test.h"

using namespace graticule;
using namespace Qt::Literals::StringLiterals;

class TestSamplesVerb : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void understandsMoments_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("moment"); // or what is wrong
        QTest::newRow("ISO") << u"2026-11-22T09:00:00Z"_s << u"2026-11-22T09:00:00.000Z"_s;
        QTest::newRow("seconds") << u"90s"_s << u"2026-11-22T11:58:30.000Z"_s;
        QTest::newRow("minutes") << u"15m"_s << u"2026-11-22T11:45:00.000Z"_s;
        QTest::newRow("hours") << u"24h"_s << u"2026-11-21T12:00:00.000Z"_s;
        QTest::newRow("days") << u"7d"_s << u"2026-11-15T12:00:00.000Z"_s;
        for (const char *wrong : {"", "h", "-1h", "12", "1w", "yesterday", "99999999999d"})
            QTest::newRow(wrong) << QString::fromLatin1(wrong)
                                 << u"--from: \"%1\" is no time; write 2026-11-22T09:00:00Z, or 90s, 15m, 24h, 7d."_s
                                        .arg(QString::fromLatin1(wrong));
    }

    void understandsMoments()
    {
        QFETCH(QString, text);
        QFETCH(QString, moment);
        const Result<Instant> read = momentOf(u"from"_s, text, instantFromIso(u"2026-11-22T12:00:00Z"_s));
        QCOMPARE(read ? toIso(*read) : read.error().text, moment);
    }

    void listsWhatCame()
    {
        SamplesAnswer answer;
        SampleAnswer series;
        series.metric = u"rtt.ms"_s;
        series.sources = {u"c1"_s, u"c2"_s};
        series.buckets = {{1'000, 1, 12.34, 12.34, 12.34}, {61'000, 6, 1, 30, 15.5}};
        answer.series = {series};
        QCOMPARE(toCsv(samplesListing(answer)),
                 QByteArray("metric,at,value,min,max,count,source\r\n"
                            "rtt.ms,1970-01-01T00:00:01.000Z,12.34,12.34,12.34,1,c1 c2\r\n"
                            "rtt.ms,1970-01-01T00:01:01.000Z,15.5,1,30,6,c1 c2\r\n"));
    }
};

QTEST_GUILESS_MAIN(TestSamplesVerb)
#include "tst_samplesverb.moc"
