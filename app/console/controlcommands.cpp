// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/controlcommands.h"

#include "backend/control/logreading.h"

namespace graticule {
namespace {

Error noKeeper()
{
    return {ErrorKind::Unreachable, Fault::Network,
            QStringLiteral("The keeper has not answered yet; nothing was asked of it."), Milliseconds(1000)};
}

} // namespace

ControlCommands::ControlCommands(std::function<void()> retry)
    : m_retry(std::move(retry))
{
}

void ControlCommands::use(const std::shared_ptr<ControlChannel> &channel)
{
    m_calls = std::make_unique<ControlCalls>(channel);
    m_records = std::make_unique<RecordCalls>(channel);
    m_channel = channel;
}

void ControlCommands::leave()
{
    m_calls.reset();
    m_records.reset();
    m_channel.reset();
    ++*m_turn;
}

Error ControlCommands::isAnother()
{
    return {ErrorKind::Cancelled, Fault::Input, QStringLiteral("The window shows another fleet now."), std::nullopt};
}

void ControlCommands::describe(QObject *context, Reply<Description> done)
{
    m_calls ? m_calls->describe(context, ours(std::move(done))) : done(noKeeper());
}

void ControlCommands::perform(QObject *context, const Action &action,
                              std::function<void(const ActionProgress &)> progress)
{
    m_calls ? m_calls->perform(context, action, std::move(progress)) : progress({{}, true, noKeeper()});
}

void ControlCommands::connections(QObject *context, Reply<QList<ConnectionConfig>> done)
{
    m_calls ? m_calls->connections(context, ours(std::move(done))) : done(noKeeper());
}

void ControlCommands::save(QObject *context, const ConnectionConfig &config, Reply<ConnectionConfig> done)
{
    m_calls ? m_calls->save(context, config, ours(std::move(done))) : done(noKeeper());
}

void ControlCommands::replace(QObject *context, const ConnectionConfig &config, const ConnectionConfig &before,
                              Reply<ConnectionConfig> done)
{
    m_calls ? m_calls->replace(context, config, before, ours(std::move(done))) : done(noKeeper());
}

void ControlCommands::remove(QObject *context, const QString &nameOrId, Reply<ConnectionConfig> done)
{
    m_calls ? m_calls->remove(context, nameOrId, ours(std::move(done))) : done(noKeeper());
}

void ControlCommands::pause(QObject *context, const QString &nameOrId, Reply<ConnectionConfig> done)
{
    m_calls ? m_calls->pause(context, nameOrId, ours(std::move(done))) : done(noKeeper());
}

void ControlCommands::resume(QObject *context, const QString &nameOrId, Reply<ConnectionConfig> done)
{
    m_calls ? m_calls->resume(context, nameOrId, ours(std::move(done))) : done(noKeeper());
}

void ControlCommands::retry(QObject *context, const QString &nameOrId, Reply<ConnectionConfig> done)
{
    m_calls ? m_calls->retry(context, nameOrId, ours(std::move(done))) : done(noKeeper());
}

void ControlCommands::test(QObject *context, const ConnectionConfig &config, std::function<void(const TestStep &)> step)
{
    m_calls ? m_calls->test(context, config, std::move(step)) : step({{}, {}, false, noKeeper(), true});
}

void ControlCommands::discover(QObject *context, Reply<QList<DiscoveredEndpoint>> done)
{
    m_calls ? m_calls->discover(context, ours(std::move(done))) : done(noKeeper());
}

void ControlCommands::connectorTypes(QObject *context, Reply<QList<ConnectorTypeInfo>> done)
{
    m_calls ? m_calls->connectorTypes(context, ours(std::move(done))) : done(noKeeper());
}

void ControlCommands::brokenFiles(QObject *context, Reply<QList<BrokenFile>> done)
{
    m_calls ? m_calls->brokenFiles(context, ours(std::move(done))) : done(noKeeper());
}

void ControlCommands::startLab(QObject *context, Reply<LabStatus> done)
{
    m_calls ? m_calls->startLab(context, 0, 0, ours(std::move(done))) : done(noKeeper());
}

void ControlCommands::stopLab(QObject *context, Reply<LabStatus> done)
{
    m_calls ? m_calls->stopLab(context, ours(std::move(done))) : done(noKeeper());
}

void ControlCommands::labStatus(QObject *context, Reply<LabStatus> done)
{
    m_calls ? m_calls->labStatus(context, ours(std::move(done))) : done(noKeeper());
}

void ControlCommands::samples(QObject *context, const SamplesQuery &query, Reply<SamplesAnswer> done)
{
    m_calls ? m_calls->samples(context, query, ours(std::move(done))) : done(noKeeper());
}

void ControlCommands::linkWindows(QObject *context, const LinkWindowsQuery &query, Reply<LinkWindowsAnswer> done)
{
    m_calls ? m_calls->linkWindows(context, query, ours(std::move(done))) : done(noKeeper());
}

void ControlCommands::coverage(QObject *context, const TimeSpan &span, Reply<HistoryCoverage> done)
{
    m_calls ? m_calls->coverage(context, span, ours(std::move(done))) : done(noKeeper());
}

void ControlCommands::turns(QObject *context, const TurnsQuery &query, Reply<QList<SiteTurn>> done)
{
    m_calls ? m_calls->turns(context, query, ours(std::move(done))) : done(noKeeper());
}

void ControlCommands::offers(QObject *context, const EntityId &target, const EntityId &connection,
                             ActionReply<QList<ActionOffer>> done)
{
    m_calls ? m_calls->offers(context, target, ours<QList<ActionOffer>>(std::move(done)), connection)
            : done(noKeeper());
}

void ControlCommands::preview(QObject *context, const Action &action, ActionReply<ActionPlan> done)
{
    m_calls ? m_calls->preview(context, action, ours<ActionPlan>(std::move(done))) : done(noKeeper());
}

void ControlCommands::stopAction(QObject *context, const QString &key, ActionReply<ActionProgress> done)
{
    m_calls ? m_calls->stopAction(context, key, ours<ActionProgress>(std::move(done))) : done(noKeeper());
}

void ControlCommands::running(QObject *context, ActionReply<QList<ActionUnderWay>> done)
{
    m_calls ? m_calls->running(context, ours<QList<ActionUnderWay>>(std::move(done))) : done(noKeeper());
}

void ControlCommands::acts(QObject *context, const ActQuery &query, std::function<void(const ActsPart &)> part)
{
    m_records ? m_records->list(context, query, std::move(part)) : part({{}, true, {}, noKeeper()});
}

void ControlCommands::verify(QObject *context, std::function<void(const CheckProgress &)> progress)
{
    m_records ? m_records->verify(context, std::move(progress)) : progress({0, 0, true, {}, noKeeper()});
}

void ControlCommands::logSources(QObject *context, const EntityId &target, LogReply<QList<LogSource>> done)
{
    m_channel ? LogQueries(m_channel).sources(context, target, ours<QList<LogSource>>(std::move(done)))
              : done(noKeeper());
}

std::shared_ptr<void> ControlCommands::readLogs(QObject *context, const LogOrder &order,
                                                std::function<void(const LogPart &)> taken,
                                                std::function<void(const Error &)> ended)
{
    if (!m_channel) {
        ended(noKeeper());
        return {};
    }
    return std::make_shared<LogReading>(m_channel, order, context, std::move(taken), std::move(ended));
}

void ControlCommands::events(QObject *context, const EventQuery &query, LogReply<EventAnswer> done)
{
    m_channel ? LogQueries(m_channel).events(context, query, ours<EventAnswer>(std::move(done))) : done(noKeeper());
}

void ControlCommands::readRules(QObject *context, RuleReply<RulesFile> done)
{
    m_channel ? RuleCalls(m_channel).read(context, ours<RulesFile>(std::move(done))) : done(noKeeper());
}

void ControlCommands::previewRules(QObject *context, const QString &text, RuleReply<RulePreview> done)
{
    m_channel ? RuleCalls(m_channel).preview(context, text, ours<RulePreview>(std::move(done))) : done(noKeeper());
}

void ControlCommands::saveRules(QObject *context, const QString &text, const QString &before, RuleReply<RulesFile> done)
{
    m_channel ? RuleCalls(m_channel).save(context, text, before, ours<RulesFile>(std::move(done))) : done(noKeeper());
}

void ControlCommands::sameServices(QObject *context, RuleReply<SameServices> done)
{
    m_channel ? RuleCalls(m_channel).same(context, ours<SameServices>(std::move(done))) : done(noKeeper());
}

void ControlCommands::decideSame(QObject *context, const EntityId &one, const EntityId &other, bool areSame,
                                 RuleReply<SameDecision> done)
{
    m_channel ? RuleCalls(m_channel).decide(context, one, other, areSame, ours<SameDecision>(std::move(done)))
              : done(noKeeper());
}

void ControlCommands::undecideSame(QObject *context, const EntityId &one, const EntityId &other,
                                   RuleReply<SameDecision> done)
{
    m_channel ? RuleCalls(m_channel).undecide(context, one, other, ours<SameDecision>(std::move(done)))
              : done(noKeeper());
}

} // namespace graticule
