// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/glyphtexts.h"
#include "widgets/timeline/timetrack.h"

#include <QElapsedTimer>
#include <QTimer>

namespace graticule {

class Button;
class GoToPopup;

/// The bar along the window's foot: which snapshot is shown, a track of time to move on, and what steps, plays and goes
/// back to live. It only asks; whoever answers tells it the mode.
///
/// [ and ]: incident before and after, Space: play and pause, L: live, G: go to a day; the track's own keys beside. In
/// a mirrored window the parts stand mirrored, time runs to the right. GUI thread.
class TimeBar : public ThemedWidget
{
    Q_OBJECT

public:
    explicit TimeBar(const ThemeSwitch &themes, QWidget *parent = nullptr);
    ~TimeBar() override;

    TimeTrack &track() { return *m_track; }
    GoToPopup &goToPopup();
    void setData(TimeBarData bar) { m_track->setData(std::move(bar)); }
    void setNow(qint64 now) { m_track->setNow(now); }
    void setMode(TimeMode mode, qint64 instant = 0);
    TimeMode mode() const { return m_track->mode(); }
    /// Below the mode's name: "2 s ago", "5 h 33 min ago".
    void setModeText(const QString &text);
    /// What the track counts: "alarms per 10 min".
    void setCountText(const QString &text);

    /// Plays the track's span within a minute, from its beginning when live.
    void setPlaying(bool playing);
    bool isPlaying() const { return m_player.isActive(); }
    /// How much faster than a span within a minute; between a quarter and 16.
    void setSpeed(double speed);
    double speed() const { return m_speed; }
    /// There is no present: no way back to it, and never LIVE.
    void setReplay();
    /// Then playing goes second by second.
    void setReducedMotion(bool reduced) { m_isReducedMotion = reduced; }

    QSize sizeHint() const override { return {1600, tokens::size::timeBar}; }
    QSize minimumSizeHint() const override { return {640, tokens::size::timeBar}; }

public Q_SLOTS:
    /// To the incident before (-1) or after (1) the instant; asks with incidentAsked() when none is in the data.
    void step(int direction);
    void goTo();

Q_SIGNALS:
    void instantAsked(qint64 instant, bool isSettled);
    void liveAsked();
    /// The incident before (-1) or after (1) the instant, which is not in the data.
    void incidentAsked(int direction);
    void playingChanged(bool playing);
    /// The marks of this month's days are wanted, for goToPopup().
    void monthShown(const QDate &month);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    Button *addButton(const char *name, const QString &words, const char *icon, const QKeySequence &key, bool isQuiet);
    void arrange();
    void playOn();
    void followMode();

    TimeTrack *m_track;
    Button *m_before;
    Button *m_play;
    Button *m_after;
    Button *m_goTo;
    Button *m_live;
    GoToPopup *m_popup = nullptr; ///< made when it is first wanted
    GlyphTexts m_texts{8};
    QString m_modeText;
    QString m_countText;
    QRect m_controls;
    QTimer m_player;
    QElapsedTimer m_played;
    double m_speed = 1;
    bool m_isReducedMotion = false;
    bool m_isReplay = false;
};

} // namespace graticule
