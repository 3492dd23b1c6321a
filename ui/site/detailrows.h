// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sitedetails.h"
#include "widgets/basic/themedwidget.h"

namespace graticule {

/// A few lines of [mark] name, note, value, 22 px each; what there is no room for is counted in a last line, which
/// shows the rest when chosen. Lines that are about something lead there: by a press, or Up, Down and Enter. To
/// assistive tools: one text with all of them, or the line that the keyboard has reached.
class DetailRows : public ThemedWidget
{
    Q_OBJECT

public:
    /// @p title heads the list in assistive text; @p most lines are shown until a person asks for all.
    DetailRows(const ThemeSwitch &themes, const QString &title, int most, QWidget *parent = nullptr);

    void setLines(const std::vector<SiteDetails::Line> &lines, const QString &whenEmpty);
    /// Few lines again, and from the first.
    void fold();
    /// A narrow list has the note in the tooltip only.
    void setNotesShown(bool shown);

    QSize sizeHint() const override;

Q_SIGNALS:
    /// A line about this was chosen.
    void opened(const graticule::EntityId &id);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    int shownLines() const;
    int hidden() const { return int(m_lines.size()) - shownLines(); }
    /// Lines and the count of the rest.
    int rows() const { return shownLines() + (hidden() > 0 ? 1 : 0); }
    bool leads(int row) const;
    void choose(int row);
    void setCurrent(int row);
    void describe();
    void showAll();
    void paintLine(QPainter &painter, const QRect &box, const SiteDetails::Line &line) const;

    QString m_title;
    int m_most;
    std::vector<SiteDetails::Line> m_lines;
    QString m_whenEmpty;
    bool m_isExpanded = false;
    bool m_areNotesShown = true;
    int m_current = 0;  ///< row that the keyboard has reached
    int m_hovered = -1; ///< row under the pointer that leads somewhere
};

} // namespace graticule
