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

/// The first start: says that all that is shown is the lab, offers the real endpoints that were found, one click each,
/// and to stop the lab. Shown as long as nothing real is connected.
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

private:
    void say(const QString &words);
    void showFacts();
    void showLab();
    void connectTo(const DiscoveredEndpoint &endpoint);
    void stopLab();

    FleetStore &m_store;
    ConsoleCommands &m_commands;
    KeeperFacts &m_facts;
    Label *m_title = nullptr;
    QLabel *m_words = nullptr;
    EndpointRows *m_endpoints = nullptr;
    QLabel *m_said = nullptr;
    Button *m_stop = nullptr;
    bool m_wasWanted = false;
};

} // namespace graticule
