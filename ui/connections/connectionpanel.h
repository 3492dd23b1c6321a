// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connectionsmodel.h"
#include "ui/connections/connectionactions.h"
#include "ui/page/keeperfacts.h"
#include "widgets/theme/themeswitch.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace graticule {

class Button;
class Chip;
class DetailRows;
class Label;
class SectionHeader;
class StateMark;
class TestRun;

/// One connection in full: how it is and why, what can be done about it. The buttons stand at its foot, each where it
/// was, whatever is said above them. What was asked of the keeper is said as asked until the snapshot shows it done.
class ConnectionPanel : public QFrame
{
    Q_OBJECT

public:
    ConnectionPanel(const ThemeSwitch &themes, FleetStore &store, ConnectionsModel &model, ConnectionActions &actions,
                    ConsoleCommands &commands, KeeperFacts &facts, QWidget *parent = nullptr);

    void showConnection(const EntityId &id);
    const EntityId &connection() const { return m_id; }
    QString name() const;
    void test();
    QString copyText() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

Q_SIGNALS:
    void closeAsked();

private:
    void build();
    void buildHead(QVBoxLayout *outer);
    void buildFacts(QVBoxLayout *layout);
    QWidget *buildFoot();
    void placeButtons();
    QWidget *addFact(QVBoxLayout *layout, const QString &title, QLabel *&value);
    void showState();
    void showActions();
    void showWatched();
    void showBehind();
    void showSites();
    void showPlace();
    const Connection *current() const;

    const ThemeSwitch &m_themes;
    FleetStore &m_store;
    ConnectionsModel &m_model;
    ConnectionActions &m_actions;
    EntityId m_id;

    StateMark *m_mark = nullptr;
    Label *m_name = nullptr;
    Chip *m_type = nullptr;
    Chip *m_lab = nullptr;
    QLabel *m_state = nullptr;
    QLabel *m_sentence = nullptr;
    QLabel *m_address = nullptr;
    QLabel *m_seen = nullptr;
    QLabel *m_latency = nullptr;
    QLabel *m_load = nullptr;
    QLabel *m_certificate = nullptr;
    QLabel *m_clock = nullptr;
    QLabel *m_version = nullptr;
    QLabel *m_watched = nullptr;
    QWidget *m_placeRow = nullptr;
    QLabel *m_place = nullptr;
    std::vector<std::pair<ConnectionActions::Verb, Button *>> m_buttons;
    QGridLayout *m_grid = nullptr;
    int m_columns = 0; ///< of buttons
    QLabel *m_said = nullptr;
    TestRun *m_test = nullptr;
    SectionHeader *m_behindHead = nullptr;
    DetailRows *m_behind = nullptr;
    SectionHeader *m_sitesHead = nullptr;
    DetailRows *m_sites = nullptr;
};

} // namespace graticule
