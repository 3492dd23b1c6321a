// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QRect>
#include <QString>

class QHelpEvent;
class QWidget;

namespace graticule {

/// Finds the figure that a person means, and offers "What is this?" in a menu where the right button is pressed on one
/// that has no menu of its own. Lives as long as its window. GUI thread.
class FigureGuide : public QObject
{
    Q_OBJECT

public:
    explicit FigureGuide(QWidget &window);

    /// A figure, and its place in the window.
    struct Found
    {
        QString id; ///< empty: none
        QRect place;
    };

    /// At the focus: of the widget that has it or the nearest around it that shows one figure only.
    Found atFocus() const;
    /// At a point of the window.
    Found at(QPoint point) const;

Q_SIGNALS:
    void asked(const graticule::FigureGuide::Found &figure);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Found of(QWidget *widget, QPoint point) const;
    /// Under a pointer that rests: what the figure is, and that there is more.
    bool hint(const QHelpEvent &wish);

    QWidget &m_window;
};

} // namespace graticule
