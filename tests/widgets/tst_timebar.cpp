// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/test.h"
#include "widgets/timeline/gotopopup.h"
#include "widgets/timeline/timebar.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QSignalSpy>
#include <QTimeEdit>

#include <optional>

using namespace graticule;

namespace {

constexpr qint64 kSecond = 1000, kMinute = 60 * kSecond, kHour = 60 * kMinute, kDay = 24 * kHour;
constexpr qint64 kNow = 1'795'338'872'000; ///< 22 Nov 2026 09:14:32 UTC

TimeBarData someDay()
{
    TimeBarData data;
    data.now = kNow;
    data.earliest = kNow - 30 * kDay;
    data.countsBegin = kNow - kDay;
    data.counts.assign(144, 1);
    data.incidents = {{kNow - 20 * kHour, kNow - 19 * kHour, Priority::High, QStringLiteral("slow link")},
                      {kNow - 6 * kHour, kNow - 5 * kHour, Priority::Critical, QStringLiteral("sin2 is down")},
                      {kNow - 12 * kMinute, {}, Priority::Critical, QStringLiteral("fra1 is down")}};
    data.changes = {{kNow - 3 * kHour, QStringLiteral("deployed")}};
    data.holes = {{kNow - 10 * kHour, kNow - 8 * kHour}};
    return data;
}

/// A bar that answers as a window does: what it asks for is what it shows.
struct Window
{
    explicit Window(const ThemeSwitch &themes)
        : bar(themes)
        , asked(&bar, &TimeBar::instantAsked)
        , live(&bar, &TimeBar::liveAsked)
    {
        bar.setData(someDay());
        bar.resize(1600, 64);
        bar.show();
        QObject::connect(&bar, &TimeBar::instantAsked, &bar, [this](qint64 at) { bar.setMode(TimeMode::Past, at); });
        QObject::connect(&bar, &TimeBar::liveAsked, &bar, [this] { bar.setMode(TimeMode::Live); });
        QObject::connect(&bar, &TimeBar::incidentAsked, &bar, [this](int direction) {
            if (direction > 0)
                bar.setMode(TimeMode::Live);
        });
    }
    void press(const char *button) { bar.findChild<QAbstractButton *>(QLatin1String(button))->click(); }
    /// Hours and minutes before now: "-5:00"; "live".
    QString shown()
    {
        if (bar.mode() == TimeMode::Live)
            return QStringLiteral("live");
        const qint64 ago = (kNow - bar.track().instant()) / kSecond;
        return QStringLiteral("-%1:%2:%3")
            .arg(ago / 3600)
            .arg(ago / 60 % 60, 2, 10, QLatin1Char('0'))
            .arg(ago % 60, 2, 10, QLatin1Char('0'));
    }

    TimeBar bar;
    QSignalSpy asked;
    QSignalSpy live;
};

} // namespace

class TestTimeBar : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_themes.emplace(*qApp, Theme::Kind::Dark); }
    void cleanupTestCase() { m_themes.reset(); }

    void stepsLeadFromIncidentToIncident()
    {
        Window window(*m_themes);
        QCOMPARE(window.shown(), QStringLiteral("live"));
        window.press("incidentBefore");
        QCOMPARE(window.shown(), QStringLiteral("-0:12:00"));
        window.press("incidentBefore");
        QTest::keyClick(&window.bar, Qt::Key_BracketLeft);
        QCOMPARE(window.shown(), QStringLiteral("-20:00:00"));
        QTest::keyClick(&window.bar, Qt::Key_BracketLeft); // there is none before
        QCOMPARE(window.shown(), QStringLiteral("-20:00:00"));
        QTest::keyClick(&window.bar, Qt::Key_BracketRight);
        QCOMPARE(window.shown(), QStringLiteral("-6:00:00"));
        window.press("incidentAfter");
        window.press("incidentAfter");
        QCOMPARE(window.shown(), QStringLiteral("live"));
    }

    void keysMoveTheInstant()
    {
        Window window(*m_themes);
        TimeTrack &track = window.bar.track();
        QTest::keyClick(&track, Qt::Key_Left);
        QCOMPARE(window.shown(), QStringLiteral("-0:00:10"));
        QTest::keyClick(&track, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(window.shown(), QStringLiteral("-0:01:10"));
        QTest::keyClick(&track, Qt::Key_PageUp);
        QCOMPARE(window.shown(), QStringLiteral("-2:25:10"));
        QTest::keyClick(&track, Qt::Key_PageDown);
        QTest::keyClick(&track, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(window.shown(), QStringLiteral("-0:00:10"));
        QTest::keyClick(&track, Qt::Key_Right); // now is live
        QCOMPARE(window.shown(), QStringLiteral("live"));
        QTest::keyClick(&track, Qt::Key_Home);
        QCOMPARE(window.shown(), QStringLiteral("-720:00:00"));
        QVERIFY(track.range().contains(track.instant()));
        QTest::keyClick(&track, Qt::Key_Left); // nothing is kept from before
        QCOMPARE(window.shown(), QStringLiteral("-720:00:00"));
        QTest::keyClick(&track, Qt::Key_L);
        QCOMPARE(window.shown(), QStringLiteral("live"));
    }

    void draggingScrubsAndSettlesAtItsEnd()
    {
        Window window(*m_themes);
        TimeTrack &track = window.bar.track();
        const int middle = track.width() / 2, quarter = 16 + (track.width() - 32) / 4;
        QTest::mousePress(&track, Qt::LeftButton, {}, {middle, 30});
        QVERIFY(window.bar.mode() == TimeMode::Past);
        QVERIFY(!window.asked.last()[1].toBool());
        QTest::mouseMove(&track, {quarter, 30});
        QTest::mouseRelease(&track, Qt::LeftButton, {}, {quarter, 30});
        QVERIFY(window.asked.last()[1].toBool());
        QVERIFY(std::abs(track.instant() - (kNow - 18 * kHour)) < 3 * kMinute);
        QVERIFY(track.range() == (TimeRange{kNow - kDay, kNow})); // the track stood still
        QTest::mouseClick(&track, Qt::LeftButton, {}, {track.width() - 1, 30});
        QCOMPARE(window.shown(), QStringLiteral("live"));
    }

    void playingRunsToNowAndAHandStopsIt()
    {
        Window window(*m_themes);
        QSignalSpy playing(&window.bar, &TimeBar::playingChanged);
        QTest::keyClick(&window.bar, Qt::Key_Space);
        QVERIFY(window.bar.isPlaying());
        QCOMPARE(window.shown(), QStringLiteral("-24:00:00"));
        QTRY_VERIFY(window.bar.track().instant() > kNow - 23 * kHour - 55 * kMinute);
        QCOMPARE(window.bar.findChild<QAbstractButton *>(QStringLiteral("play"))->accessibleName(),
                 QStringLiteral("Pause"));
        QTest::keyClick(&window.bar.track(), Qt::Key_Left);
        QVERIFY(!window.bar.isPlaying());
        // The last minutes are over at once.
        window.bar.setMode(TimeMode::Past, kNow - kSecond);
        window.press("play");
        QTRY_COMPARE(window.shown(), QStringLiteral("live"));
        QVERIFY(!window.bar.isPlaying());
        QCOMPARE(playing.size(), 4);
    }

    void onlyWhoIsNotLiveCanGoBack()
    {
        Window window(*m_themes);
        auto *live = window.bar.findChild<QAbstractButton *>(QStringLiteral("live"));
        QVERIFY(!live->isVisible());
        const QRect track = window.bar.track().geometry();
        window.bar.setMode(TimeMode::Past, kNow - kHour);
        QVERIFY(live->isVisible());
        QCOMPARE(window.bar.track().geometry(), track); // nothing jumps
        live->click();
        QCOMPARE(window.shown(), QStringLiteral("live"));
        QTest::keyClick(&window.bar, Qt::Key_L);
        QCOMPARE(window.live.size(), 1);
    }

    void whatHasNoPresentHasNoWayBackToIt()
    {
        Window window(*m_themes);
        window.bar.setReplay();
        window.bar.setMode(TimeMode::Past, kNow - kHour);
        QVERIFY(!window.bar.findChild<QAbstractButton *>(QStringLiteral("live"))->isVisible());
    }

    void shiftAndDraggingMarksAStretch()
    {
        Window window(*m_themes);
        TimeTrack &track = window.bar.track();
        const auto at = [&track](int part) { return QPoint(16 + (track.width() - 32) * part / 24, 20); };
        QTest::mousePress(&track, Qt::LeftButton, Qt::ShiftModifier, at(6));
        QTest::mouseMove(&track, at(12));
        QTest::mouseRelease(&track, Qt::LeftButton, Qt::ShiftModifier, at(12));
        QCOMPARE(window.asked.size(), 0); // nothing moves
        QVERIFY(track.marked());
        QVERIFY(std::abs(track.marked()->begin - (kNow - 18 * kHour)) < 2 * kMinute);
        QVERIFY(std::abs(track.marked()->end - (kNow - 12 * kHour)) < 2 * kMinute);
        QVERIFY(track.wordsAt(at(8)).contains(QStringLiteral("Marked")));
        QTest::keyClick(&track, Qt::Key_Escape);
        QVERIFY(!track.marked());
    }

    void theBarSaysWhatIsThere()
    {
        Window window(*m_themes);
        TimeTrack &track = window.bar.track();
        const auto at = [&](double hours) { return QPoint(16 + int((24 - hours) / 24 * (track.width() - 32)), 30); };
        QVERIFY(track.wordsAt(at(5.5)).contains(QStringLiteral("sin2 is down")));
        QVERIFY(track.wordsAt(at(3)).contains(QStringLiteral("deployed")));
        QVERIFY(track.wordsAt(at(9)).contains(QStringLiteral("Not watched")));
        QVERIFY(!track.wordsAt(at(15)).contains(u'\n'));
        QCOMPARE(track.wordsAt({2, 30}), QString());
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&track);
        QCOMPARE(face->role(), QAccessible::Slider);
        QCOMPARE(face->text(QAccessible::Value), QStringLiteral("Live"));
        window.bar.setMode(TimeMode::Past, kNow - kHour);
        QCOMPARE(face->text(QAccessible::Value), QStringLiteral("Past, 22 Nov 08:14:32 UTC"));
        face->valueInterface()->setCurrentValue(double(kNow - 2 * kHour) / 1000);
        QCOMPARE(window.shown(), QStringLiteral("-2:00:00"));
        for (const auto *button : window.bar.findChildren<QAbstractButton *>())
            QVERIFY(!button->accessibleName().isEmpty());
    }

    void eachModeHasItsLook()
    {
        Window window(*m_themes);
        const auto picture = [&](TimeMode mode) {
            window.bar.setMode(mode, kNow - 6 * kHour);
            return window.bar.grab().toImage();
        };
        const QImage live = picture(TimeMode::Live), past = picture(TimeMode::Past), whatIf = picture(TimeMode::WhatIf);
        QCOMPARE(live.pixelColor(2, 60), m_themes->theme().colour(Colour::Chrome));
        QCOMPARE(past.pixelColor(2, 60), m_themes->theme().colour(Colour::PastChrome));
        QCOMPARE(whatIf.pixelColor(2, 60), m_themes->theme().colour(Colour::WhatifChrome));
    }

    void theSpanGoesFromAnHourToAYear()
    {
        Window window(*m_themes);
        TimeTrack &track = window.bar.track();
        QTest::keyClick(&track, Qt::Key_Minus);
        QCOMPARE(track.span(), 7 * kDay);
        for (int i = 0; i < 9; ++i)
            QTest::keyClick(&track, Qt::Key_Minus);
        QCOMPARE(track.span(), 365 * kDay);
        QVERIFY(!window.bar.grab().isNull());
        for (int i = 0; i < 9; ++i)
            QTest::keyClick(&track, Qt::Key_Plus);
        QCOMPARE(track.span(), kHour);
        QVERIFY(!window.bar.grab().isNull());
        QCOMPARE(track.range(), (TimeRange{kNow - kHour, kNow}));
    }

    void aDayAndATimeAreChosen()
    {
        Window window(*m_themes);
        QList<QDate> months;
        connect(&window.bar, &TimeBar::monthShown, this, [&](const QDate &month) { months << month; });
        window.press("goToButton");
        GoToPopup &popup = window.bar.goToPopup();
        QVERIFY(popup.isVisible());
        QCOMPARE(popup.instant(), kNow);
        DayPicker &days = popup.days();
        QTest::keyClick(&days, Qt::Key_Up);
        QTest::keyClick(&days, Qt::Key_Right);
        QCOMPARE(days.day(), QDate(2026, 11, 16));
        QTest::keyClick(&days, Qt::Key_PageUp);
        QCOMPARE(days.day(), QDate(2026, 10, 23)); // nothing is kept from before
        QTest::mouseClick(&days, Qt::LeftButton, {}, days.dayRect(QDate(2026, 10, 30)).center());
        QCOMPARE(days.day(), QDate(2026, 10, 30));
        QCOMPARE(months, (QList<QDate>{QDate(2026, 11, 1), QDate(2026, 10, 1)}));
        popup.findChild<QTimeEdit *>(QStringLiteral("time"))->setTime(QTime(3, 41));
        popup.findChild<QAbstractButton *>(QStringLiteral("go"))->click();
        QVERIFY(!popup.isVisible());
        QCOMPARE(QDateTime::fromMSecsSinceEpoch(window.bar.track().instant(), Qt::UTC).toString(Qt::ISODate),
                 QStringLiteral("2026-10-30T03:41:00Z"));
    }

    void daysSayWhatTheyHad()
    {
        DayPicker days(*m_themes);
        days.setLimits(QDate(2026, 1, 1), QDate(2026, 11, 22));
        days.setDay(QDate(2026, 11, 20));
        const QImage before = days.grab().toImage();
        days.setMarks({{QDate(2026, 11, 20), {2, 3}}});
        QVERIFY(days.grab().toImage() != before);
        QCOMPARE(days.accessibleDescription(), days.dayText(QDate(2026, 11, 20)));
        QVERIFY(days.dayText(QDate(2026, 11, 20)).endsWith(QStringLiteral("2026, 3 incidents, 2 changes")));
        days.setLayoutDirection(Qt::RightToLeft);
        QVERIFY(days.dayRect(QDate(2026, 11, 16)).left() > days.dayRect(QDate(2026, 11, 17)).left());
    }

    void aMirroredBarKeepsTheDirectionOfTime()
    {
        Window window(*m_themes);
        window.bar.setLayoutDirection(Qt::RightToLeft);
        window.bar.resize(1601, 64);
        const TimeTrack &track = window.bar.track();
        QVERIFY(track.geometry().right() < 1601 - 150); // the mode stands at the right
        QVERIFY(track.geometry().left() > 150);
        QTest::keyClick(&window.bar.track(), Qt::Key_Left);
        QCOMPARE(window.shown(), QStringLiteral("-0:00:10"));
    }

private:
    std::optional<ThemeSwitch> m_themes;
};

QTEST_MAIN(TestTimeBar)
#include "tst_timebar.moc"
