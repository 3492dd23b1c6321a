// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/control/readregion.h"

using namespace graticule;

/// Samples that a regional keeper hands on to who reads it.
class TestTailedSamples : public testing::ReadRegion
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    /// What the regional keeper measures reaches who reads it, once, also what came while nobody read.
    void samplesComeAlongAndGoOnWhereTheyEnded()
    {
        m_keeper.capabilities = {QStringLiteral("tail")};
        measure("a", 1, 3);
        m_connector->start();
        QTRY_COMPARE(m_samples, QStringLiteral("a=1 a=2 "));
        measure("b", 3, 4);
        QTRY_COMPARE(m_samples, QStringLiteral("a=1 a=2 b=3 "));
        m_connector->stop();
        measure("a", 4, 5);
        m_connector->start();
        QTRY_COMPARE(m_samples, QStringLiteral("a=1 a=2 b=3 a=4 "));
        QVERIFY(m_beat.warnings.isEmpty());
    }

    void samplesOfAClockThatIsWrongAreMovedToOurs()
    {
        m_keeper.capabilities = {QStringLiteral("tail")};
        m_keeper.clockOffset = Milliseconds(3'600'000);
        measure("a", 1, 2, m_clock.now() + m_keeper.clockOffset);
        m_connector->start();
        QTRY_COMPARE(m_samples, QStringLiteral("a=1 "));
        QVERIFY2(std::chrono::abs(m_clock.now() - m_sampledAt) < Milliseconds(5000), "measured now, by our clock");
    }

    /// Another keeper cannot put words into our own links, nor times that nobody can count with.
    void samplesOfOursAndOfNoTimeAreLeftOut()
    {
        m_keeper.capabilities = {QStringLiteral("tail")};
        measure("central/link/c/tcp", 1, 2);
        measure("central", 2, 3);
        measure("a", 3, 4, instantFromMs(-5));
        measure("a", 4, 5);
        m_connector->start();
        QTRY_COMPARE(m_samples, QStringLiteral("central=2 a=4 "));
    }

    void samplesThatAreGoneAreCounted()
    {
        m_keeper.capabilities = {QStringLiteral("tail")};
        measure("a", 0, 1);
        m_connector->start();
        QTRY_COMPARE(m_samples, QStringLiteral("a=0 "));
        m_connector->stop();
        for (int i = 1; i <= 6; ++i)
            measure("a", i, i + 1); // it holds four
        m_connector->start();
        QTRY_COMPARE(m_samples, QStringLiteral("a=0 a=3 a=4 a=5 a=6 "));
        m_connector->probe();
        QTRY_COMPARE(m_beat.warnings,
                     QStringList(QStringLiteral("2 of its samples are lost: it does not hold them any more")));
    }

    void aKeeperThatBeganAnewIsReadFromItsBeginning()
    {
        m_keeper.capabilities = {QStringLiteral("tail")};
        measure("a", 1, 4);
        m_connector->start();
        QTRY_COMPARE(m_samples, QStringLiteral("a=1 a=2 a=3 "));
        m_connector->stop();
        m_server.reset();
        m_tail = std::make_unique<SampleTail>(4);
        ++m_epoch;
        startServer();
        measure("a", 9, 10);
        m_connector->start();
        QTRY_COMPARE(m_samples, QStringLiteral("a=1 a=2 a=3 a=9 "));
    }

    /// An older one.
    void aKeeperWithoutATailIsReadAsBefore()
    {
        measure("a", 1, 2);
        say("a", Milliseconds(0));
        m_connector->start();
        QTRY_COMPARE(m_log, QStringLiteral("beat listed(a) "));
        QCOMPARE(m_samples, QString());
    }
};

QTEST_GUILESS_MAIN(TestTailedSamples)
#include "tst_tailedsamples.moc"
