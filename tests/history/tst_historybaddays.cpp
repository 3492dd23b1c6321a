// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/history/historyfile.h"
#include "backend/history/historyreader.h"
#include "backend/history/recorder.h"
#include "backend/history/recordwriter.h"
#include "tests/history/historyscript.h"
#include "tests/testing/test.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <csignal>
#include <random>

#include <sys/resource.h>

using namespace graticule;
using namespace graticule::storage;
using namespace Qt::Literals::StringLiterals;
using testing::HistoryScript;
using testing::print;

namespace {

const Instant kNow = HistoryScript::at(1e6);
const TimeSpan kAll{HistoryScript::at(0), kNow};

/// Files of this process become no larger than so many bytes: as on a full disk.
class SmallDisk
{
public:
    explicit SmallDisk(rlim_t bytes)
        : m_signal(std::signal(SIGXFSZ, SIG_IGN))
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_signal);
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

private:
    rlimit m_before{};
    void (*m_signal)(int);
};

/// What a history says: everything that can be asked, as text.
struct Said
{
    QMap<int, QStringList> moments; ///< by second; those that were told without a word of damage
    QStringList turns;
    QStringList holes;
    bool isSaid = false; ///< something was refused, or said to be damaged

    static constexpr int kLast = 140;
};

Said ask(const QString &path)
{
    Said said;
    const auto opened = HistoryReader::open(path);
    if (!opened) {
        said.isSaid = true;
        return said;
    }
    HistoryReader &reader = **opened;
    for (int second = 1; second <= Said::kLast; second += 3) {
        const auto moment = reader.at(HistoryScript::at(second), kNow);
        if (!moment || moment->damage) {
            said.isSaid = true;
            continue;
        }
        said.moments[second] = print(moment->tables) << (moment->hole ? u"not watched"_s : QString());
    }
    if (const auto turns = reader.turns(kAll)) {
        for (const SiteTurn &turn : *turns)
            said.turns << QStringLiteral("%1 %2 %3").arg(turn.site.toString(), toIso(turn.at)).arg(int(turn.state));
    } else {
        said.isSaid = true;
    }
    if (const auto holes = reader.holes(kAll)) {
        for (const TimeSpan &hole : *holes)
            said.holes << toIso(hole.from) + u' ' + toIso(hole.until);
    } else {
        said.isSaid = true;
    }
    return said;
}

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// Two runs with a hole between them, blocks, a head, and what was learnt late.
QByteArray smallHistory(const QString &path)
{
    HistoryScript fleet;
    for (const int run : {0, 80}) {
        RecordWriter writer({.path = path, .epoch = quint64(run + 1)}, HistoryScript::at(run));
        for (int second = run + 1; second <= run + 60; ++second) {
            const QByteArray id = "s" + QByteArray::number(second % 12);
            fleet.site(id.constData(), SiteState(1 + second % 4), second);
            if (second % 20 == 0)
                fleet.placement("web", second % 40 == 0 ? Health::Stopped : Health::Healthy, second - 10);
            fleet.feed(run, second);
            if (!writer.write({fleet.snapshot(second)}, HistoryScript::at(second)))
                qFatal("%s", qPrintable(writer.error().text));
        }
        writer.end(HistoryScript::at(run + 60));
        if (run > 0)
            continue;
        auto file = HistoryFile::open(path);
        auto last = (*file)->last();
        if (!last || !(*file)->tidy(last->tables, true))
            qFatal("no block");
    }
    {
        const auto database = Database::open(path, Database::Mode::Write);
        (void)(*database)->run("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestHistoryBadDays : public testing::Test
{
    Q_OBJECT

private:
    QTemporaryDir m_directory;
    QString path() const { return m_directory.filePath(QLatin1String(QTest::currentTestFunction())); }

private Q_SLOTS:
    void onAFullDisk()
    {
        HistoryScript fleet;
        RecordWriter writer({.path = path(), .epoch = 1}, HistoryScript::at(0));
        const auto step = [&](int second) {
            for (int i = 0; i < 50; ++i)
                fleet.site(QByteArray("s" + QByteArray::number(i)).constData(), SiteState(1 + (second + i) % 4),
                           second);
            return writer.write({fleet.snapshot(second)}, HistoryScript::at(second));
        };
        QVERIFY(step(1));
        int second = 1;
        int failed = 0;
        {
            const SmallDisk disk(200'000);
            while (failed < 50 && second < 5000)
                failed += step(++second) ? 0 : 1;
            QVERIFY(writer.error().text.startsWith(path() + u": the disk "_s));
            QCOMPARE(ask(path()).isSaid, false); // what was written before can be read
        }
        QVERIFY(step(++second));
        QCOMPARE(writer.error().text, QString());
        QCOMPARE(writer.merged(), 0);
        // Nothing of those moments is lost: they waited.
        const auto reader = HistoryReader::open(path());
        QVERIFY(bool(reader));
        QVERIFY((*reader)->holes(kAll)->isEmpty());
        for (int at = std::max(1, second - 60); at <= second; ++at) {
            const auto moment = (*reader)->at(HistoryScript::at(at), kNow);
            const QString why = !moment ? moment.error().text : moment->damage ? moment->damage->text : QString();
            QVERIFY2(why.isEmpty(), qPrintable(why));
            QCOMPARE(moment->tables.verdicts.find(EntityId("s0"))->since, HistoryScript::at(at));
        }
    }

    /// A day of it: what cannot wait any longer is counted, and said not to have been watched.
    void onADiskThatStaysFull()
    {
        HistoryScript fleet;
        RecordWriter writer({.path = path(), .epoch = 1}, HistoryScript::at(0));
        fleet.site("fra", SiteState::Healthy, 0);
        QVERIFY(writer.write({fleet.snapshot(1)}, HistoryScript::at(1)));
        {
            const SmallDisk disk(1);
            for (int second = 2; second <= 2000; ++second) {
                fleet.site("fra", SiteState(1 + second % 4), second);
                QVERIFY(!writer.write({fleet.snapshot(second)}, HistoryScript::at(second)));
            }
        }
        fleet.site("fra", SiteState::Down, 2001);
        QVERIFY(writer.write({fleet.snapshot(2001)}, HistoryScript::at(2001)));
        QVERIFY(writer.merged() > 1000);
        const auto reader = HistoryReader::open(path());
        const auto holes = (*reader)->holes(kAll);
        QCOMPARE(holes->size(), 1);
        QCOMPARE(holes->first().from, HistoryScript::at(1));
        QVERIFY(holes->first().until > HistoryScript::at(1500));
        QVERIFY((*reader)->at(HistoryScript::at(1000), kNow)->hole.has_value());
        const auto after = (*reader)->at(HistoryScript::at(2001), kNow);
        QVERIFY(!after->hole);
        QCOMPARE(print(after->tables), QStringList{u"fra down since 2001"_s});
    }

    void moreThanCanBeWrittenIsMergedAndCounted()
    {
        HistoryScript fleet;
        Recorder recorder({.path = path(), .epoch = 1, .flushEvery = Milliseconds(2000)});
        recorder.start(HistoryScript::at(0));
        recorder.alive(HistoryScript::at(0.5));
        QTRY_COMPARE(recorder.state().recordedUntil, HistoryScript::at(0.5));
        for (int second = 1; second <= 2560; ++second) { // ten times what may wait
            fleet.site("fra", SiteState(1 + second % 4), second);
            recorder.take(fleet.snapshot(second));
        }
        QTRY_COMPARE(recorder.state().recordedUntil, HistoryScript::at(2560));
        QCOMPARE(recorder.state().merged, 2560 - 256);
        const auto reader = HistoryReader::open(path());
        QCOMPARE(print((*reader)->at(HistoryScript::at(100), kNow)->tables), QStringList{u"fra healthy since 100"_s});
        QCOMPARE(print((*reader)->at(HistoryScript::at(2560), kNow)->tables), QStringList{u"fra healthy since 2560"_s});
    }

    void anHourBack()
    {
        HistoryScript fleet;
        RecordWriter writer({.path = path(), .epoch = 1}, HistoryScript::at(0));
        const auto step = [&](double second, SiteState state) {
            fleet.site("fra", state, second);
            QVERIFY(writer.write({fleet.snapshot(second)}, HistoryScript::at(second)));
        };
        step(1, SiteState::Healthy);
        step(7200, SiteState::Down);
        step(3600, SiteState::Degraded); // the clock was set back
        step(3601, SiteState::Healthy);
        step(7300, SiteState::Unreachable);
        QCOMPARE(writer.moved(), 2);
        const auto reader = HistoryReader::open(path());
        const auto at = [&](double second) {
            return print((*reader)->at(HistoryScript::at(second), kNow)->tables).join(u", "_s);
        };
        QCOMPARE(at(5000), u"fra healthy since 1"_s); // what was said before stays
        QCOMPARE(at(7200), u"fra healthy since 3601"_s);
        QCOMPARE(at(7300), u"fra unreachable since 7300"_s);
        QVERIFY((*reader)->holes(kAll)->isEmpty());
    }

    void theSameAgainIsNoChange()
    {
        HistoryScript fleet;
        RecordWriter writer({.path = path(), .epoch = 1}, HistoryScript::at(0));
        fleet.site("fra", SiteState::Healthy, 0);
        const SnapshotPtr one = fleet.snapshot(1);
        for (int i = 0; i < 100; ++i)
            QVERIFY(writer.write({one, one}, HistoryScript::at(1 + i)));
        const auto reader = HistoryReader::open(path());
        QCOMPARE((*reader)->turns(kAll)->size(), 1);
        int changes = 0;
        (void)(*reader)->tell({HistoryScript::at(0.5), kNow}, [&](const HistoryChange &change) {
            changes += change.delta.isEmpty() ? 0 : 1;
            return true;
        });
        QCOMPARE(changes, 1);
    }

    /// One byte in every few is another, all over the file, one after the other: nothing crashes, and either all is
    /// told as it was, or it is said that something is damaged. Recording goes on. All bytes: GRATICULE_THOROUGH=1.
    void aByteFlippedAnywhere()
    {
        const QByteArray sound = smallHistory(path());
        QVERIFY(sound.size() > 40'000);
        const Said truth = ask(path());
        QVERIFY(!truth.isSaid);
        const QTemporaryDir folder;
        std::mt19937 random(1);
        const int step = qEnvironmentVariableIntValue("GRATICULE_THOROUGH") > 0 ? 1 : 97;
        QStringList lies;
        for (qsizetype at = 0; at < sound.size(); at += step) {
            QByteArray flipped = sound;
            flipped[at] = char(flipped[at] ^ (1 << random() % 8));
            const QString file = folder.filePath(QString::number(at));
            QVERIFY(writeFile(file, flipped));
            const Said said = ask(file);
            bool isLie = false;
            for (auto moment = said.moments.cbegin(); moment != said.moments.cend(); ++moment)
                isLie |= *moment != truth.moments.value(moment.key());
            isLie |= !said.isSaid && (said.turns != truth.turns || said.holes != truth.holes);
            if (isLie)
                lies << QString::number(at);

            HistoryScript fleet;
            fleet.site("new", SiteState::Healthy, 200);
            RecordWriter writer({.path = file, .epoch = 9}, HistoryScript::at(200));
            const bool isWritten = writer.write({fleet.snapshot(200)}, HistoryScript::at(200));
            QVERIFY2(isWritten || !writer.error().text.isEmpty(), qPrintable(QString::number(at)));
            writer.end(HistoryScript::at(201));
            for (const QString &name : QDir(folder.path()).entryList(QDir::Files))
                QFile::remove(folder.filePath(name));
        }
        QCOMPARE(lies, QStringList());
    }
};

QTEST_GUILESS_MAIN(TestHistoryBadDays)
#include "tst_historybaddays.moc"
