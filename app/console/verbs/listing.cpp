// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/listing.h"

namespace graticule {
using namespace Qt::Literals::StringLiterals;

ListingHead headOf(const FleetSnapshot &snapshot, const KeeperLink &keeper)
{
    ListingHead head;
    head.snapshot = snapshot.revision.toString();
    head.at = snapshot.at;
    head.keeper = keeper;
    const auto look = [&](const auto &entity) { head.lab = head.lab || entity.origin == Origin::Lab; };
    snapshot.tables.connections.forEach(look);
    snapshot.tables.sites.forEach(look);
    snapshot.tables.services.forEach(look);
    snapshot.tables.assets.forEach(look);
    return head;
}

Result<EntityId> findSite(const FleetTables &tables, const QString &idOrName)
{
    if (tables.sites.contains(EntityId(idOrName)))
        return EntityId(idOrName);
    QStringList ids;
    tables.sites.forEach([&](const Site &site) {
        if (site.name == idOrName)
            ids.append(site.id.toString());
    });
    if (ids.isEmpty())
        return Error{ErrorKind::NotFound, Fault::Input,
                     u"There is no site \"%1\". `graticule sites` lists them."_s.arg(idOrName), std::nullopt};
    if (ids.size() > 1) {
        ids.sort();
        return Error{
            ErrorKind::Conflict, Fault::Input,
            u"%1 sites are named \"%2\"; say which by its id: %3."_s.arg(ids.size()).arg(idOrName, ids.join(u", ")),
            std::nullopt};
    }
    return EntityId(ids.first());
}

} // namespace graticule
