// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/connector.h"

namespace graticule {

void Connector::perform(const Action &action, std::function<void(const ActionProgress &)> progress)
{
    progress({{},
              true,
              {ErrorKind::Unsupported, Fault::Input,
               QStringLiteral("This kind of connection cannot \"%1\".").arg(action.verb), std::nullopt}});
}

} // namespace graticule
