// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/recordcalls.h"
#include "backend/control/rulecalls.h"
#include "models/actioncalls.h"
#include "models/audit/actcalls.h"
#include "models/logcalls.h"
#include "models/rules/rulequeries.h"
#include "ui/page/consolecommands.h"

namespace graticule {

/// What the window asks of its keeper, over the control API. While no keeper has been opened, every command is refused
/// with a sentence that says so. GUI thread.
class ControlCommands : public ConsoleCommands, public ActCalls, public ActionCalls, public LogCalls, public RuleQueries
{
public:
    /// @p retry tries the keeper at once.
    explicit ControlCommands(std::function<void()> retry);

    /// The keeper to ask from now on.
    void use(const std::shared_ptr<ControlChannel> &channel);
    /// No keeper until there is another one: the window shows another fleet. What this one still answers is not handed
    /// on; who asked is told so.
    void leave();

    void retryKeeper() override { m_retry(); }
    void describe(QObject *context, Reply<Description> done) override;
    void perform(QObject *context, const Action &action, std::function<void(const ActionProgress &)> progress) override;
    void connections(QObject *context, Reply<QList<ConnectionConfig>> done) override;
    void save(QObject *context, const ConnectionConfig &config, Reply<ConnectionConfig> done) override;
    void replace(QObject *context, const ConnectionConfig &config, const ConnectionConfig &before,
                 Reply<ConnectionConfig> done) override;
    void remove(QObject *context, const QString &nameOrId, Reply<ConnectionConfig> done) override;
    void pause(QObject *context, const QString &nameOrId, Reply<ConnectionConfig> done) override;
    void resume(QObject *context, const QString &nameOrId, Reply<ConnectionConfig> done) override;
    void retry(QObject *context, const QString &nameOrId, Reply<ConnectionConfig> done) override;
    void test(QObject *context, const ConnectionConfig &config, std::function<void(const TestStep &)> step) override;
    void discover(QObject *context, Reply<QList<DiscoveredEndpoint>> done) override;
    void connectorTypes(QObject *context, Reply<QList<ConnectorTypeInfo>> done) override;
    void brokenFiles(QObject *context, Reply<QList<BrokenFile>> done) override;
    void startLab(QObject *context, Reply<LabStatus> done) override;
    void stopLab(QObject *context, Reply<LabStatus> done) override;
    void labStatus(QObject *context, Reply<LabStatus> done) override;
    void samples(QObject *context, const SamplesQuery &query, Reply<SamplesAnswer> done) override;
    void linkWindows(QObject *context, const LinkWindowsQuery &query, Reply<LinkWindowsAnswer> done) override;
    void coverage(QObject *context, const TimeSpan &span, Reply<HistoryCoverage> done) override;
    void turns(QObject *context, const TurnsQuery &query, Reply<QList<SiteTurn>> done) override;

    void offers(QObject *context, const EntityId &target, const EntityId &connection,
                ActionReply<QList<ActionOffer>> done) override;
    void preview(QObject *context, const Action &action, ActionReply<ActionPlan> done) override;
    void stopAction(QObject *context, const QString &key, ActionReply<ActionProgress> done) override;
    void running(QObject *context, ActionReply<QList<ActionUnderWay>> done) override;

    void acts(QObject *context, const ActQuery &query, std::function<void(const ActsPart &)> part) override;
    void verify(QObject *context, std::function<void(const CheckProgress &)> progress) override;

    void logSources(QObject *context, const EntityId &target, LogReply<QList<LogSource>> done) override;
    std::shared_ptr<void> readLogs(QObject *context, const LogOrder &order, std::function<void(const LogPart &)> taken,
                                   std::function<void(const Error &)> ended) override;
    void events(QObject *context, const EventQuery &query, LogReply<EventAnswer> done) override;

    void readRules(QObject *context, RuleReply<RulesFile> done) override;
    void previewRules(QObject *context, const QString &text, RuleReply<RulePreview> done) override;
    void saveRules(QObject *context, const QString &text, const QString &before, RuleReply<RulesFile> done) override;
    void sameServices(QObject *context, RuleReply<SameServices> done) override;
    void decideSame(QObject *context, const EntityId &one, const EntityId &other, bool areSame,
                    RuleReply<SameDecision> done) override;
    void undecideSame(QObject *context, const EntityId &one, const EntityId &other,
                      RuleReply<SameDecision> done) override;

private:
    /// @p done, as long as the keeper that was asked is still the one that is shown.
    template<class T> Reply<T> ours(Reply<T> done) const
    {
        return [turn = m_turn, was = *m_turn, done = std::move(done)](const Result<T> &reply) {
            done(*turn == was ? reply : Result<T>(isAnother()));
        };
    }
    static Error isAnother();

    std::function<void()> m_retry;
    std::unique_ptr<ControlCalls> m_calls;                  ///< null: no keeper yet
    std::unique_ptr<RecordCalls> m_records;                 ///< the same
    std::shared_ptr<ControlChannel> m_channel;              ///< the same
    std::shared_ptr<int> m_turn = std::make_shared<int>(0); ///< how many fleets were left
};

} // namespace graticule
