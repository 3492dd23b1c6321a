// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/sampletail.h"
#include "tests/testing/test.h"

using namespace graticule;

namespace {

QList<Sample> values(std::initializer_list<int> list)
{
    QList<Sample> samples;
    for (const int value : list)
        samples.append({EntityId("a"), QStringLiteral("m"), instantFromMs(1000 + value), double(value)});
    return samples;
}

/// "1 2 3; next 4", and what is lost before.
QString print(const SampleTail::Part &part)
{
    QStringList words;
    for (const Sample &sample : part.samples)
        words << QString::number(sample.value);
    QString text = words.join(u' ') + QStringLiteral("; next %1").arg(part.next);
    if (part.lost > 0)
        text += QStringLiteral(", %1 lost").arg(part.lost);
    return text;
}

} // namespace

class tst_SampleTail : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatComesNext()
    {
        SampleTail tail;
        QCOMPARE(print(tail.read(0, 100)), QStringLiteral("; next 1"));
        tail.append(values({1, 2, 3}));
        tail.append(values({4}));
        QCOMPARE(print(tail.read(0, 100)), QStringLiteral("1 2 3 4; next 5"));
        QCOMPARE(print(tail.read(5, 100)), QStringLiteral("; next 5"));
        tail.append(values({5, 6}));
        QCOMPARE(print(tail.read(5, 100)), QStringLiteral("5 6; next 7"));
        QCOMPARE(print(tail.read(3, 100)), QStringLiteral("3 4 5 6; next 7"));
    }

    void tellsNoMoreThanIsAskedFor()
    {
        SampleTail tail;
        tail.append(values({1, 2, 3}));
        tail.append(values({4, 5}));
        QCOMPARE(print(tail.read(0, 2)), QStringLiteral("1 2; next 3"));
        QCOMPARE(print(tail.read(3, 2)), QStringLiteral("3 4; next 5"));
        QCOMPARE(print(tail.read(5, 2)), QStringLiteral("5; next 6"));
    }

    void countsWhatIsGone()
    {
        SampleTail tail(3);
        tail.append(values({1, 2}));
        tail.append(values({3, 4}));
        tail.append(values({5}));
        QCOMPARE(print(tail.read(2, 100)), QStringLiteral("3 4 5; next 6, 1 lost"));
        QCOMPARE(print(tail.read(0, 100)), QStringLiteral("3 4 5; next 6")); // who is new lacks nothing
    }

    /// One batch that is larger than all that is held is told whole: nobody could have had it before.
    void keepsTheNewestHoweverLarge()
    {
        SampleTail tail(2);
        tail.append(values({1}));
        tail.append(values({2, 3, 4, 5}));
        QCOMPARE(print(tail.read(1, 100)), QStringLiteral("2 3 4 5; next 6, 1 lost"));
    }

    void aNumberOfAnotherRunBeginsAtTheBeginning()
    {
        SampleTail tail;
        tail.append(values({1, 2}));
        QCOMPARE(print(tail.read(900, 100)), QStringLiteral("1 2; next 3"));
    }
};

QTEST_GUILESS_MAIN(tst_SampleTail)
#include "tst_sampletail.moc"
