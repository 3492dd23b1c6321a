// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/basic/themedwidget.h"

#include <QTimer>

#include <deque>
#include <functional>

namespace graticule {

class Button;
class Label;

/// Says what was just done and offers to take it back; for views and our own configuration, never for actions on the
/// fleet. It lies over the foot of its parent and goes after ten seconds, not while pointer or focus is in it; what it
/// offered can still be taken back after that, the last first.
class UndoBar : public ThemedWidget
{
    Q_OBJECT

public:
    UndoBar(const ThemeSwitch &themes, QWidget *parent);

    /// So many changes can be taken back.
    static constexpr size_t kMost = 20;

    /// `undo` runs at most once; without it the bar only tells.
    void offer(const QString &done, std::function<void()> undo = {});
    /// Hides the bar; nothing is forgotten.
    void dismiss();
    /// Takes the last change back that was not; also for Ctrl+Z of the window. False if there was none.
    bool undo();
    bool canUndo() const { return !m_undos.empty(); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void place();
    void tick();

    Label *m_words = nullptr;
    Button *m_button = nullptr;
    Button *m_close = nullptr;
    QTimer m_leaving;
    std::deque<std::function<void()>> m_undos; ///< the last change is the last
};

} // namespace graticule
