// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/actiondesk.h"

#include "backend/domain/saying.h"
#include "backend/domain/unfollowedact.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace graticule {
namespace {

constexpr qsizetype kKeysKept = 1000;
constexpr size_t kMostFollowers = 100; // of one action
constexpr qsizetype kWhole = 50;       // of those that ended, with each of their items: one may have thousands

} // namespace

void ActionDesk::follow(const QString &key, const Progress &progress)
{
    const auto known = m_known.find(key);
    if (known == m_known.end())
        return;
    const ActionProgress whole = known->action.progress; // who is told may ask for more
    if (whole.finished) {
        progress(whole);
    } else if (known->followers.size() < kMostFollowers) {
        known->followers.push_back(progress);
        progress(whole);
    } else { // in the place of another it would have that one come back, and so on; how it ended it can ask then
        progress({{},
                  true,
                  unfollowedAct(saidError(ErrorKind::Disconnected, Fault::Endpoint, "act.crowded",
                                          {QString::number(kMostFollowers)})),
                  whole.done,
                  whole.of});
    }
}

bool ActionDesk::isThe(const Action &action) const
{
    const auto known = m_known.constFind(action.key);
    if (known == m_known.cend())
        return false;
    const Action &one = known->action.action;
    return action.verb.isEmpty() || (one.verb == action.verb && one.target == action.target &&
                                     one.arguments == action.arguments && one.connection == action.connection);
}

ActionDesk::Progress ActionDesk::begin(ActionUnderWay action, const Progress &progress)
{
    action.begun = m_clock.now();
    const QString key = action.action.key;
    m_keys.append(key);
    m_known.insert(key, {std::move(action), {progress}, {}});
    if (m_keys.size() > kKeysKept) { // one under way stays, so that it can be stopped
        const auto oldest =
            std::find_if(m_keys.cbegin(), m_keys.cend(), [this](const QString &one) { return !find(one); });
        if (oldest != m_keys.cend()) {
            m_known.remove(*oldest);
            m_keys.erase(oldest);
        }
    }
    return [self = QPointer<ActionDesk>(this), key, progress](const ActionProgress &step) {
        if (self && self->knows(key))
            self->take(key, step);
        else
            progress(step);
    };
}

void ActionDesk::take(const QString &key, const ActionProgress &step)
{
    Known &known = m_known[key];
    if (known.action.progress.finished)
        return; // it ends once
    fold(known.action.progress, step);
    if (step.finished) {
        m_whole.append(key);
        if (m_whole.size() > kWhole) {
            if (const auto old = m_known.find(m_whole.takeFirst()); old != m_known.end())
                old->action.progress.items.clear();
        }
    }
    const auto followers = step.finished ? std::exchange(known.followers, {}) : known.followers;
    for (const Progress &progress : followers)
        progress(step);
    if (step.finished)
        Q_EMIT ended();
}

const ActionUnderWay *ActionDesk::find(const QString &key) const
{
    const auto known = m_known.constFind(key);
    return known != m_known.cend() && !known->action.progress.finished ? &known->action : nullptr;
}

QList<ActionUnderWay> ActionDesk::running() const
{
    QList<ActionUnderWay> running;
    for (const QString &key : m_keys) {
        if (const ActionUnderWay *one = find(key))
            running.append(*one);
    }
    return running;
}

} // namespace graticule
