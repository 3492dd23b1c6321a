// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/connectorregistry.h"

#include <algorithm>

namespace graticule {

void ConnectorRegistry::add(ConnectorType type)
{
    m_types.push_back(std::move(type));
}

const ConnectorType *ConnectorRegistry::find(const QString &type) const
{
    const auto found =
        std::find_if(m_types.begin(), m_types.end(), [&](const ConnectorType &t) { return t.type == type; });
    return found == m_types.end() ? nullptr : &*found;
}

} // namespace graticule
