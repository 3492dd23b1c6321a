// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/themeswitch.h"

#include <QWidget>

class QLabel;

namespace graticule {

class Button;
class SegmentedControl;

/// One setting: its name, a line that says what it does, and at the trailing side what is chosen. Below the line there
/// may be a note, such as "used from the next start", with a button that brings it about.
class SettingRow : public QWidget
{
    Q_OBJECT

public:
    SettingRow(const ThemeSwitch &themes, const QString &title, const QString &explanation, QWidget *parent = nullptr);

    const QString &title() const { return m_title; }
    /// A few choices side by side; the index goes with currentChanged().
    SegmentedControl *addChoices(const QStringList &choices);
    /// Any other control; gets the row's name and explanation for assistive tools.
    void addControl(QWidget *control);
    /// Empty: none. @p action: what the button beside it says; empty: no button.
    void setNote(const QString &note, const QString &action = {});

Q_SIGNALS:
    void actionAsked();

private:
    const ThemeSwitch &m_themes;
    QString m_title;
    QString m_explanation;
    QWidget *m_noteBox = nullptr;
    QLabel *m_note = nullptr;
    Button *m_action = nullptr;
};

} // namespace graticule
