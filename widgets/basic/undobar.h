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
/// fleet. It lies over the foot of its parent and goes after ten seconds, not while pointer or focus is in it. What it
/// offered can still be taken back after that, the last first, but is shown again before: nobody takes back what they
/// do not see.
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
    /// Says that something was taken back; @p redo does it again, as long as the bar is seen.
    void takenBack(const QString &what, std::function<void()> redo);
    /// Takes the last change back that was not, when the bar offers it; else offers it anew. Also for Ctrl+Z of the
    /// window. False if there was none.
    bool undo();
    bool canUndo() const { return !m_steps.empty(); }
    /// Does again what was just taken back. False if the bar does not offer that.
    bool redo();
    bool canRedo() const { return m_redo != nullptr; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Step
    {
        QString done;
        std::function<void()> undo;
    };

    void say(const QString &words);
    void place();
    void tick();
    void press();

    Label *m_words = nullptr;
    Button *m_button = nullptr;
    Button *m_close = nullptr;
    QTimer m_leaving;
    std::deque<Step> m_steps;     ///< the last change is the last
    bool m_offers = false;        ///< the bar is seen and offers the last of them
    std::function<void()> m_redo; ///< the bar is seen and offers it
};

} // namespace graticule
