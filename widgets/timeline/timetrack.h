// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/basic/themedwidget.h"
#include "widgets/theme/glyphtexts.h"
#include "widgets/timeline/timebardata.h"

#include <QPixmap>

namespace graticule {

/// The track of the time bar: counts, incidents, changes and holes of a stretch of time, and the cursor on it.
///
/// It moves nothing by itself: it asks for an instant, and shows the one it is told. Time runs to the right in every
/// language. Click and drag ask for an instant, with Shift they mark a stretch of time, which Escape forgets; the
/// wheel, + and - change the span. Left and Right: 10 s, with Shift a minute; Page Up and Down: a tenth of the span;
/// Home: the earliest. GUI thread.
class TimeTrack : public ThemedWidget
{
    Q_OBJECT

public:
    explicit TimeTrack(const ThemeSwitch &themes, QWidget *parent = nullptr);

    void setData(TimeBarData data);
    const TimeBarData &data() const { return m_data; }
    /// Time goes on; lists stay.
    void setNow(qint64 now);
    /// `instant` is ignored while live.
    void setMode(TimeMode mode, qint64 instant);
    TimeMode mode() const { return m_mode; }
    /// The instant that is shown: now when live.
    qint64 instant() const { return m_mode == TimeMode::Live ? m_data.now : m_instant; }

    /// Length of what the track shows, ms: one of spans().
    void setSpan(qint64 span);
    qint64 span() const { return m_span; }
    static const std::vector<qint64> &spans();
    /// What it shows. It ends now unless the instant lies further back.
    TimeRange range() const;

    /// The beginning of the incident before or after the instant, if there is one.
    std::optional<qint64> incident(int direction) const;
    /// The stretch that a person marked, if there is one.
    const std::optional<TimeRange> &marked() const { return m_marked; }
    void setMarked(const std::optional<TimeRange> &marked);
    /// The incident that goes on at the instant, or that the pointer of the last menuAsked() was on.
    const TimeBarIncident *incidentAt(qint64 instant) const;
    /// What is at a pixel, in words: incidents, changes, holes.
    QString wordsAt(const QPoint &point) const;
    /// Instant and mode in words.
    QString valueText() const;

    QSize sizeHint() const override { return {1128, tokens::size::timeBar}; }

Q_SIGNALS:
    /// A person wants to see this instant. `isSettled` is false while it is being dragged.
    void instantAsked(qint64 instant, bool isSettled);
    void liveAsked();
    void spanChanged(qint64 span);
    void markedChanged();
    /// The menu of the track is wanted, by mouse or keyboard, for this instant.
    void menuAsked(const QPoint &global, qint64 instant);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// The part with time in it: glyphs may stand over its ends.
    QRect track() const;
    double xOf(qint64 time) const;
    qint64 timeAtX(double x) const;
    void changed();
    void zoom(bool isCloser);
    void ask(qint64 instant, bool isSettled);
    Colour modeColour() const;
    void draw();
    void paintCounts(QPainter &painter);
    void paintTimes(QPainter &painter);
    void paintIncidents(QPainter &painter);
    void paintChanges(QPainter &painter);
    void paintCursor(QPainter &painter);
    void paintCursorLabel(QPainter &painter);
    QString cursorText() const;
    /// Where the moment that is looked at is written, over the times; empty: it is the present.
    QRect cursorLabel();

    TimeBarData m_data;
    TimeMode m_mode = TimeMode::Live;
    qint64 m_instant = 0;
    qint64 m_span = 86'400'000;
    bool m_isDragging = false;
    std::optional<qint64> m_markFrom; ///< while a stretch is being marked
    std::optional<TimeRange> m_marked;
    std::optional<int> m_pointer; ///< x of the pointer over the track
    QPixmap m_picture;            ///< all but the cursor
    bool m_isDirty = true;
    GlyphTexts m_texts;
};

} // namespace graticule
