// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/saying.h"
#include "models/actioncalls.h"

#include <QPointer>
#include <QTimer>

namespace graticule::testing {

/// A keeper that lets act on what the test tells it to; answers in the next turn of the event loop. How an act gets on
/// is told by the test.
class FakeActing : public ActionCalls
{
public:
    QStringList asked; ///< "offers node/fra1/n1", "preview drain grace=30", "perform drain", "follow k1", "stop"
    QList<ActionOffer> offered;
    EntityId idle; ///< a connection that offers nothing
    std::function<ActionPlan(const Action &)> foresee = [](const Action &action) { return plan(action, {}); };
    QList<ActionUnderWay> going;         ///< what running() answers
    QHash<QString, ActionProgress> ends; ///< by key, of what the keeper remembers
    Error refusal;                       ///< with a text: nothing is answered but that
    Action performed;                    ///< the last one

    static ActionOffer open(const char *verb, const QList<ActionArgument> &arguments = {})
    {
        return {QLatin1String(verb), ActionPermission::Granted, {}, true, arguments};
    }
    /// The usual verbs of a node, which is not cordoned.
    static QList<ActionOffer> ofNode()
    {
        ActionOffer uncordon = open("uncordon");
        uncordon.reason = QStringLiteral("it is not cordoned");
        uncordon.possible = false;
        return {
            open("cordon"), uncordon,
            open("drain", {{QStringLiteral("grace"), QStringLiteral("seconds"), QStringLiteral("30"), 0, 3600},
                           {QStringLiteral("deleteLocal"), QStringLiteral("bool"), QStringLiteral("false"), 0, 0}})};
    }
    /// Of an act on n1 that uncordoning takes back.
    static ActionPlan plan(const Action &action, const QList<ActionEffect> &effects)
    {
        return {action.verb,
                action.target,
                QStringLiteral("n1"),
                QStringLiteral("https://api.example:6443 (cluster eu)"),
                effects,
                {},
                false,
                QStringLiteral("uncordon")};
    }
    static ActionProgress progress(int done, int of, const QList<ActionItem> &items = {})
    {
        return {{}, false, {}, done, of, items, true, false};
    }
    static ActionProgress end(const QString &text, const Error &error = {}, int done = 0, int of = 0,
                              const QList<ActionItem> &items = {})
    {
        return {text, true, error, done, of, items, false, false};
    }
    static ActionEffect effect(const char *pod, EffectKind kind, const char *reason = "")
    {
        return {QLatin1String(pod), QStringLiteral("pod"), kind, QString::fromLatin1(reason)};
    }
    static ActionItem item(const char *pod, ActionItemState state, const char *text = "", Instant since = kNever)
    {
        return {QLatin1String(pod), QStringLiteral("pod"), state, QString::fromLatin1(text), since};
    }

    void offers(QObject *context, const EntityId &target, const EntityId &connection,
                ActionReply<QList<ActionOffer>> done) override
    {
        asked << QStringLiteral("offers ") + target.toString();
        answer(context, std::move(done), connection == idle ? QList<ActionOffer>() : offered);
    }
    void preview(QObject *context, const Action &action, ActionReply<ActionPlan> done) override
    {
        asked << QStringLiteral("preview ") + words(action);
        answer(context, std::move(done), foresee(action));
    }
    void perform(QObject *context, const Action &action, std::function<void(const ActionProgress &)> progress) override
    {
        if (action.verb.isEmpty()) {
            asked << QStringLiteral("follow ") + action.key;
            const ActionProgress forgotten =
                end({}, saidError(ErrorKind::NotFound, Fault::Input, "act.none", {}, std::nullopt));
            QTimer::singleShot(0, context, [progress, told = ends.value(action.key, forgotten)] { progress(told); });
            return;
        }
        asked << QStringLiteral("perform ") + words(action);
        performed = action;
        m_follower = context;
        m_progress = std::move(progress);
    }
    void stopAction(QObject *context, const QString &, ActionReply<ActionProgress> done) override
    {
        asked << QStringLiteral("stop");
        answer(context, std::move(done), ActionProgress());
    }
    void running(QObject *context, ActionReply<QList<ActionUnderWay>> done) override
    {
        answer(context, std::move(done), going);
    }

    /// To who asked for the last act.
    void tell(const ActionProgress &progress) const
    {
        if (m_follower)
            m_progress(progress);
    }

private:
    template<class T> void answer(QObject *context, ActionReply<T> done, const T &value)
    {
        QTimer::singleShot(0, context, [done = std::move(done), value, refused = refusal] {
            refused.text.isEmpty() ? done(value) : done(refused);
        });
    }
    static QString words(const Action &action)
    {
        QStringList all{action.verb};
        for (auto one = action.arguments.cbegin(); one != action.arguments.cend(); ++one)
            all << one.key() + QLatin1Char('=') + one.value();
        return all.join(QLatin1Char(' '));
    }

    QPointer<QObject> m_follower;
    std::function<void(const ActionProgress &)> m_progress;
};

} // namespace graticule::testing
