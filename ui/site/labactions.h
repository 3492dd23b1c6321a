// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/page/keeperfacts.h"
#include "widgets/theme/themeswitch.h"

#include <QFrame>

class QLabel;

namespace graticule {

class Button;

/// What may be done to a site of the lab: break it in one of several ways, and heal it. The answer of the keeper is
/// said; the effect is seen in the snapshot only.
class LabActions : public QFrame
{
    Q_OBJECT

public:
    LabActions(const ThemeSwitch &themes, ConsoleCommands &commands, const KeeperFacts &facts,
               QWidget *parent = nullptr);

    /// Kinds of faults with their names: "site-down", "Site down".
    static QList<std::pair<QString, QString>> faults();
    void inject(const QString &kind, const QString &name);
    void heal();

    void setSite(const EntityId &site, const QString &name);

private:
    void perform(const QString &verb, const QString &kind, const QString &asked);
    void showPermission();
    void say(const QString &words, bool failed);

    ConsoleCommands &m_commands;
    const KeeperFacts &m_facts;
    EntityId m_site;
    QString m_name;
    Button *m_fault = nullptr;
    Button *m_heal = nullptr;
    QLabel *m_words = nullptr;
    quint64 m_question = 0; ///< answers to an earlier one are not said
};

} // namespace graticule
