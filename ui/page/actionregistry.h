// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/page/consoleaction.h"

#include <QObject>
#include <QStringList>

#include <vector>

namespace graticule {

/// Every action of the window and of its pages, and the one place where keys are bound: what the palette offers and
/// what the page of keys tells is what happens. Lives as long as its window. GUI thread.
class ActionRegistry : public QObject
{
    Q_OBJECT

public:
    struct Entry
    {
        ConsoleAction action;
        QString page; ///< id of the page whose action it is; empty: the program's
    };

    explicit ActionRegistry(QWidget &window);

    /// Binds the keys. @p page empty: the program's own. An action without title, or with the id of another one, is a
    /// mistake that is warned of.
    void add(const QString &page, const QList<ConsoleAction> &actions);

    const std::vector<Entry> &entries() const { return m_entries; }
    /// Null when there is none.
    const Entry *find(const QString &id) const;
    /// Why it cannot be done now; empty: it can.
    static QString whyNot(const ConsoleAction &action);
    /// Shows its page first. Nothing happens when it cannot be done now.
    void run(const QString &id);

    /// Keys that would do two things at once, as "Ctrl+K: palette.open, other.thing"; empty is right.
    QStringList collisions() const;

Q_SIGNALS:
    /// The action that is about to run is that of this page.
    void pageWanted(const QString &page);

private:
    void bind(const ConsoleAction &action);
    static bool canMeet(const ConsoleAction &a, const ConsoleAction &b);

    QWidget &m_window;
    std::vector<Entry> m_entries;
};

} // namespace graticule
