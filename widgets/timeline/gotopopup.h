// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/timeline/daypicker.h"

#include <QFrame>

class QTimeEdit;

namespace graticule {

class Label;

/// A day and a time of UTC to go to, over the window until it is chosen or closed. GUI thread.
class GoToPopup : public QFrame
{
    Q_OBJECT

public:
    explicit GoToPopup(const ThemeSwitch &themes, QWidget *parent = nullptr);

    /// Between these; `instant` is chosen at the start. ms since 1970 UTC, as all below.
    void setLimits(qint64 earliest, qint64 now);
    void setInstant(qint64 instant);
    qint64 instant() const;
    DayPicker &days() { return *m_days; }
    /// Opens above `anchor`, a widget of the window.
    void popUp(const QWidget &anchor);

Q_SIGNALS:
    void instantChosen(qint64 instant);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void choose();
    void showMonth();

    DayPicker *m_days;
    QTimeEdit *m_time;
    Label *m_month;
    qint64 m_earliest = 0;
    qint64 m_now = 0;
};

} // namespace graticule
