// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/page/keeperfacts.h"
#include "widgets/theme/themeswitch.h"

#include <QFrame>

class QLabel;

namespace graticule {

class Button;
class EndpointRows;
class Label;

/// The first start: says that all that is shown is the lab, or that there is nothing; offers to add a connection, the
/// real endpoints that were found, one click each, and to start or stop the lab. Shown as long as nothing is connected
/// but the lab.
class StartCard : public QFrame
{
    Q_OBJECT

public:
    StartCard(const ThemeSwitch &themes, FleetStore &store, ConsoleCommands &commands, KeeperFacts &facts,
              QWidget *parent = nullptr);

    /// Whether it has something to say.
    bool isWanted() const;

Q_SIGNALS:
    void wantedChanged();
    void connectionsAsked();
    /// The form for a new one.
    void addAsked();

private:
    void say(const QString &words);
    void showFacts();
    void showLab();
    void changeLab();
    bool isLabThere() const;

    FleetStore &m_store;
    ConsoleCommands &m_commands;
    KeeperFacts &m_facts;
    Label *m_title = nullptr;
    QLabel *m_words = nullptr;
    EndpointRows *m_endpoints = nullptr;
    QLabel *m_said = nullptr;
    Button *m_add = nullptr;
    Button *m_lab = nullptr; ///< starts or stops it
    QLabel *m_labWords = nullptr;
    bool m_wasWanted = false;
};

} // namespace graticule
