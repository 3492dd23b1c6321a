// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/connector.h"
#include "backend/connectors/wayprobe.h"
#include "backend/domain/optionschema.h"

#include <memory>
#include <vector>

namespace graticule {

/// What the keeper knows about one connector without starting it.
struct ConnectorType
{
    QString type;                      ///< "docker"
    QString title;                     ///< "Docker Engine"
    QString addressHelp;               ///< forms of address it takes, with an example
    std::vector<OptionSchema> options; ///< what stands below `options` in the file
    /// Which of the fields that kinds share it uses: commonfields.h. None declared: nothing is known, all are taken.
    std::vector<OptionSchema> fields = {};
    QString addressExample = {};
    bool addressOptional = false; ///< there is one place only where it can be
    /// Empty when @p config can be started; else what is wrong, naming the field ("address: ...").
    std::function<QStringList(const ConnectionConfig &config)> check;
    std::function<std::unique_ptr<Connector>(ConnectorContext context)> create;
    /// Measures the way to the endpoint beside the beats; null, as the function itself may be: there is none.
    std::function<std::unique_ptr<WayProbe>(const ConnectorContext &context)> probe = {};
    /// From one beat to the next while all is well, where what the endpoint streams tells of most deaths at once; 0: as
    /// often as Supervisor asks in any case.
    Milliseconds calmBeat{0};
    /// What its endpoints' labels say is asked of SiteResolver::added() too, so it is read again when rules change.
    bool isRuled = false;
};

/// The connectors that this keeper is built with. Filled by the composition root, read-only afterwards.
class ConnectorRegistry
{
public:
    void add(ConnectorType type);
    /// Null when there is no such type.
    const ConnectorType *find(const QString &type) const;
    const std::vector<ConnectorType> &types() const { return m_types; }

private:
    std::vector<ConnectorType> m_types;
};

} // namespace graticule
