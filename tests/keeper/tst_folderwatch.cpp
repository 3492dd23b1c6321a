// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/manualclock.h"
#include "backend/keeper/folderwatch.h"
#include "tests/testing/test.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace graticule;
using namespace std::chrono_literals;

class TestFolderWatch : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_directory = m_home->filePath(QStringLiteral("connections.d"));
    }

    void tellsOfWhatComesChangesAndGoes()
    {
        QVERIFY(QDir().mkpath(m_directory));
        SystemClock clock;
        const FolderWatch watch(m_directory, clock);
        QSignalSpy changed(&watch, &FolderWatch::changed);
        write("a.yaml", "1");
        QTRY_COMPARE(changed.count(), 1);
        write("a.yaml", "22"); // in place, as some editors do
        QTRY_COMPARE(changed.count(), 2);
        write("new", "333");
        QVERIFY(QFile::remove(path("a.yaml")));
        QVERIFY(QFile::rename(path("new"), path("a.yaml"))); // by another file, as others do
        QTRY_COMPARE(changed.count(), 3);
        write("a.yaml", "4444");
        QTRY_COMPARE(changed.count(), 4);
        QVERIFY(QFile::remove(path("a.yaml")));
        QTRY_COMPARE(changed.count(), 5);
    }

    void waitsForADirectoryThatComesLater()
    {
        SystemClock clock;
        const FolderWatch watch(m_directory, clock);
        QSignalSpy changed(&watch, &FolderWatch::changed);
        QVERIFY(QDir().mkpath(m_directory));
        write("a.yaml", "1");
        QTRY_COMPARE(changed.count(), 1);
        write("b.yaml", "1");
        QTRY_COMPARE(changed.count(), 2);
    }

    /// No word from the system, as with network file systems: here, because no event is ever delivered.
    void looksEveryHalfMinute()
    {
        QVERIFY(QDir().mkpath(m_directory));
        ManualClock clock;
        const FolderWatch watch(m_directory, clock);
        QSignalSpy changed(&watch, &FolderWatch::changed);
        write("a.yaml", "1");
        clock.advance(29s);
        QCOMPARE(changed.count(), 0);
        clock.advance(1s);
        QCOMPARE(changed.count(), 1);
        clock.advance(30s);
        QCOMPARE(changed.count(), 1); // nothing new
        write("notes.txt", "1");      // and nothing that is read
        clock.advance(30s);
        QCOMPARE(changed.count(), 1);
    }

private:
    QString path(const char *name) const { return m_directory + QLatin1Char('/') + QLatin1String(name); }
    void write(const char *name, const QByteArray &text) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(text);
    }

    std::unique_ptr<QTemporaryDir> m_home;
    QString m_directory;
};

QTEST_GUILESS_MAIN(TestFolderWatch)
#include "tst_folderwatch.moc"
