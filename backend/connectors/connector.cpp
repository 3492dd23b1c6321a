// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/connector.h"

#include "backend/domain/saying.h"
#include "backend/places/ownlabels.h"

namespace graticule {
namespace {

Error cannot(const QString &verb)
{
    return saidError(ErrorKind::Unsupported, Fault::Input, "act.no-verb", {verb.left(100)}, std::nullopt);
}

} // namespace

// What other connectors keep comes by value.
// NOLINTBEGIN(performance-unnecessary-value-param)
void Connector::perform(const Action &action, std::function<void(const ActionProgress &)> progress)
{
    progress({{}, true, cannot(action.verb)});
}

void Connector::offers(const EntityId &, const EntityId &, ActionReply<QList<ActionOffer>> done)
{
    done(QList<ActionOffer>());
}

void Connector::preview(const Action &action, ActionReply<ActionPlan> done)
{
    done(cannot(action.verb));
}

void Connector::stopAction(const QString &, ActionReply<ActionProgress> done)
{
    done(cannot(QStringLiteral("stop")));
}

void Connector::logSources(const EntityId &, LogSourcesReply done)
{
    done(saidError(ErrorKind::Unsupported, Fault::Input, "logs.none", {}, std::nullopt));
}

Result<std::unique_ptr<LogReader>> Connector::followLogs(const LogOrder &)
{
    return saidError(ErrorKind::Unsupported, Fault::Input, "logs.none", {}, std::nullopt);
}

void Connector::events(const EventQuery &, std::function<void(const Result<EventAnswer> &)> done)
{
    done(EventAnswer());
}
// NOLINTEND(performance-unnecessary-value-param)

std::vector<OwnLabels> Connector::ownLabels() const
{
    return {};
}

} // namespace graticule
