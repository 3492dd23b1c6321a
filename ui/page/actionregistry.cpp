// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/actionregistry.h"

#include <QShortcut>

namespace graticule {

ActionRegistry::ActionRegistry(QWidget &window)
    : QObject(&window)
    , m_window(window)
{
}

void ActionRegistry::add(const QString &page, const QList<ConsoleAction> &actions)
{
    for (const ConsoleAction &action : actions) {
        if (action.title.isEmpty() || find(action.id))
            qWarning("An action needs a title and an id of its own: \"%s\"", qPrintable(action.id));
        m_entries.push_back({action, page});
        m_entries.back().action.keys.removeAll(QKeySequence());
        bind(m_entries.back().action);
    }
}

void ActionRegistry::bind(const ConsoleAction &action)
{
    if (!action.run)
        return;
    for (const QKeySequence &keys : action.keys) {
        auto *shortcut = new QShortcut(keys, action.scope ? action.scope.data() : &m_window);
        shortcut->setContext(action.scope ? Qt::WidgetWithChildrenShortcut : Qt::WindowShortcut);
        shortcut->setAutoRepeat(action.repeats);
        connect(shortcut, &QShortcut::activated, this, [this, id = action.id] { run(id); });
    }
}

const ActionRegistry::Entry *ActionRegistry::find(const QString &id) const
{
    const auto at =
        std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &entry) { return entry.action.id == id; });
    return at == m_entries.end() ? nullptr : &*at;
}

QString ActionRegistry::whyNot(const ConsoleAction &action)
{
    return action.whyNot ? action.whyNot() : QString();
}

void ActionRegistry::run(const QString &id)
{
    const Entry *entry = find(id);
    if (!entry || !entry->action.run || !whyNot(entry->action).isEmpty())
        return;
    const std::function<void()> action = entry->action.run; // showing a page may add some
    if (!entry->page.isEmpty())
        Q_EMIT pageWanted(entry->page);
    action();
}

/// Whether the focus can be where both would answer to a key.
bool ActionRegistry::canMeet(const ConsoleAction &a, const ConsoleAction &b)
{
    if (!a.scope || !b.scope || a.scope == b.scope)
        return true;
    return a.scope->isAncestorOf(b.scope) || b.scope->isAncestorOf(a.scope);
}

QStringList ActionRegistry::collisions() const
{
    QStringList found;
    for (auto a = m_entries.begin(); a != m_entries.end(); ++a) {
        for (auto b = std::next(a); b != m_entries.end(); ++b) {
            for (const QKeySequence &keys : a->action.keys) {
                if (b->action.keys.contains(keys) && canMeet(a->action, b->action))
                    found << QStringLiteral("%1: %2, %3").arg(keys.toString(), a->action.id, b->action.id);
            }
        }
    }
    return found;
}

} // namespace graticule
