// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/basic/themedwidget.h"

#include <QPointer>

namespace graticule {

/// A box that lies over the window for a moment, in its upper third, and has the keyboard to itself: the window's
/// shortcuts rest, Tab stays inside. Esc, a click beside it and dismiss() close it and give the focus back to who had
/// it. A child of the window and no window of its own: those cannot be placed everywhere (Wayland), nor have round
/// corners everywhere. A dialog to assistive tools.
class Overlay : public ThemedWidget
{
    Q_OBJECT

public:
    Overlay(const ThemeSwitch &themes, QWidget &window);

    /// Shows it with the focus in focusProxy().
    void openOver();
    void dismiss();

    /// Keys of the window that work all the same, such as the one that opened it.
    void setPassedKeys(const QList<QKeySequence> &keys) { m_passed = keys; }

Q_SIGNALS:
    void dismissed();

protected:
    /// Height that the content wants, at most @p most.
    virtual int wantedHeight(int most) const = 0;
    /// Pixels; it gets less where the window has less.
    virtual int wantedWidth() const;
    /// Where it lies in a window of this size: in the middle of the upper third.
    virtual QRect wantedPlace(QSize window) const;
    /// To be called when wantedPlace() is another.
    void place();

    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    bool isPassed(const QKeyEvent &event) const;

    QWidget &m_window;
    QPointer<QWidget> m_opener;
    QList<QKeySequence> m_passed;
};

} // namespace graticule
