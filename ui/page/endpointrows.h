// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/page/keeperfacts.h"
#include "widgets/theme/themeswitch.h"

#include <QSet>
#include <QWidget>

class QVBoxLayout;

namespace graticule {

/// The endpoints that the keeper found, a row each with its button, or one line saying why there is none. Follows the
/// facts by itself. GUI thread.
class EndpointRows : public QWidget
{
    Q_OBJECT

public:
    /// The references outlive this. @p most: so many rows, the others are counted.
    EndpointRows(const ThemeSwitch &themes, KeeperFacts &facts, int most, QWidget *parent = nullptr);

    /// Marks an address as asked for, until the keeper says that it is connected or setRefused() is called.
    void setAsked(const QString &address);
    void setRefused(const QString &address);

    /// What a click on @p endpoint connects.
    static ConnectionConfig configOf(const DiscoveredEndpoint &endpoint);

Q_SIGNALS:
    void connectAsked(const graticule::DiscoveredEndpoint &endpoint);

private:
    void rebuild();
    void addRow(const DiscoveredEndpoint &endpoint);
    void addNote(const QString &words);
    QString whyNone() const;

    const ThemeSwitch &m_themes;
    KeeperFacts &m_facts;
    int m_most;
    QVBoxLayout *m_rows = nullptr;
    QSet<QString> m_asked; ///< addresses
};

} // namespace graticule
