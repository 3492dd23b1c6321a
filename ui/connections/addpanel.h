// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/connectioneditor.h"

namespace graticule {

class Button;
class EndpointRows;

/// What else could be connected: endpoints that were found, a form for any other, and files that could not be read.
class AddPanel : public ConnectionEditor
{
    Q_OBJECT

public:
    AddPanel(const ThemeSwitch &themes, ConsoleCommands &commands, KeeperFacts &facts, PlaceNames &places,
             QWidget *parent = nullptr);

    /// Looks again for endpoints on the keeper's computer.
    void lookAgain();

private:
    void buildFound();
    void showFacts();

    const ThemeSwitch &m_themes;
    ConsoleCommands &m_commands;
    KeeperFacts &m_facts;
    EndpointRows *m_found = nullptr;
    Button *m_look = nullptr;
    QLabel *m_foundSaid = nullptr;
    QWidget *m_brokenBox = nullptr;
    QLabel *m_broken = nullptr;
};

} // namespace graticule
