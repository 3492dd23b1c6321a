// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/page/fleetchoices.h"
#include "widgets/theme/themeswitch.h"

#include <QDialog>

class QLabel;
class QLineEdit;

namespace graticule {

class Button;

/// Asks for a fleet to add: the file that an administrator handed over, or an address or a home's directory. What is
/// wrong with it is said in the dialog, which stays open. GUI thread; reads no file itself.
class AddFleetDialog : public QDialog
{
    Q_OBJECT

public:
    /// Both outlive the dialog.
    AddFleetDialog(const ThemeSwitch &themes, FleetChoices &choices, QWidget *parent = nullptr);

private:
    QLineEdit *addField(const QString &title, const QString &hint, const char *name);
    void chooseFile();
    void showState();
    void add();

    const ThemeSwitch &m_themes;
    FleetChoices &m_choices;
    QLineEdit *m_file = nullptr;
    QLineEdit *m_place = nullptr;
    QLineEdit *m_name = nullptr;
    QLabel *m_trouble = nullptr;
    Button *m_add = nullptr;
    bool m_isAsking = false;
};

} // namespace graticule
