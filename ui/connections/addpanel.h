// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/page/keeperfacts.h"
#include "widgets/theme/themeswitch.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace graticule {

class Button;
class EndpointRows;
class SectionHeader;
class TestSteps;

/// What else could be connected: endpoints that were found, files that could not be read, and a form for any other.
class AddPanel : public QFrame
{
    Q_OBJECT

public:
    AddPanel(const ThemeSwitch &themes, ConsoleCommands &commands, KeeperFacts &facts, QWidget *parent = nullptr);

private:
    void buildForm(QVBoxLayout *layout);
    void showFacts();
    void showBroken();
    ConnectionConfig typed() const;
    void test();
    void save(const ConnectionConfig &config);
    void say(const QString &words, bool failed);

    const ThemeSwitch &m_themes;
    ConsoleCommands &m_commands;
    KeeperFacts &m_facts;
    EndpointRows *m_found = nullptr;
    QWidget *m_brokenBox = nullptr;
    QLabel *m_broken = nullptr;
    QComboBox *m_type = nullptr;
    QLineEdit *m_address = nullptr;
    QLineEdit *m_name = nullptr;
    QLabel *m_help = nullptr;
    Button *m_test = nullptr;
    Button *m_add = nullptr;
    QLabel *m_said = nullptr;
    TestSteps *m_steps = nullptr;
};

} // namespace graticule
