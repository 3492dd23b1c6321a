// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/keepercommands.h"

namespace graticule {
namespace {

const Error kNone{ErrorKind::Unsupported, Fault::Input, QStringLiteral("Nothing can be done through this keeper."),
                  std::nullopt};

} // namespace

void KeeperCommands::offers(const EntityId &, const EntityId &, ActionReply<QList<ActionOffer>> done)
{
    done(QList<ActionOffer>());
}

void KeeperCommands::preview(const Action &, ActionReply<ActionPlan> done)
{
    done(kNone);
}

void KeeperCommands::stopAction(const QString &, ActionReply<ActionProgress> done)
{
    done(kNone);
}

} // namespace graticule
