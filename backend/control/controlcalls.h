// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/controlchannel.h"
#include "backend/control/pastsource.h"
#include "backend/domain/action.h"
#include "backend/telemetry/linkwindow.h"

#include <QObject>

#include <functional>

namespace graticule {

/// The calls of graticule.control.v1 but Watch, as values. Every call is asynchronous with a deadline: `done` is called
/// once, in
/// @p context's thread, unless @p context dies first. May be used from any thread, the GUI's too (nothing waits).
class ControlCalls
{
public:
    template<class T> using Reply = std::function<void(const Result<T> &reply)>;

    static constexpr Milliseconds kDeadline{10'000};
    /// More than any action takes, since each has a time limit of its own.
    static constexpr Milliseconds kLongestAction{25 * 3'600'000};

    explicit ControlCalls(std::shared_ptr<ControlChannel> channel);

    void describe(QObject *context, Reply<Description> done, Milliseconds deadline = kDeadline) const;
    void samples(QObject *context, const SamplesQuery &query, Reply<SamplesAnswer> done) const;
    void linkWindows(QObject *context, const LinkWindowsQuery &query, Reply<LinkWindowsAnswer> done) const;
    /// @p progress is called one or more times; the last has `finished`, also when the call itself failed, which does
    /// not end the action: ask again with its key. Also when @p context dies it goes on.
    void perform(QObject *context, const Action &action, std::function<void(const ActionProgress &)> progress,
                 Milliseconds deadline = kLongestAction) const;
    /// What can be done to @p target; @p connection: by which, empty: any that tells of it.
    void offers(QObject *context, const EntityId &target, Reply<QList<ActionOffer>> done,
                const EntityId &connection = {}) const;
    void preview(QObject *context, const Action &action, Reply<ActionPlan> done) const;
    void stopAction(QObject *context, const QString &key, Reply<ActionProgress> done) const;
    void running(QObject *context, Reply<QList<ActionUnderWay>> done) const;

    void connections(QObject *context, Reply<QList<ConnectionConfig>> done) const;
    void save(QObject *context, const ConnectionConfig &config, Reply<ConnectionConfig> done) const;
    void replace(QObject *context, const ConnectionConfig &config, const ConnectionConfig &before,
                 Reply<ConnectionConfig> done) const;
    void remove(QObject *context, const QString &nameOrId, Reply<ConnectionConfig> done) const;
    void pause(QObject *context, const QString &nameOrId, Reply<ConnectionConfig> done) const;
    void resume(QObject *context, const QString &nameOrId, Reply<ConnectionConfig> done) const;
    void retry(QObject *context, const QString &nameOrId, Reply<ConnectionConfig> done) const;
    void test(QObject *context, const ConnectionConfig &config, std::function<void(const TestStep &)> step) const;
    void discover(QObject *context, Reply<QList<DiscoveredEndpoint>> done) const;
    void connectorTypes(QObject *context, Reply<QList<ConnectorTypeInfo>> done) const;
    void brokenFiles(QObject *context, Reply<QList<BrokenFile>> done) const;

    void coverage(QObject *context, const TimeSpan &span, Reply<HistoryCoverage> done) const;
    void turns(QObject *context, const TurnsQuery &query, Reply<QList<SiteTurn>> done) const;

    void startLab(QObject *context, int sites, quint64 seed, Reply<LabStatus> done) const;
    void stopLab(QObject *context, Reply<LabStatus> done) const;
    void labStatus(QObject *context, Reply<LabStatus> done) const;

private:
    std::shared_ptr<ControlChannel> m_channel;
};

} // namespace graticule
