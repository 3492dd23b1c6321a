// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/database.h"
#include "tests/testing/test.h"

#include <QFile>
#include <QTemporaryDir>

using namespace graticule;
using namespace graticule::storage;
using namespace Qt::Literals::StringLiterals;

class TestDatabase : public testing::Test
{
    Q_OBJECT

private:
    QTemporaryDir m_directory;
    QString path(const char *name) const { return m_directory.filePath(QLatin1String(name)); }

    std::unique_ptr<Database> open(const QString &path, Database::Mode mode = Database::Mode::Write)
    {
        auto opened = Database::open(path, mode);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text));
        return std::move(opened).value();
    }

private Q_SLOTS:
    void keepsWhatIsWritten()
    {
        const auto database = open(path("a.db"));
        QVERIFY(database->run("CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT, size REAL, data BLOB)"));
        Statement insert = database->prepare("INSERT INTO t(name, size, data) VALUES(?1, ?2, ?3)");
        QVERIFY(insert.with(u"Zürich"_s, 0.5, "\x00\x01"_ba).run());
        QCOMPARE(database->lastInsertedId(), 1);
        QVERIFY(insert.with(nullptr, 2.0, QByteArray()).run());
        Statement read = database->prepare("SELECT name, size, data FROM t ORDER BY id");
        QVERIFY(read.next());
        QCOMPARE(read.text(0), u"Zürich"_s);
        QCOMPARE(read.real(1), 0.5);
        QCOMPARE(read.blob(2).toByteArray(), "\x00\x01"_ba);
        QVERIFY(read.next());
        QVERIFY(read.isNull(0));
        QVERIFY(!read.isNull(2));
        QVERIFY(!read.next());
        QVERIFY(!read.failed());
    }

    void isForItsOwnerOnly()
    {
        open(path("own.db"));
        QCOMPARE(QFile::permissions(path("own.db")) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void aPageThatIsNotWhatWasWrittenIsRefused()
    {
        {
            const auto database = open(path("page.db"));
            QVERIFY(
                database->run("CREATE TABLE t(n INTEGER); INSERT INTO t VALUES(1); PRAGMA wal_checkpoint(TRUNCATE)"));
        }
        // The row's value is its page's last byte but the checksum; SQLite itself would tell of another number.
        QFile file(path("page.db"));
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 at = file.size() - 9;
        QVERIFY(file.seek(at));
        const QByteArray was = file.read(1);
        QVERIFY(file.seek(at));
        file.write(was == "\x05" ? "\x06" : "\x05");
        file.close();
        const auto database = open(path("page.db"));
        Statement read = database->prepare("SELECT n FROM t");
        QVERIFY(!read.next());
        QVERIFY(read.failed());
        QCOMPARE(database->error().kind, ErrorKind::Malformed);
        QVERIFY2(database->error().text.contains(u"not what was written"), qPrintable(database->error().text));
    }

    void undoesWhatIsNotCommitted()
    {
        const auto database = open(path("undo.db"));
        QVERIFY(database->run("CREATE TABLE t(id INTEGER PRIMARY KEY)"));
        {
            Transaction transaction(*database);
            QVERIFY(transaction.begun());
            QVERIFY(database->run("INSERT INTO t VALUES(1)"));
        }
        {
            Transaction transaction(*database);
            QVERIFY(database->run("INSERT INTO t VALUES(2)"));
            QVERIFY(transaction.commit());
        }
        Statement read = database->prepare("SELECT id FROM t");
        QVERIFY(read.next());
        QCOMPARE(read.number(0), 2);
        QVERIFY(!read.next());
    }

    void othersReadWhatWasCommitted()
    {
        const auto writer = open(path("wal.db"));
        QVERIFY(writer->run("CREATE TABLE t(id INTEGER PRIMARY KEY)"));
        const auto reader = open(path("wal.db"), Database::Mode::ReadOnly);
        Transaction transaction(*writer);
        QVERIFY(writer->run("INSERT INTO t VALUES(1)"));
        Statement read = reader->prepare("SELECT count(*) FROM t");
        QVERIFY(read.next());
        QCOMPARE(read.number(0), 0);
        QVERIFY(!reader->run("INSERT INTO t VALUES(2)"));
    }

    void saysWhoseFileIsBroken()
    {
        QFile file(path("broken.db"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(5000, 'x'));
        file.close();
        const auto opened = Database::open(path("broken.db"), Database::Mode::Write);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Malformed);
        QVERIFY2(opened.error().text.startsWith(path("broken.db") + u": it is damaged"_s),
                 qPrintable(opened.error().text));
    }

    void saysThatAnotherProcessHoldsIt()
    {
        const auto first = open(path("held.db"));
        QVERIFY(first->run("CREATE TABLE t(id INTEGER PRIMARY KEY); PRAGMA busy_timeout=0"));
        const auto second = open(path("held.db"));
        QVERIFY(second->run("PRAGMA busy_timeout=0"));
        Transaction transaction(*first);
        const auto refused = second->run("INSERT INTO t VALUES(1)");
        QVERIFY(!refused);
        QVERIFY2(refused.error().text.contains(u"another process holds it"), qPrintable(refused.error().text));
    }

    void aWrongStatementFailsWhenItIsRun()
    {
        const auto database = open(path("wrong.db"));
        Statement wrong = database->prepare("SELECT * FROM nowhere");
        QVERIFY(!wrong.next());
        QVERIFY(wrong.failed());
        QVERIFY(database->error().text.contains(u"no such table"));
    }

    void knowsItsFormat()
    {
        const auto database = open(path("version.db"));
        QCOMPARE(database->formatVersion(), 0);
        QVERIFY(database->setFormatVersion(3));
        QCOMPARE(database->formatVersion(), 3);
    }
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
