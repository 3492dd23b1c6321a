// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/history/historyfile.h"
#include "backend/history/historyreader.h"
#include "tests/history/historyscript.h"
#include "tests/testing/must.h"
#include "tests/testing/test.h"

#include <QTemporaryDir>

using namespace graticule;
using namespace graticule::storage;
using namespace Qt::Literals::StringLiterals;
using testing::HistoryScript;
using testing::must;
using testing::print;

namespace {

const Instant kNow = HistoryScript::at(1e6);

/// A keeper that writes each snapshot at once.
class Keeper
{
public:
    explicit Keeper(const QString &path, double from)
        : m_file(must(HistoryFile::open(path)))
    {
        auto last = must(m_file->last());
        must(m_file->beginRun(1, HistoryScript::at(from)));
        m_recording.emplace(std::move(last.tables), HistoryScript::at(from));
    }
    void take(const SnapshotPtr &snapshot)
    {
        must(m_file->write({m_recording->take(snapshot)}, snapshot->at));
        must(m_file->tidy(m_recording->tables()));
    }
    void closeBlock() { must(m_file->tidy(m_recording->tables(), true)); }
    void end(double at) { must(m_file->endRun(m_recording->mark().end(), HistoryScript::at(at))); }
    HistoryFile &file() { return *m_file; }

private:
    std::unique_ptr<HistoryFile> m_file;
    std::optional<Recording> m_recording;
};

} // namespace

class TestHistory : public testing::Test
{
    Q_OBJECT

private:
    QTemporaryDir m_directory;
    QString path() const { return m_directory.filePath(QLatin1String(QTest::currentTestFunction())); }
    QStringList at(double seconds, Instant knownAt = kNow) const
    {
        const auto moment = must(HistoryReader::open(path()))->at(HistoryScript::at(seconds), knownAt);
        return moment ? print(moment->tables) : QStringList{moment.error().text};
    }

private Q_SLOTS:
    void saysWhatWas()
    {
        Keeper keeper(path(), 0);
        HistoryScript fleet;
        fleet.site("fra", SiteState::Healthy, 0);
        keeper.take(fleet.snapshot(10));
        fleet.site("fra", SiteState::Down, 20);
        keeper.take(fleet.snapshot(20));
        keeper.closeBlock();
        fleet.site("fra", SiteState::Healthy, 30);
        keeper.take(fleet.snapshot(30));
        QCOMPARE(at(10), QStringList{u"fra healthy since 0"_s});
        QCOMPARE(at(19.999), QStringList{u"fra healthy since 0"_s});
        QCOMPARE(at(20), QStringList{u"fra down since 20"_s});
        QCOMPARE(at(29), QStringList{u"fra down since 20"_s});
        QCOMPARE(at(30), QStringList{u"fra healthy since 30"_s});
        QCOMPARE(at(5), QStringList());
        QCOMPARE(at(-1), QStringList{u"History begins at 2026-03-03T09:00:00.000Z; what was before is not known."_s});
    }

    void agreesWithWhatWasSeenOverManyBlocks()
    {
        Keeper keeper(path(), 0);
        HistoryScript fleet;
        QMap<int, QStringList> seen;
        quint32 random = 1;
        for (int second = 0; second < 400; ++second) {
            for (int i = 0; i < 5; ++i) {
                random = random * 1664525 + 1013904223;
                const QByteArray id = "s" + QByteArray::number((random >> 8) % 40);
                if ((random >> 24) % 10 == 0) {
                    fleet.tables.sites.remove(EntityId(id));
                    fleet.tables.verdicts.remove(EntityId(id));
                } else {
                    fleet.site(id.constData(), SiteState((random >> 20) % 6), second);
                }
            }
            keeper.take(fleet.snapshot(second));
            seen.insert(second, print(fleet.tables));
            if (second % 17 == 0)
                keeper.closeBlock();
        }
        // Forwards, backwards and at random, with one reader, which keeps what it read.
        const auto reader = must(HistoryReader::open(path()));
        QList<int> seconds = seen.keys();
        for (int second = 399; second >= 0; second -= 3)
            seconds.append(second);
        for (int i = 0; i < 300; ++i)
            seconds.append((i * 7919) % 400);
        for (const int second : std::as_const(seconds))
            QCOMPARE(print(must(reader->at(HistoryScript::at(second), kNow)).tables), seen.value(second));
    }

    void knownThenAndKnownNow()
    {
        Keeper keeper(path(), 0);
        HistoryScript fleet;
        fleet.placement("web", Health::Healthy, 0);
        keeper.take(fleet.snapshot(1));
        fleet.placement("web", Health::Stopped, 100); // learnt at 600: nobody saw it before
        keeper.take(fleet.snapshot(600));
        QCOMPARE(at(300), QStringList{u"web stopped since 100"_s});
        QCOMPARE(at(300, HistoryScript::at(300)), QStringList{u"web healthy since 0"_s});
        QCOMPARE(at(300, HistoryScript::at(600)), QStringList{u"web stopped since 100"_s});
        QCOMPARE(at(99), QStringList{u"web healthy since 0"_s});
        QCOMPARE(must(must(HistoryReader::open(path()))->at(HistoryScript::at(300), kNow)).lateFacts, 1);
    }

    void aFeedIsFreshWhileItWasWatched()
    {
        Keeper keeper(path(), 0);
        HistoryScript fleet;
        fleet.feed(0, 1);
        keeper.take(fleet.snapshot(1));
        fleet.feed(0, 20);
        keeper.take(fleet.snapshot(20));
        keeper.take(fleet.snapshot(100));                   // silent since 20
        QCOMPARE(at(10), QStringList{u"feed until 100"_s}); // as fresh as what is recorded
        QCOMPARE(at(60), QStringList{u"feed until 20"_s});
        QCOMPARE(at(60, HistoryScript::at(60)), QStringList{u"feed until 100"_s}); // nobody knew
        const auto reader = must(HistoryReader::open(path()));
        const TimeSpan day{HistoryScript::at(0), kNow};
        QCOMPARE(must(reader->watched(EntityId("feed"), day)),
                 (QList<TimeSpan>{{HistoryScript::at(0), HistoryScript::at(20)}}));
    }

    void aNightWithoutAKeeperIsNotWatched()
    {
        HistoryScript fleet;
        {
            Keeper keeper(path(), 0);
            fleet.site("fra", SiteState::Healthy, 0);
            fleet.feed(0, 10);
            keeper.take(fleet.snapshot(10));
            keeper.end(50);
        }
        {
            Keeper keeper(path(), 1000);
            fleet.feed(1000, 1001);
            keeper.take(fleet.snapshot(1001));
            QCOMPARE(at(30), (QStringList{u"feed until 1001"_s, u"fra healthy since 0"_s}));
            QCOMPARE(at(500), (QStringList{u"feed until 50"_s, u"fra unknown since 50"_s}));
            QCOMPARE(at(1001), (QStringList{u"feed until 1001"_s, u"fra healthy since 0"_s}));
        }
        const auto reader = must(HistoryReader::open(path()));
        QCOMPARE(must(reader->holes({HistoryScript::at(0), kNow})),
                 (QList<TimeSpan>{{HistoryScript::at(50), HistoryScript::at(1000)}}));
        QCOMPARE(*must(reader->at(HistoryScript::at(500), kNow)).hole,
                 (TimeSpan{HistoryScript::at(50), HistoryScript::at(1000)}));
    }

    void aCrashLeavesAHoleFromTheLastWriting()
    {
        HistoryScript fleet;
        {
            Keeper keeper(path(), 0);
            fleet.feed(0, 10);
            keeper.take(fleet.snapshot(12));
        } // no end()
        Keeper keeper(path(), 100);
        const auto reader = must(HistoryReader::open(path()));
        QCOMPARE(must(reader->holes({HistoryScript::at(0), kNow})),
                 (QList<TimeSpan>{{HistoryScript::at(12), HistoryScript::at(100)}}));
        QCOMPARE(must(reader->watched(EntityId("feed"), {HistoryScript::at(0), kNow})),
                 (QList<TimeSpan>{{HistoryScript::at(0), HistoryScript::at(12)}}));
    }

    void whatASiteWas()
    {
        Keeper keeper(path(), 0);
        HistoryScript fleet;
        const std::pair<double, SiteState> day[] = {
            {1, SiteState::Healthy}, {20, SiteState::Down}, {30, SiteState::Healthy}};
        for (const auto &[second, state] : day) {
            fleet.site("fra", state, second);
            fleet.site("ams", SiteState::Healthy, 1);
            keeper.take(fleet.snapshot(second));
        }
        const auto reader = must(HistoryReader::open(path()));
        const auto lines = [&](const TimeSpan &span, const EntityId &site) {
            QStringList said;
            for (const SiteTurn &turn : must(reader->turns(span, site)))
                said << QStringLiteral("%1 %2 %3")
                            .arg((turn.at - HistoryScript::at(0)).count() / 1000)
                            .arg(turn.site.toString())
                            .arg(int(turn.state));
            said.sort();
            return said.join(u", ");
        };
        QCOMPARE(lines({HistoryScript::at(0), kNow}, EntityId("fra")), u"1 fra 1, 20 fra 3, 30 fra 1"_s);
        QCOMPARE(lines({HistoryScript::at(25), kNow}, EntityId("fra")), u"20 fra 3, 30 fra 1"_s);
        QCOMPARE(lines({HistoryScript::at(25), kNow}, {}), u"1 ams 1, 20 fra 3, 30 fra 1"_s);
        QCOMPARE(lines({HistoryScript::at(25), kNow}, EntityId("nowhere")), QString());
    }

    void aDamagedBlockIsSaidAndTheRestIsTold()
    {
        HistoryScript fleet;
        {
            Keeper keeper(path(), 0);
            for (int second = 1; second <= 3; ++second) {
                fleet.site("fra", SiteState(second), second);
                keeper.take(fleet.snapshot(second));
                keeper.closeBlock();
            }
        }
        {
            const auto database = must(Database::open(path(), Database::Mode::Write));
            must(
                database->run("UPDATE block SET data = substr(data, 1, 20) || x'00' || substr(data, 22) WHERE id = 2"));
            must(database->run("DELETE FROM checkpoint WHERE block > 2"));
        }
        const auto reader = must(HistoryReader::open(path()));
        QVERIFY(!must(reader->at(HistoryScript::at(1), kNow)).damage);
        const PastMoment damaged = must(reader->at(HistoryScript::at(2), kNow));
        QVERIFY(damaged.damage);
        QCOMPARE(print(damaged.tables), QStringList{u"fra healthy since 1"_s});
        const PastMoment after = must(reader->at(HistoryScript::at(3), kNow));
        QVERIFY(after.damage); // something before it is missing
        QCOMPARE(print(after.tables), QStringList{u"fra down since 3"_s});
    }

    void aFileThatIsBeingMadeHasNothingYet()
    {
        must(Database::open(path(), Database::Mode::Write));
        const auto reader = HistoryReader::open(path());
        QVERIFY(!reader);
        QCOMPARE(reader.error().kind, ErrorKind::NotFound);
        QCOMPARE(reader.error().text, u"Nothing is recorded yet."_s);
    }

    void aCheckpointThatMissesAPartIsPassedOver()
    {
        HistoryScript fleet;
        {
            Keeper keeper(path(), 0);
            for (int second = 1; second <= 4; ++second) {
                fleet.site("fra", SiteState(second), second);
                keeper.take(fleet.snapshot(second));
                keeper.closeBlock();
            }
        }
        must(must(Database::open(path(), Database::Mode::Write))
                 ->run("DELETE FROM part WHERE id IN (SELECT max(part) FROM checkpoint)"));
        QCOMPARE(at(4), QStringList{u"fra unreachable since 4"_s});
        QCOMPARE(at(3), QStringList{u"fra down since 3"_s});
    }

    void aFailedWritingChangesNothing()
    {
        // What was refused in the middle is written later under the same numbers as if nothing had happened.
        HistoryScript fleet;
        const auto file = must(HistoryFile::open(path()));
        must(file->last());
        must(file->beginRun(1, HistoryScript::at(0)));
        Recording recording({}, HistoryScript::at(0));
        fleet.site("fra", SiteState::Healthy, 0);
        fleet.site("ams", SiteState::Degraded, 0);
        std::vector<Recording::Step> steps{recording.take(fleet.snapshot(1))};
        {
            const auto other = must(Database::open(path(), Database::Mode::Write));
            Transaction holds(*other);
            QVERIFY(!file->write(steps, HistoryScript::at(1)));
        }
        fleet.site("fra", SiteState::Down, 2);
        steps.push_back(recording.take(fleet.snapshot(2)));
        must(file->write(steps, HistoryScript::at(2)));
        must(file->tidy(recording.tables(), true));
        QCOMPARE(at(1), (QStringList{u"ams degraded since 0"_s, u"fra healthy since 0"_s}));
        const auto reader = must(HistoryReader::open(path()));
        const auto turns = must(reader->turns({HistoryScript::at(0), kNow}, EntityId("ams")));
        QCOMPARE(turns.size(), 1);
        QCOMPARE(turns.first().state, SiteState::Degraded);
    }

    void forgetsWhatIsTooOld()
    {
        Keeper keeper(path(), 0);
        HistoryScript fleet;
        for (int second = 1; second <= 50; ++second) {
            fleet.site("fra", SiteState(1 + second % 3), second);
            keeper.take(fleet.snapshot(second));
            keeper.closeBlock();
        }
        must(keeper.file().forget(HistoryScript::at(30)));
        const auto reader = must(HistoryReader::open(path()));
        const Instant begin = must(reader->range()).from;
        QVERIFY(begin > HistoryScript::at(10));
        QVERIFY(begin <= HistoryScript::at(30));
        QCOMPARE(at(30), QStringList{u"fra healthy since 30"_s});
        QCOMPARE(at(50), QStringList{u"fra down since 50"_s});
        QVERIFY(at(5).first().startsWith(u"History begins at "));
        QCOMPARE(must(reader->turns({begin, kNow}, EntityId("fra"))).first().at <= begin, true);
    }

    void refusesANewerForm()
    {
        must(HistoryFile::open(path()));
        must(must(Database::open(path(), Database::Mode::Write))->setFormatVersion(99));
        const auto opened = HistoryFile::open(path());
        QVERIFY(!opened);
        QVERIFY2(opened.error().text.contains(u"newer Graticule"), qPrintable(opened.error().text));
    }
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
