// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/history/changelog.h"
#include "tests/history/historyscript.h"
#include "tests/testing/test.h"

#include <QRandomGenerator>

#include <google/protobuf/stubs/logging.h>

using namespace graticule;
using namespace Qt::Literals::StringLiterals;
using testing::HistoryScript;
using testing::print;

class TestChangeLog : public testing::Test
{
    Q_OBJECT

private:
    static HistoryChange change(double at, const char *site, SiteState state)
    {
        HistoryChange change{HistoryScript::at(at), {}};
        change.delta.verdicts.upsert(Verdict{EntityId(site), state, false, HistoryScript::at(at), {}});
        return change;
    }

private Q_SLOTS:
    void readsWhatWasWritten()
    {
        QByteArray log;
        appendChange(log, change(1, "fra", SiteState::Healthy));
        appendChange(log, change(2, "ams", SiteState::Down));
        HistoryChange gone{HistoryScript::at(3), {}};
        gone.delta.verdicts.removed = {EntityId("fra")};
        appendChange(log, gone);
        const auto changes = readChanges(log);
        QVERIFY(changes);
        QCOMPARE(changes->size(), 3);
        QCOMPARE(changes->at(1).at, HistoryScript::at(2));
        FleetTables tables;
        QVERIFY(foldChanges(log, tables));
        QCOMPARE(print(tables), QStringList{u"ams down since 2"_s});
    }

    void aLargeChangeStaysOne()
    {
        HistoryChange large{HistoryScript::at(1), {}};
        for (int i = 0; i < 5000; ++i)
            large.delta.verdicts.upsert(
                Verdict{EntityId(QByteArray::number(i)), SiteState::Healthy, false, kNever, {}});
        QByteArray log;
        appendChange(log, large);
        const auto changes = readChanges(log);
        QVERIFY(changes);
        QCOMPARE(changes->size(), 1);
        QCOMPARE(changes->front().delta.verdicts.upserted.size(), 5000);
    }

    void packsAndUnpacks()
    {
        const QByteArray bytes = QByteArray("the same again, ").repeated(1000);
        const QByteArray small = packed(bytes);
        QVERIFY(small.size() < 200);
        QCOMPARE(unpacked(small).value(), bytes);
        QCOMPARE(unpacked(packed({})).value(), QByteArray());
    }

    void findsEveryWrongBit()
    {
        QByteArray log;
        for (int i = 0; i < 20; ++i)
            appendChange(log, change(i, "fra", SiteState::Down));
        const QByteArray whole = packed(log);
        int found = 0;
        for (qsizetype bit = 0; bit < whole.size() * 8; ++bit) {
            QByteArray broken = whole;
            broken[bit / 8] = char(broken[bit / 8] ^ (1 << (bit % 8)));
            const auto bytes = unpacked(broken);
            found += !bytes || bytes.value() != log; // some bits of the header mean nothing
            QVERIFY(!bytes || bytes.value() == log);
        }
        QVERIFY(found > whole.size() * 8 * 9 / 10);
    }

    void refusesWhatIsCutOff()
    {
        QByteArray log;
        appendChange(log, change(1, "fra", SiteState::Down));
        for (qsizetype size = 1; size < log.size(); ++size) {
            const auto changes = readChanges(QByteArrayView(log).first(size));
            QVERIFY(!changes);
            QCOMPARE(changes.error().kind, ErrorKind::Malformed);
        }
        const QByteArray whole = packed(log);
        for (qsizetype size = 0; size < whole.size(); ++size)
            QVERIFY(!unpacked(QByteArrayView(whole).first(size)));
    }

    void survivesAnyBytes()
    {
        const google::protobuf::LogSilencer silent; // it says on stderr what it refuses
        QRandomGenerator random(7);
        QByteArray log;
        appendChange(log, change(1, "fra", SiteState::Down));
        for (int round = 0; round < 20'000; ++round) {
            QByteArray bytes = log;
            for (int i = random.bounded(1, 5); i > 0; --i)
                bytes[random.bounded(bytes.size())] = char(random.generate());
            readChanges(bytes); // refused or not, it comes back
        }
    }

    void refusesABomb()
    {
        // A frame that claims a terabyte: magic, a single segment with an 8-byte size.
        const QByteArray bomb = QByteArray::fromHex("28b52ffde0000000000001000001000000");
        const auto bytes = unpacked(bomb);
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().kind, ErrorKind::TooLarge);
    }
};

QTEST_GUILESS_MAIN(TestChangeLog)
#include "tst_changelog.moc"
