// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/page/consolecommands.h"
#include "widgets/theme/themeswitch.h"

#include <QFrame>
#include <QPointer>

class QLabel;

namespace graticule {

class Button;
class Label;
class TestSteps;

/// A box that tests a connection and shows each step as it is done: it says that it only reads, can be cancelled, and
/// says when what was tested is not what is entered any more. GUI thread.
class TestRun : public QFrame
{
    Q_OBJECT

public:
    enum class Outcome { NotTested, Running, Passed, Failed, Cancelled, Outdated };

    TestRun(const ThemeSwitch &themes, ConsoleCommands &commands, QWidget *parent = nullptr);

    void start(const ConnectionConfig &config);
    void cancel();
    /// Forgets what was tested.
    void clear();
    /// What is entered now is @p config: a test of another is outdated.
    void follow(const ConnectionConfig &config);
    Outcome outcome() const { return m_outcome; }
    QString copyText() const;

    /// The button that starts and cancels, and the outcome in words; the owner places both. The box itself is there
    /// once there is something to show.
    Button *button() const { return m_button; }
    QLabel *words() const { return m_words; }
    /// Every title that the button ever has.
    static QStringList titles();

Q_SIGNALS:
    /// The button wants a test.
    void asked();
    void outcomeChanged();

private:
    void setOutcome(Outcome outcome);

    ConsoleCommands &m_commands;
    QPointer<QObject> m_run; ///< context of the test under way: what comes after it is gone reaches nobody
    ConnectionConfig m_tested;
    Outcome m_outcome = Outcome::NotTested;
    Outcome m_result = Outcome::NotTested; ///< of the last test that ended
    Label *m_title = nullptr;
    TestSteps *m_steps = nullptr;
    QLabel *m_words = nullptr;
    Button *m_button = nullptr;
};

} // namespace graticule
