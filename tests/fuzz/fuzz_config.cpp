// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/config/connectionfile.h"
#include "backend/config/keeperconfig.h"
#include "backend/config/yamlnode.h"
#include "backend/connectors/connectorregistry.h"
#include "backend/places/labelrules.h"
#include "tests/fuzz/fuzzing.h"

using namespace graticule;
using namespace graticule::testing;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    static const ConnectorRegistry registry;
    Mistakes mistakes;
    (void)parseYaml(bytes, mistakes);
    (void)parseKeeperConfig(bytes, QStringLiteral("/etc/graticule"), mistakes);
    const ConnectionConfig config = parseConnection(bytes, QStringLiteral("one.yaml"), registry, mistakes);
    (void)checkConnection(config, registry);
    (void)withPaused(bytes, true);
    const LabelRules::Parsed rules = LabelRules::parse(bytes, QStringLiteral("rules.yaml"));
    (void)rules.rules.preview({{QStringLiteral("team"), QStringLiteral("payments")}});
    return 0;
}
