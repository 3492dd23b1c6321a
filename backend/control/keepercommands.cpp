// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/keepercommands.h"

#include "backend/domain/saying.h"

namespace graticule {
namespace {

Error none()
{
    return saidError(ErrorKind::Unsupported, Fault::Input, "act.not-here", {}, std::nullopt);
}

} // namespace

// What a real keeper keeps comes by value.
// NOLINTBEGIN(performance-unnecessary-value-param)
void KeeperCommands::offers(const EntityId &, const EntityId &, ActionReply<QList<ActionOffer>> done)
{
    done(QList<ActionOffer>());
}

void KeeperCommands::preview(const Action &, ActionReply<ActionPlan> done)
{
    done(none());
}

void KeeperCommands::stopAction(const QString &, ActionReply<ActionProgress> done)
{
    done(none());
}
// NOLINTEND(performance-unnecessary-value-param)

} // namespace graticule
