// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/countedtext.h"
#include "models/format.h"
#include "tests/testing/test.h"

using namespace graticule;

namespace {

/// Thin spaces become ordinary ones, so that the expectations below can be read.
QString plain(QString text)
{
    return text.replace(QChar(0x202F), QLatin1Char(' ')).replace(QChar(0x2212), QLatin1Char('-'));
}

QString duration(qint64 seconds)
{
    return plain(format::duration(Milliseconds(seconds * 1000)));
}

} // namespace

class TestFormat : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void aGermanReadsACommaAndGermanMonths()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        const QString said =
            plain(QStringList{format::decimal(17.84), format::number(1234567), format::milliseconds(1900),
                              format::date(instantFromIso(QStringLiteral("2026-12-22T09:14:32Z")))}
                      .join(QStringLiteral(" | ")));
        QLocale::setDefault(before);
        QCOMPARE(said, QStringLiteral("17,8 | 1 234 567 | 1,9 s | 22 Dez. 2026"));
    }

    void numbersHaveThinSpaces()
    {
        QCOMPARE(format::number(4819), QStringLiteral("4\u202F819"));
        QCOMPARE(format::counted(QStringLiteral("11508 differences"), 11508),
                 QStringLiteral("11\u202F508 differences"));
        QCOMPARE(format::counted(QStringLiteral("one difference"), 1), QStringLiteral("one difference"));
        QCOMPARE(plain(format::number(0)), QStringLiteral("0"));
        QCOMPARE(plain(format::number(999)), QStringLiteral("999"));
        QCOMPARE(plain(format::number(1234567)), QStringLiteral("1 234 567"));
        QCOMPARE(plain(format::number(-1234)), QStringLiteral("-1 234"));
        QCOMPARE(plain(format::decimal(0.2)), QStringLiteral("0.2"));
        QCOMPARE(plain(format::decimal(17.84)), QStringLiteral("17.8"));
        QCOMPARE(plain(format::decimal(12400)), QStringLiteral("12 400"));
        QCOMPARE(plain(format::decimal(10)), QStringLiteral("10"));
        QCOMPARE(plain(format::decimal(-0.5)), QStringLiteral("-0.5"));
        QCOMPARE(format::decimal(qQNaN()), QStringLiteral("–"));
    }

    void agesGrowCoarser()
    {
        QCOMPARE(duration(2), QStringLiteral("2 s"));
        QCOMPARE(duration(59), QStringLiteral("59 s"));
        QCOMPARE(duration(12 * 60 + 59), QStringLiteral("12 min"));
        QCOMPARE(duration(3 * 3600 + 2 * 60), QStringLiteral("3 h 02"));
        QCOMPARE(duration(8 * 86400 + 7200), QStringLiteral("8 d"));
        QCOMPARE(duration(-5), QStringLiteral("0 s"));
        QCOMPARE(plain(format::exactDuration(Milliseconds(372000))), QStringLiteral("6 min 12 s"));
        QCOMPARE(plain(format::exactDuration(Milliseconds(8 * 86400000 + 7200000))), QStringLiteral("8 d 2 h"));
        QCOMPARE(format::age(kNever, instantFromMs(1000)), QStringLiteral("–"));
    }

    void valuesCarryTheirUnits()
    {
        QCOMPARE(plain(format::milliseconds(41.4)), QStringLiteral("41 ms"));
        QCOMPARE(plain(format::milliseconds(0.84)), QStringLiteral("0.8 ms"));
        QCOMPARE(plain(format::milliseconds(1900)), QStringLiteral("1.9 s"));
        QCOMPARE(format::milliseconds(-1), QStringLiteral("–"));
        QCOMPARE(plain(format::percent(0.664)), QStringLiteral("66 %"));
        QCOMPARE(plain(format::percent(0.014, true)), QStringLiteral("1.4 %"));
        QCOMPARE(format::percent(qQNaN()), QStringLiteral("–"));
        QCOMPARE(plain(format::bytes(212e6)), QStringLiteral("212 MB"));
        QCOMPARE(plain(format::bytes(999.6)), QStringLiteral("1 kB"));
        QCOMPARE(plain(format::bytes(1.6e19)), QStringLiteral("16 000 PB"));
        QCOMPARE(plain(format::usedCores({3.2, 8})), QStringLiteral("3.2 of 8 cores"));
        QCOMPARE(format::usedBytes({0, 0}), QStringLiteral("–"));
        QCOMPARE(plain(format::usedShare({2, 8})), QStringLiteral("25 %"));
        QCOMPARE(plain(format::usedShare({2, 8, true})), QStringLiteral("req. 25 %"));
        QCOMPARE(plain(format::usedCores({3.2, 8, true})), QStringLiteral("3.2 of 8 cores requested"));
        QCOMPARE(plain(format::usedBytes({1e9, 4e9, true})), QStringLiteral("1 GB of 4 GB requested"));
        QCOMPARE(format::usedShare({0, 0, true}), QStringLiteral("–"));
        QCOMPARE(plain(format::stale(format::milliseconds(24))), QStringLiteral("~24 ms"));
        QCOMPARE(format::stale(format::missing()), QStringLiteral("–"));
    }

    void bytesCanBeCountedInPowersOf1024()
    {
        const format::Units iec{.iecBytes = true};
        QCOMPARE(plain(format::bytes(212e6, iec)), QStringLiteral("202 MiB"));
        QCOMPARE(plain(format::bytes(1023, iec)), QStringLiteral("1 023 B"));
        QCOMPARE(plain(format::bytes(1024, iec)), QStringLiteral("1 KiB"));
        QCOMPARE(plain(format::usedBytes({6442450944.0, 17179869184.0}, iec)), QStringLiteral("6 GiB of 16 GiB"));
    }

    void localTimeStandsBesideUtcWhenWanted()
    {
        qputenv("TZ", "NST-09:00"); // nine hours ahead, without summer time
        const Instant at = instantFromMs(1795338872000);
        QCOMPARE(format::timeUtc(at), QStringLiteral("09:14:32 UTC"));
        const format::Units both{.localTime = true};
        QCOMPARE(format::timeUtc(at, both), QStringLiteral("09:14:32 UTC (18:14:32 NST)"));
        QCOMPARE(format::dateTimeUtc(at, both), QStringLiteral("22 Nov 2026 09:14:32 UTC (18:14:32 NST)"));
        // In the evening it is tomorrow there already.
        const Instant evening = at + Milliseconds(8 * 3'600'000);
        QCOMPARE(format::timeUtc(evening, both), QStringLiteral("17:14:32 UTC (23 Nov 02:14:32 NST)"));
        QCOMPARE(format::timeUtc(kNever, both), QStringLiteral("–"));
        qunsetenv("TZ");
    }

    void timesAreUtc()
    {
        const Instant at = instantFromMs(1795338872000);
        QCOMPARE(format::time(at), QStringLiteral("09:14:32"));
        QCOMPARE(format::dateTime(at), QStringLiteral("22 Nov 2026 09:14:32"));
        QCOMPARE(format::date(kNever), QStringLiteral("–"));
        QCOMPARE(format::position({-33.87, 151.2}), QStringLiteral("33.87 S, 151.20 E"));
    }
};

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
