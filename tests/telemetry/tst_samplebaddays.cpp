// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/sampleschema.h"
#include "tests/telemetry/archivedesk.h"
#include "tests/testing/test.h"

#include <cmath>
#include <random>

using namespace graticule;
using graticule::testing::ArchiveDesk;
using graticule::testing::kDay;
using graticule::testing::kHour;
using graticule::testing::print;
using graticule::testing::wave;

namespace {

/// A small store of two days, closed in order, and what is in it.
class SmallStore
{
public:
    SmallStore()
    {
        for (qint64 second = 0; second < kDay + 2 * kHour + 300; second += 300) {
            for (const char *entity : names)
                m_desk.fill(entity, "m", second, second + 300, wave);
        }
        m_desk.settle(double(kDay + 2 * kHour + 400));
        m_desk.stop();
        Database database;
        database.open(m_desk.path, Database::Mode::ReadWrite);
        database.run("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    QByteArray bytes() const
    {
        QFile file(m_desk.path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static constexpr std::array names{"a", "b", "c"};
    static constexpr size_t points = (kDay + 2 * kHour + 300) / 10;

private:
    ArchiveDesk m_desk;
};

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// What a store with other bytes than were written comes to.
struct Outcome
{
    bool hasWrongValue = false;
    size_t missing = 0; ///< points
    bool isSaid = false;
};

Outcome open(const QString &path, Instant now)
{
    Outcome outcome;
    SampleHead head;
    SampleArchive archive(path, {}, head);
    const bool isOpen = archive.open(now);
    outcome.isSaid = !isOpen || !archive.error().text.isEmpty() || archive.counts().damaged > 0;
    SampleReader reader(path, head);
    for (const char *entity : SmallStore::names) {
        const SampleAnswer answer = reader.read(
            {EntityId(entity), QStringLiteral("m"), ArchiveDesk::at(0), ArchiveDesk::at(2 * kDay), Resolution::Raw});
        for (const SampleBucket &bucket : answer.buckets)
            outcome.hasWrongValue |= bucket.mean != wave(bucket.ms / 1000 - ArchiveDesk::kStart);
        outcome.missing += SmallStore::points - std::min(SmallStore::points, answer.buckets.size());
        outcome.isSaid |= !answer.damaged.empty() || answer.isFailed;
        reader.read(
            {EntityId(entity), QStringLiteral("m"), ArchiveDesk::at(0), ArchiveDesk::at(2 * kDay), Resolution::Hour});
    }
    archive.take({{EntityId("a"), QStringLiteral("m"), now, 1}}, now);
    archive.flush(now);
    for (int i = 0; i < 100 && archive.maintain(now); ++i) {
    }
    archive.close(now);
    return outcome;
}

} // namespace

class TestSampleBadDays : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void whileAnotherProcessHoldsIt()
    {
        ArchiveDesk desk;
        desk.now = desk.at(10);
        desk.take("a", "m", 10, 1);
        desk.settle(10);
        Database other;
        QVERIFY(other.open(desk.path, Database::Mode::ReadWrite));
        QVERIFY(other.run("BEGIN IMMEDIATE"));
        desk.archive->database()->setPatience(Milliseconds(1));
        desk.now = desk.at(20);
        desk.take("a", "m", 20, 2);
        desk.take("new", "m", 20, 2);
        QVERIFY(!desk.archive->flush(desk.now));
        QCOMPARE(desk.archive->error().text,
                 QStringLiteral("The samples in %1 are held by another program; end it, or wait until it is done.")
                     .arg(desk.path));
        QCOMPARE(desk.archive->unsaved(), 2);
        desk.settle(2 * kHour); // sealing fails as well
        QCOMPARE(print(desk.read("a", "m", 0, 100)), QStringLiteral("10:1 20:2"));
        QVERIFY(other.run("COMMIT"));
        desk.settle(2 * kHour + 1);
        QCOMPARE(desk.archive->error().text, QString());
        QCOMPARE(desk.archive->unsaved(), 0);
        QVERIFY(desk.head->hours(0).empty());
        QCOMPARE(print(desk.read("a", "m", 0, 100)), QStringLiteral("10:1 20:2"));
        QCOMPARE(print(desk.read("new", "m", 0, 100)), QStringLiteral("20:2"));
        QCOMPARE(desk.archive->counts().shed(), 0);
    }

    void heldFromTheBegin()
    {
        ArchiveDesk first;
        first.stop();
        Database other;
        QVERIFY(other.open(first.path, Database::Mode::ReadWrite));
        QVERIFY(other.run("BEGIN IMMEDIATE"));
        SampleHead head;
        SampleArchive archive(first.path, {}, head);
        QVERIFY(!archive.open(first.now));
        QVERIFY(archive.error().text.contains(u"held by another program"));
        QVERIFY(other.run("COMMIT"));
        QVERIFY(archive.open(first.now));
        QCOMPARE(archive.error().text, QString());
    }

    void onAFullDisk()
    {
        SampleLimits limits;
        limits.unsaved = 100'000;
        ArchiveDesk desk(limits);
        desk.fill("a", "m", 0, 600, wave);
        desk.settle(600);
        desk.archive->database()->limitPages(1); // no page more than now
        qint64 second = 600;
        while (desk.archive->counts().noRoom == 0 && second < 100 * kDay) {
            desk.fill("a", "m", second, second + 600, wave);
            second += 600;
            desk.settle(double(second));
        }
        QVERIFY(desk.archive->error().text.contains(u"the disk is full; make room"));
        const SampleCounts counts = desk.archive->counts();
        QVERIFY(counts.noRoom > 0 && counts.noRoom <= 60);
        desk.archive->database()->limitPages(1'000'000);
        desk.settle(double(second));
        QCOMPARE(desk.archive->error().text, QString());
        QCOMPARE(qint64(desk.read("a", "m", 0, 100 * kDay).buckets.size()), counts.stored);
        desk.fill("a", "m", second, second + 600, wave);
        QCOMPARE(desk.archive->counts().noRoom, counts.noRoom);
    }

    void aFileOfALaterReleaseIsLeftAlone()
    {
        ArchiveDesk desk;
        desk.stop();
        Database database;
        QVERIFY(database.open(desk.path, Database::Mode::ReadWrite));
        QVERIFY(database.run("PRAGMA user_version=99"));
        desk.start();
        QVERIFY(!desk.archive->isOpen());
        QVERIFY2(desk.archive->error().text.contains(u"later release (version 99, this one knows 1)"),
                 qPrintable(desk.archive->error().text));
        QCOMPARE(database.number("PRAGMA user_version"), 99);
    }

    void anotherProgramsFileIsLeftAlone()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("other.db"));
        {
            Database database;
            QVERIFY(database.open(path, Database::Mode::ReadWrite));
            QVERIFY(database.run("CREATE TABLE notes(text)"));
        }
        SampleHead head;
        SampleArchive archive(path, {}, head);
        QVERIFY(!archive.open(ArchiveDesk::at(0)));
        QVERIFY(archive.error().text.contains(u"another program's"));
    }

    void noDatabaseAtAllIsSetAside()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("samples.db"));
        QVERIFY(
            write(path, QByteArray("something else entirely, and long enough to be no empty file\n").repeated(500)));
        SampleHead head;
        SampleArchive archive(path, {}, head);
        QVERIFY(archive.open(ArchiveDesk::at(0)));
        QVERIFY(archive.takeNotes().join(u' ').contains(u"was damaged"));
        QCOMPARE(QDir(folder.path()).entryList({"samples.db.damaged-*"}).isEmpty(), false);
    }

    /// One byte in every few is another, all over the file, one after the other: nothing crashes, no value is wrong,
    /// what is missing is said, and it is little. All bytes: in the slow tests.
    void aByteFlippedAnywhere()
    {
        const QByteArray sound = SmallStore().bytes();
        QVERIFY(sound.size() > 50'000);
        const QTemporaryDir folder;
        const Instant now = ArchiveDesk::at(double(kDay + 2 * kHour + 500));
        std::mt19937 random(1);
        const bool isThorough = qEnvironmentVariableIntValue("GRATICULE_THOROUGH") > 0;
        const int step = isThorough ? 1 : 997;
        size_t worst = 0;
        for (qsizetype at = 0; at < sound.size(); at += step) {
            QByteArray flipped = sound;
            flipped[at] = char(flipped[at] ^ (1 << random() % 8));
            const QString path = folder.filePath(QString::number(at));
            QVERIFY(write(path, flipped));
            const Outcome outcome = open(path, now);
            QVERIFY2(!outcome.hasWrongValue, QByteArray::number(at));
            QVERIFY2(outcome.missing == 0 || outcome.isSaid, QByteArray::number(at));
            worst = std::max(worst, outcome.missing);
            for (const QString &name : QDir(folder.path()).entryList(QDir::Files))
                QFile::remove(folder.filePath(name));
        }
        // A page has up to two dozen chunks of an hour; all chunks of the three series are 78.
        QVERIFY2(worst <= 40 * 360, QByteArray::number(qint64(worst)));
    }

    void aDamagedChunkCostsItsHour()
    {
        ArchiveDesk desk;
        desk.fill("a", "m", 0, 3 * kHour, wave);
        desk.settle(double(3 * kHour + 200));
        QVERIFY(desk.archive->database()->run("UPDATE raw SET data=zeroblob(length(data)) "
                                              "WHERE id=(SELECT id FROM raw ORDER BY id LIMIT 1 OFFSET 1)"));
        const SampleAnswer answer = desk.read("a", "m", 0, 3 * kHour);
        QCOMPARE(answer.buckets.size(), size_t(2 * 360));
        QCOMPARE(print(answer.damaged), QStringLiteral("3600-7200"));
        QCOMPARE(desk.read("a", "m", 0, 3 * kHour, Resolution::Minute).buckets.size(), size_t(180)); // has its own
    }
};

QTEST_GUILESS_MAIN(TestSampleBadDays)
#include "tst_samplebaddays.moc"
