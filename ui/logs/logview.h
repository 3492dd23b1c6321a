// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/loglist.h"
#include "widgets/theme/themeswitch.h"

#include <QAbstractScrollArea>
#include <QTimer>

namespace graticule {

/// Lines of logs, painted: all of one height, or as many rows as a line needs. While it follows, the newest is in view;
/// scrolling away from the end stops that, and the End key goes on. What costs is what is seen, whatever the number of
/// lines. Rows are chosen like those of a list, and Ctrl+C copies them.
class LogView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    /// Both outlive the view.
    LogView(const ThemeSwitch &themes, LogList &lines, QWidget *parent = nullptr);

    void setFollowing(bool on);
    bool isFollowing() const { return m_following; }
    void setWrapped(bool on);
    void setTimes(bool on);
    bool hasTimes() const { return m_times; }
    /// What is marked where it stands in a line; empty: nothing.
    void setSought(const QString &text);
    /// Goes to the next line with it, or the one before; false: there is none.
    bool goToSought(bool forward);
    /// What is chosen, or all that is shown.
    QString copyText() const;

Q_SIGNALS:
    void followingChanged(bool on);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void layOut();
    void layOutLater();
    qsizetype rowOf(int y) const;
    int rowsOf(qsizetype index) const;
    qreal advance() const;
    int columns() const;
    qsizetype topRow() const;
    void choose(qsizetype index, bool extend);
    void paintLine(QPainter &painter, const QRect &box, qsizetype index) const;
    int chosenIndex() const;

    const ThemeSwitch &m_themes;
    LogList &m_lines;
    QTimer m_layOut;
    QList<int> m_ends; ///< while wrapped: rows up to and with the line at each index
    bool m_following = true;
    bool m_wrapped = false;
    bool m_times = false;
    bool m_isMoving = false; ///< the scroll bar is moved by us
    QString m_sought;
    bool m_hasChoice = false;
    quint64 m_anchor = 0; ///< numbers of lines
    quint64 m_chosen = 0;
    quint64 m_top = 0; ///< number of the line at the top, while not following
    int m_longest = 0; ///< characters
};

} // namespace graticule
