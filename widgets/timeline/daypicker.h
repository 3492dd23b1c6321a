// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/basic/themedwidget.h"

#include <QDate>
#include <QMap>

namespace graticule {

/// What a day had, as marks below its number.
struct DayMarks
{
    int changes = 0;   ///< a dot
    int incidents = 0; ///< a square
};

/// A month of days, of which one is chosen. Days of which nothing is kept, and those to come, cannot be.
///
/// Arrow keys move by days and weeks, Page Up and Down by months, Return and a click choose. Weeks begin on Mondays.
/// Dates are of UTC. GUI thread.
class DayPicker : public ThemedWidget
{
    Q_OBJECT

public:
    explicit DayPicker(const ThemeSwitch &themes, QWidget *parent = nullptr);

    /// The first and the last day that can be chosen.
    void setLimits(const QDate &first, const QDate &last);
    QDate day() const { return m_day; }
    void setDay(const QDate &day);
    /// The first day of the month that is shown.
    QDate month() const { return {m_day.year(), m_day.month(), 1}; }
    void setMarks(const QMap<QDate, DayMarks> &marks);
    /// "22 November 2026, 3 incidents, 1 change".
    QString dayText(const QDate &day) const;
    QRect dayRect(const QDate &day) const;

    QSize sizeHint() const override;

Q_SIGNALS:
    void dayChanged(const QDate &day);
    /// Another month is shown: its marks are wanted.
    void monthShown(const QDate &month);
    /// Chosen for good: by Return or a double click.
    void dayActivated(const QDate &day);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// The Monday in the grid's corner.
    QDate firstShown() const;
    QDate dayAt(const QPoint &point) const;
    bool canChoose(const QDate &day) const { return day.isValid() && day >= m_first && day <= m_last; }
    void paintDay(QPainter &painter, const QDate &day);

    QDate m_first{1970, 1, 1};
    QDate m_last{1970, 1, 1};
    QDate m_day{1970, 1, 1};
    QDate m_hovered;
    QMap<QDate, DayMarks> m_marks;
};

} // namespace graticule
