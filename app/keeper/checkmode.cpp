// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keeper/composition.h"
#include "app/keeper/modes.h"
#include "backend/config/keeperconfig.h"
#include "backend/config/labfile.h"
#include "backend/keeper/keeperhome.h"

#include <cstdio>

namespace graticule {
namespace {

int report(const QString &file, const Mistakes &mistakes)
{
    for (const Mistake &mistake : mistakes)
        std::printf("%s\n", qUtf8Printable(mistake.toString(file)));
    return int(mistakes.size());
}

int checkConnections(const QString &directory)
{
    const ConnectorRegistry registry = builtInConnectors();
    ConnectionFiles files(directory, registry);
    files.load();
    int count = 0;
    for (const BrokenConnectionFile &broken : files.broken())
        count += report(broken.path, broken.mistakes);
    for (const BrokenConnectionFile &file : files.checkFiles())
        count += report(file.path, file.mistakes);
    return count;
}

} // namespace

int runCheck(const QString &configFile, const QString &home)
{
    if (configFile.isEmpty()) {
        const KeeperHome where = KeeperHome::of(home);
        int count = checkConnections(where.connectionsDirectory());
        const LabFile lab = readLabFile(where.labFile());
        if (!lab.text.isEmpty()) {
            std::printf("%s\n", qUtf8Printable(lab.text));
            ++count;
        }
        return count > 0 ? 1 : 0;
    }
    Mistakes mistakes;
    const KeeperConfig config = readKeeperConfig(configFile, mistakes);
    int count = report(configFile, mistakes);
    if (!config.connectionsDirectory.isEmpty())
        count += checkConnections(config.connectionsDirectory);
    return count > 0 ? 1 : 0;
}

} // namespace graticule
