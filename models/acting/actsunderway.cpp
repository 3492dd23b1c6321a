// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/acting/actsunderway.h"

#include "backend/domain/unfollowedact.h"
#include "models/sayingtext.h"

#include <algorithm>
#include <functional>

namespace graticule {
ActsUnderWay::ActsUnderWay(ActionCalls &calls, FleetStore &store, QObject *parent)
    : QObject(parent)
    , m_calls(calls)
    , m_store(store)
    , m_keeper(std::make_unique<QObject>())
{
    connect(&store, &FleetStore::linkChanged, this, &ActsUnderWay::follow);
    connect(&store, &FleetStore::secondPassed, this, [this] {
        const bool isAnyone = std::any_of(m_acts.begin(), m_acts.end(), std::mem_fn(&Act::isLookedFor));
        if (++m_seconds >= (isAnyone ? kLookSeconds : kIdleSeconds))
            look();
        if (underWay() > 0)
            Q_EMIT changed(); // how long it takes
    });
    if (store.link().state == KeeperLink::State::Live)
        look();
}

/// Another keeper's acts are not to be mixed with these.
void ActsUnderWay::follow(const KeeperLink &link)
{
    if (link.state == KeeperLink::State::Unknown && !m_acts.empty()) {
        m_keeper = std::make_unique<QObject>();
        m_question.reset();
        m_acts.clear();
        Q_EMIT changed();
    }
    if (link.state == KeeperLink::State::Lost) {
        for (Act &act : m_acts)
            act.isOutOfSight = act.isUnderWay();
        Q_EMIT changed();
    }
    if (link.state == KeeperLink::State::Live) {
        m_isUnsupported = false;
        look();
    }
}

const ActsUnderWay::Act *ActsUnderWay::find(const QString &key) const
{
    const auto found = std::find_if(m_acts.begin(), m_acts.end(), [&](const Act &act) { return act.key() == key; });
    return found == m_acts.end() ? nullptr : &*found;
}

ActsUnderWay::Act *ActsUnderWay::at(const QString &key)
{
    return const_cast<Act *>(std::as_const(*this).find(key)); // ours, and not const
}

int ActsUnderWay::underWay() const
{
    return int(std::count_if(m_acts.begin(), m_acts.end(), [](const Act &act) { return act.isUnderWay(); }));
}

void ActsUnderWay::begin(const Action &action, const QString &targetName, const QString &place, const QString &who)
{
    if (m_store.isPast() || find(action.key))
        return;
    Act act;
    act.told = {action, targetName, place, who, m_store.liveNow(), {}};
    act.isOurs = true;
    m_acts.insert(m_acts.begin(), act);
    Q_EMIT changed();
    m_calls.perform(m_keeper.get(), action,
                    [this, key = action.key](const ActionProgress &progress) { take(key, progress); });
}

void ActsUnderWay::take(const QString &key, const ActionProgress &progress)
{
    Act *act = at(key);
    if (!act || !act->isUnderWay())
        return;
    if (progress.finished && isUnfollowedAct(progress.error)) {
        act->isLost = true; // it may go on at the keeper, who is asked, at the latest when it answers again
        act->cut = progress.error;
        act->isOutOfSight = true;
        Q_EMIT changed();
        look();
        return;
    }
    act->isEndLate = act->isOutOfSight || act->told.progress.isUnseen;
    act->isOutOfSight = false;
    fold(act->told.progress, progress);
    if (progress.finished)
        end(*act);
    dropOldest();
    Q_EMIT changed();
}

void ActsUnderWay::end(Act &act)
{
    act.ended = m_store.liveNow();
    act.isStopping = act.isEnding = false;
    Q_EMIT ended(act.key());
}

void ActsUnderWay::endUnseen(Act &act)
{
    act.isLost = true;
    act.isEndLate = act.isOutOfSight || act.told.progress.isUnseen;
    act.told.progress.error = act.cut;
    end(act);
}

/// Who asks with its key, and for nothing to be done, is told by a keeper that remembers it.
void ActsUnderWay::askHowItEnded(const QString &key)
{
    Act *act = at(key);
    if (!act) // somebody heard of another's end, and forgot it
        return;
    if (m_mayAskForEnds && !m_mayAskForEnds()) {
        endUnseen(*act);
        dropOldest();
        return;
    }
    act->isEnding = true;
    m_calls.perform(m_keeper.get(), {.verb = {}, .target = {}, .arguments = {}, .key = key},
                    [this, key](const ActionProgress &progress) { learnEnd(key, progress); });
}

void ActsUnderWay::learnEnd(const QString &key, const ActionProgress &progress)
{
    Act *act = at(key);
    if (!act || !act->isUnderWay())
        return;
    const Error &error = progress.error;
    const bool isUntold = progress.finished && isUnfollowedAct(error);
    if (isUntold && error.kind != ErrorKind::Refused && error.kind != ErrorKind::Unsupported) {
        act->isEnding = false; // the way there broke: it is looked for again
        act->isOutOfSight = true;
    } else if (isUntold || error.code == QLatin1String("act.none")) { // it does not tell us, or does not know any more
        endUnseen(*act);
    } else {
        act->isEndLate = act->isOutOfSight || act->told.progress.isUnseen;
        fold(act->told.progress, progress);
        act->isOutOfSight = false;
        if (progress.finished) {
            act->isLost = false;
            end(*act);
        }
    }
    dropOldest();
    Q_EMIT changed();
}

void ActsUnderWay::dropOldest()
{
    qsizetype kept = 0; // the newest stand first
    std::erase_if(m_acts, [&](const Act &act) { return !act.isUnderWay() && ++kept > kMostEnded; });
}

void ActsUnderWay::stop(const QString &key)
{
    Act *act = at(key);
    if (!act || !act->isUnderWay() || act->isStopping)
        return;
    act->isStopping = true;
    act->trouble.clear();
    Q_EMIT changed();
    m_calls.stopAction(m_keeper.get(), key, [this, key](const Result<ActionProgress> &reply) {
        Act *stopped = at(key);
        if (!stopped)
            return;
        if (!reply) {
            stopped->isStopping = false;
            stopped->trouble = SayingText::of(reply.error());
            Q_EMIT changed();
        } else {
            take(key, *reply);
        }
    });
}

void ActsUnderWay::forget(const QString &key)
{
    if (std::erase_if(m_acts, [&](const Act &act) { return act.key() == key && !act.isUnderWay(); }) > 0)
        Q_EMIT changed();
}

void ActsUnderWay::forgetEnded()
{
    if (std::erase_if(m_acts, [](const Act &act) { return !act.isUnderWay(); }) > 0)
        Q_EMIT changed();
}

void ActsUnderWay::look()
{
    m_seconds = 0;
    if (m_question || m_isUnsupported || m_store.link().state != KeeperLink::State::Live)
        return;
    m_question = std::make_unique<QObject>();
    m_calls.running(m_question.get(), [this](const Result<QList<ActionUnderWay>> &reply) {
        if (m_question)
            m_question.release()->deleteLater(); // we are within its call
        m_isUnsupported = !reply && reply.error().kind == ErrorKind::Unsupported;
        if (reply || m_isUnsupported)
            merge(reply ? *reply : QList<ActionUnderWay>());
    });
}

/// What others asked for is known by this alone; what was asked for here only when it could not be followed.
void ActsUnderWay::merge(const QList<ActionUnderWay> &told)
{
    const std::vector<Act> before = m_acts;
    for (const ActionUnderWay &one : told) {
        Act *known = at(one.action.key);
        if (!known) {
            Act act;
            act.told = one;
            m_acts.insert(m_acts.begin(), act);
        } else if (known->isLookedFor()) {
            known->told.progress = one.progress;
            known->isOutOfSight = false;
        }
    }
    QStringList gone;
    for (const Act &act : m_acts) {
        const bool isThere = std::any_of(told.cbegin(), told.cend(),
                                         [&](const ActionUnderWay &one) { return one.action.key == act.key(); });
        if (!isThere && act.isLookedFor() && !act.isEnding)
            gone << act.key();
    }
    for (const QString &key : gone)
        askHowItEnded(key);
    std::stable_sort(m_acts.begin(), m_acts.end(),
                     [](const Act &a, const Act &b) { return a.told.begun > b.told.begun; });
    if (m_acts != before)
        Q_EMIT changed();
}

} // namespace graticule
