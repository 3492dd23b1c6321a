// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/keepercommands.h"
#include "backend/domain/clock.h"

#include <QHash>
#include <QObject>

#include <vector>

namespace graticule {

/// The actions that a keeper was asked for, by their keys: each is done once, whoever asks with its key again follows
/// it, and one that ends when nobody follows any more has ended all the same. Remembers the last thousand. Backend
/// thread.
class ActionDesk : public QObject
{
    Q_OBJECT

public:
    using Progress = KeeperCommands::Progress;

    explicit ActionDesk(Clock &clock)
        : m_clock(clock)
    {
    }

    bool knows(const QString &key) const { return m_known.contains(key); }
    /// Whether the known action with the key of @p action is that one: what is done to what, and how. Without a verb
    /// nothing is asked for but to follow.
    bool isThe(const Action &action) const;
    /// Has @p progress hear how far a known one is, then each step to its end; where a hundred follow, nothing but
    /// that, as act.crowded, until it has ended.
    void follow(const QString &key, const Progress &progress);
    /// Notes it, which has a key, as begun now, with @p progress as the first to follow it. Returns what its performer
    /// is to tell, which may outlive the desk.
    Progress begin(ActionUnderWay action, const Progress &progress);
    /// Who performs it, also when its target is not in the fleet any more.
    void entrust(const QString &key, const EntityId &connection) { m_known[key].performer = connection; }
    EntityId performerOf(const QString &key) const { return m_known.value(key).performer; }
    /// Null: no such action is under way.
    const ActionUnderWay *find(const QString &key) const;
    /// Oldest first.
    QList<ActionUnderWay> running() const;

Q_SIGNALS:
    /// One of them is not under way any more; its performer is still at it when this is said.
    void ended();

private:
    struct Known
    {
        ActionUnderWay action;
        std::vector<Progress> followers;
        EntityId performer; ///< connection; empty: the keeper itself, or nobody yet
    };
    void take(const QString &key, const ActionProgress &step);

    Clock &m_clock;
    QHash<QString, Known> m_known;
    QStringList m_keys;  ///< oldest first
    QStringList m_whole; ///< those that ended and still have their items, oldest first
};

} // namespace graticule
