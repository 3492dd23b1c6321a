// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/page/keeperfacts.h"
#include "widgets/theme/themeswitch.h"

#include <QSet>
#include <QWidget>

class QVBoxLayout;

namespace graticule {

/// The endpoints that the keeper found, a row each with the button that connects it, or one line saying why there is
/// none. Follows the facts by itself. GUI thread.
class EndpointRows : public QWidget
{
    Q_OBJECT

public:
    /// The references outlive this. @p most: so many rows, the others are counted.
    EndpointRows(const ThemeSwitch &themes, KeeperFacts &facts, ConsoleCommands &commands, int most,
                 QWidget *parent = nullptr);

Q_SIGNALS:
    /// Why the keeper did not connect one; empty: another is asked for.
    void said(const QString &words);

private:
    void connectTo(const DiscoveredEndpoint &endpoint);
    void rebuild();
    void addRow(const DiscoveredEndpoint &endpoint);
    void addNote(const QString &words);
    QString whyNone() const;

    const ThemeSwitch &m_themes;
    KeeperFacts &m_facts;
    ConsoleCommands &m_commands;
    int m_most;
    QVBoxLayout *m_rows = nullptr;
    QSet<QString> m_asked; ///< addresses, until the keeper says that they are connected or why not
};

} // namespace graticule
