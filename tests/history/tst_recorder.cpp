// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/history/historyreader.h"
#include "backend/history/recorder.h"
#include "tests/history/historyscript.h"
#include "tests/testing/test.h"

#include <QFile>
#include <QTemporaryDir>

using namespace graticule;
using namespace graticule::storage;
using namespace Qt::Literals::StringLiterals;
using testing::HistoryScript;
using testing::print;

class TestRecorder : public testing::Test
{
    Q_OBJECT

private:
    QTemporaryDir m_directory;
    QString path() const { return m_directory.filePath(QLatin1String(QTest::currentTestFunction())); }
    Recorder::Options options() const
    {
        return {.path = path(), .epoch = 1, .flushEvery = Milliseconds(10), .retryEvery = Milliseconds(10)};
    }
    QStringList at(double seconds) const
    {
        auto reader = HistoryReader::open(path());
        if (!reader)
            return {reader.error().text};
        const auto moment = reader.value()->at(HistoryScript::at(seconds), HistoryScript::at(1e6));
        return moment ? print(moment->tables) : QStringList{moment.error().text};
    }

private Q_SLOTS:
    void writesWhatItTakes()
    {
        Recorder recorder(options());
        recorder.start(HistoryScript::at(0));
        HistoryScript fleet;
        fleet.site("fra", SiteState::Healthy, 0);
        recorder.take(fleet.snapshot(1));
        fleet.site("fra", SiteState::Down, 2);
        recorder.take(fleet.snapshot(2));
        QTRY_COMPARE(recorder.state().recordedUntil, HistoryScript::at(2));
        QCOMPARE(at(1), QStringList{u"fra healthy since 0"_s});
        QCOMPARE(at(2), QStringList{u"fra down since 2"_s});
    }

    void writesWhatWaitsWhenItEnds()
    {
        HistoryScript fleet;
        fleet.site("fra", SiteState::Healthy, 0);
        fleet.feed(0, 1);
        {
            Recorder recorder({.path = path(), .flushEvery = Milliseconds(3'600'000)});
            recorder.start(HistoryScript::at(0));
            recorder.alive(HistoryScript::at(0.5));
            QTRY_COMPARE(recorder.state().recordedUntil, HistoryScript::at(0.5));
            recorder.take(fleet.snapshot(1)); // waits for the next writing, in an hour
            recorder.alive(HistoryScript::at(9));
        }
        QCOMPARE(at(1), (QStringList{u"feed until 9"_s, u"fra healthy since 0"_s}));
    }

    void goesOnWhereItEnded()
    {
        HistoryScript fleet;
        fleet.site("fra", SiteState::Healthy, 0);
        for (const double second : {1.0, 101.0, 201.0}) {
            Recorder recorder(options());
            recorder.start(HistoryScript::at(second));
            recorder.take(fleet.snapshot(second));
            QTRY_COMPARE(recorder.state().recordedUntil, HistoryScript::at(second));
        }
        QCOMPARE(at(201), QStringList{u"fra healthy since 0"_s});
        QCOMPARE(at(150), QStringList{u"fra unknown since 101"_s});
    }

    void saysWhyItCannotAndThenGoesOn()
    {
        QVERIFY(QDir().mkpath(path())); // a directory is in the way
        HistoryScript fleet;
        fleet.site("fra", SiteState::Healthy, 0);
        Recorder recorder(options());
        recorder.start(HistoryScript::at(0));
        recorder.take(fleet.snapshot(1));
        QTRY_VERIFY(recorder.state().error.text.startsWith(path() + u": it cannot be opened"_s));
        fleet.site("fra", SiteState::Down, 2);
        recorder.take(fleet.snapshot(2));
        QVERIFY(QDir().rmdir(path()));
        QTRY_COMPARE(recorder.state().recordedUntil, HistoryScript::at(2));
        QCOMPARE(recorder.state().error.text, QString());
        QCOMPARE(at(2), QStringList{u"fra down since 2"_s});
    }

    void mergesWhatTheDiskCannotTake()
    {
        HistoryScript fleet;
        Recorder recorder(options());
        recorder.start(HistoryScript::at(0));
        fleet.site("fra", SiteState::Healthy, 0);
        recorder.take(fleet.snapshot(1));
        QTRY_COMPARE(recorder.state().recordedUntil, HistoryScript::at(1));
        {
            auto other = Database::open(path(), Database::Mode::Write);
            QVERIFY(other);
            Transaction holds(*other.value());
            QVERIFY(holds.begun());
            fleet.site("fra", SiteState::Down, 2);
            recorder.take(fleet.snapshot(2));
            QTRY_VERIFY(recorder.state().error.text.contains(u"another process holds it"));
        }
        QTRY_COMPARE(recorder.state().recordedUntil, HistoryScript::at(2));
        QCOMPARE(at(2), QStringList{u"fra down since 2"_s});
    }

    void aDamagedFileIsSetAside()
    {
        // One that was set aside before stays too.
        for (const QString &name : {path() + u".damaged"_s, path()}) {
            QFile file(name);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(20'000, 'x'));
        }
        HistoryScript fleet;
        fleet.site("fra", SiteState::Healthy, 0);
        Recorder recorder(options());
        recorder.start(HistoryScript::at(0));
        recorder.take(fleet.snapshot(1));
        QTRY_COMPARE(recorder.state().recordedUntil, HistoryScript::at(1));
        QCOMPARE(at(1), QStringList{u"fra healthy since 0"_s});
        QCOMPARE(QFile(path() + u".damaged"_s).size(), 20'000);
        QCOMPARE(QFile(path() + u".damaged-2"_s).size(), 20'000);
    }

    void aClockThatJumpsAheadForgetsNothing()
    {
        HistoryScript fleet;
        fleet.site("fra", SiteState::Healthy, 0);
        const double years = 2 * 365 * 86'400.0;
        {
            Recorder recorder(options());
            recorder.start(HistoryScript::at(0));
            recorder.take(fleet.snapshot(1));
            fleet.site("fra", SiteState::Down, years);
            recorder.take(fleet.snapshot(years));
            QTRY_COMPARE(recorder.state().recordedUntil, HistoryScript::at(years));
        }
        {
            Recorder recorder(options());
            recorder.start(HistoryScript::at(2 * years));
            recorder.take(fleet.snapshot(2 * years));
            QTRY_COMPARE(recorder.state().recordedUntil, HistoryScript::at(2 * years));
        }
        QCOMPARE(at(1), QStringList{u"fra healthy since 0"_s});
    }

    void whatNobodyWritesIsNotKnown()
    {
        HistoryScript fleet;
        fleet.site("fra", SiteState::Healthy, 0);
        Recorder recorder(options());
        recorder.start(HistoryScript::at(0));
        recorder.take(fleet.snapshot(1));
        QTRY_COMPARE(recorder.state().recordedUntil, HistoryScript::at(1));
        QCOMPARE(at(2), QStringList{u"fra healthy since 0"_s});
        QCOMPARE(at(100), QStringList{u"fra unknown since 1"_s});
    }

    void aClockSetBackOverARestart()
    {
        HistoryScript fleet;
        fleet.site("fra", SiteState::Healthy, 0);
        {
            Recorder recorder(options());
            recorder.start(HistoryScript::at(7200));
            recorder.take(fleet.snapshot(7200));
        }
        fleet.site("fra", SiteState::Down, 3600);
        Recorder recorder(options());
        recorder.start(HistoryScript::at(3600));
        recorder.take(fleet.snapshot(3601));
        QTRY_COMPARE(recorder.state().moved, 1);
        QCOMPARE(at(7200), QStringList{u"fra down since 3600"_s});
    }
};

QTEST_GUILESS_MAIN(TestRecorder)
#include "tst_recorder.moc"
