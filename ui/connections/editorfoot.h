// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/themeswitch.h"

#include <QWidget>

class QLabel;

namespace graticule {

class Button;
class TestRun;

/// What stays at the foot of a connection's form: how its test goes, what is said of what was entered, and the buttons.
/// GUI thread.
class EditorFoot : public QWidget
{
    Q_OBJECT

public:
    /// @p test outlives it; its words and its button stand here.
    EditorFoot(const ThemeSwitch &themes, TestRun &test, QWidget *parent = nullptr);

    /// What the button that saves says, and whether it can be pressed.
    void setSaving(const QString &words, bool isOpen);
    bool canSave() const;
    void setCancelVisible(bool isVisible);
    void say(const QString &words, bool failed);
    QString said() const;

Q_SIGNALS:
    void saveAsked();
    void cancelAsked();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    TestRun &m_test;
    QLabel *m_said = nullptr;
    Button *m_cancel = nullptr;
    Button *m_save = nullptr;
};

} // namespace graticule
