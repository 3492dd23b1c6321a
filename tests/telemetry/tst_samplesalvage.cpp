// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/samplesalvage.h"
#include "tests/telemetry/archivedesk.h"
#include "tests/testing/test.h"

#include <csignal>
#include <sys/resource.h>

using namespace graticule;
using graticule::testing::ArchiveDesk;
using graticule::testing::kHour;
using graticule::testing::print;

namespace {

/// While it lives no file grows beyond @p bytes, as on a disk that is full.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
        : m_signal(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit now{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &now);
    }
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_signal);
    }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    void (*m_signal)(int);
    rlimit m_before{};
};

/// Makes the table of the log unreadable under the hands of who has the store open.
bool damageLog(const QString &path)
{
    Database other;
    if (!other.open(path, Database::Mode::ReadWrite) || !other.run("PRAGMA wal_checkpoint(TRUNCATE)"))
        return false;
    const qint64 page = other.number("SELECT rootpage FROM sqlite_schema WHERE name='log'");
    QFile file(path);
    const QByteArray garbage(Database::kPageSize, '\xff');
    return page > 1 && file.open(QIODevice::ReadWrite) && file.seek((page - 1) * Database::kPageSize) &&
           file.write(garbage) == garbage.size() && file.flush() && other.run("UPDATE run SET orderly=orderly");
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Something that is no store.
QByteArray litter()
{
    return QByteArray("something else entirely, and long enough to be no empty file\n").repeated(500);
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QStringList copiesIn(const QTemporaryDir &folder)
{
    QStringList names = QDir(folder.path()).entryList({QStringLiteral("*.damaged-*")});
    names.removeIf([](const QString &name) { return name.endsWith(u"-wal") || name.endsWith(u"-shm"); });
    return names;
}

} // namespace

class TestSampleSalvage : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    /// What is sealed after a salvage is in the new file only.
    void readersGoOnWithTheNewFile()
    {
        ArchiveDesk desk;
        desk.fill("a", "m", 0, 2 * kHour, [](qint64 second) { return double(second); });
        desk.settle(2 * kHour + 200);
        QCOMPARE(desk.read("a", "m", 0, 9 * kHour).buckets.size(), size_t(720)); // the reader has the file open
        QVERIFY(damageLog(desk.path));
        desk.fill("a", "m", 2 * kHour + 200, 3 * kHour, [](qint64 second) { return double(second); });
        desk.settle(3 * kHour); // finds the damage
        QCOMPARE(copiesIn(desk.folder).size(), 1);
        QVERIFY(desk.archive->takeNotes().join(u' ').contains(u"kept as"));
        desk.settle(4 * kHour + 200); // seals what came since
        QCOMPARE(desk.archive->error().text, QString());
        QVERIFY(desk.head->hours(0).empty());
        const SampleAnswer answer = desk.read("a", "m", 0, 9 * kHour);
        QCOMPARE(answer.buckets.size(), size_t(720 + 340));
        QCOMPARE(print(answer.damaged), QString());
    }

    void atMostOneAnHour()
    {
        ArchiveDesk desk;
        desk.take("a", "m", 0, 1);
        desk.settle(0);
        QVERIFY(damageLog(desk.path));
        desk.take("a", "m", 1, 2);
        desk.settle(10);
        QCOMPARE(copiesIn(desk.folder).size(), 1);
        desk.settle(20);
        QCOMPARE(desk.archive->error().text, QString());
        QVERIFY(damageLog(desk.path));
        for (int second = 30; second <= 10 + kHour; second += 300) {
            desk.now = desk.at(second);
            desk.take("a", "m", second, 3);
            desk.settle(second);
            QCOMPARE(copiesIn(desk.folder).size(), 1);
            QVERIFY2(desk.archive->error().text.contains(u"are damaged"), qPrintable(desk.archive->error().text));
        }
        desk.settle(10 + kHour);
        QCOMPARE(copiesIn(desk.folder).size(), 2);
        desk.settle(20 + kHour);
        QCOMPARE(desk.archive->error().text, QString());
        QCOMPARE(desk.archive->unsaved(), 0);
    }

    void twoCopiesAreKept()
    {
        const ArchiveDesk desk;
        desk.archive->close(desk.now);
        for (const qint64 ms : {999, 1000, 1001, 1002})
            QVERIFY(SampleSalvage::salvage(desk.path, ms).isDone);
        QVERIFY(write(desk.path + QStringLiteral(".damaged-of-mine"), "x")); // not ours
        QVERIFY(SampleSalvage::salvage(desk.path, 1003).isDone);
        QCOMPARE(copiesIn(desk.folder),
                 QStringList({QStringLiteral("samples.db.damaged-1002"), QStringLiteral("samples.db.damaged-1003"),
                              QStringLiteral("samples.db.damaged-of-mine")}));
    }

    void whatCannotBeRenamedIsNotSaidToBeKept()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("samples.db"));
        const Instant now = ArchiveDesk::at(0);
        const QString aside = path + QStringLiteral(".damaged-%1").arg(toMs(now));
        QVERIFY(write(path, litter()));
        QVERIFY(QDir().mkdir(aside)); // in the way
        SampleHead head;
        SampleArchive archive(path, {}, head);
        QVERIFY(!archive.open(now));
        const QString said = QStringLiteral("%1 is damaged, and what is sound in it could not be saved (it cannot be "
                                            "renamed to %2); it is as it was, and will be tried again in an hour.")
                                 .arg(path, aside);
        QCOMPARE(archive.error().text, said);
        QCOMPARE(archive.takeNotes(), QStringList(said));
        QCOMPARE(contentOf(path), litter());
    }

    /// Of three files the last cannot be renamed: the others get their names back.
    void allFilesAreRenamedOrNone()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("samples.db"));
        for (const char *suffix : {"", "-wal", "-shm"})
            QVERIFY(write(path + QLatin1String(suffix), suffix));
        QVERIFY(QDir().mkdir(path + QStringLiteral(".damaged-5-shm")));
        const SampleSalvage::Outcome outcome = SampleSalvage::salvage(path, 5);
        QVERIFY(!outcome.isDone);
        QCOMPARE(outcome.setAside, QString());
        for (const char *suffix : {"", "-wal", "-shm"})
            QCOMPARE(contentOf(path + QLatin1String(suffix)), QByteArray(suffix));
    }

    void onAFullDiskItStaysAsItWas()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("samples.db"));
        QVERIFY(write(path, litter()));
        SampleHead head;
        SampleArchive archive(path, {}, head);
        const auto opens = [&](qint64 second) { return archive.open(ArchiveDesk::at(double(second))); };
        {
            const FullDisk full(Database::kPageSize);
            QVERIFY(!opens(0));
        }
        QVERIFY2(archive.error().text.contains(u"could not be saved"), qPrintable(archive.error().text));
        QVERIFY2(archive.error().text.contains(u"it is as it was"), qPrintable(archive.error().text));
        QCOMPARE(copiesIn(folder), QStringList());
        QCOMPARE(contentOf(path).size(), litter().size());
        QVERIFY(!opens(kHour - 1));
        QVERIFY(opens(kHour));
        QCOMPARE(archive.error().text, QString());
        QCOMPARE(copiesIn(folder).size(), 1);
        archive.close(ArchiveDesk::at(kHour));
    }
};

QTEST_GUILESS_MAIN(TestSampleSalvage)
#include "tst_samplesalvage.moc"
