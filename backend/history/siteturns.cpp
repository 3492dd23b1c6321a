// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/history/siteturns.h"

#include <algorithm>

namespace graticule {
namespace {

SiteState stateOf(qint64 number)
{
    return number >= 0 && number <= qint64(SiteState::Maintenance) ? SiteState(number) : SiteState::Unknown;
}

} // namespace

Result<QList<SiteTurn>> readSiteTurns(storage::Database &database, const TimeSpan &span, const EntityId &site, int most)
{
    QList<SiteTurn> turns;
    const auto read = [&turns](storage::Statement &found) {
        while (found.next())
            turns.append({EntityId(found.blob(0).toByteArray()), instantFromMs(found.number(1)),
                          stateOf(found.number(2) / 2), found.number(2) % 2 != 0});
        return !found.failed();
    };
    storage::Statement one = database.prepare("SELECT id FROM name WHERE text = ?1");
    const bool isOne = !site.isEmpty();
    if (isOne && !one.with(site.utf8()).next())
        return one.failed() ? Result<QList<SiteTurn>>(database.error()) : Result<QList<SiteTurn>>(turns);
    const qint64 number = isOne ? one.number(0) : 0;
    storage::Statement before =
        database.prepare(isOne ? "SELECT n.text, t.at_ms, t.state FROM turn t JOIN name n ON n.id = "
                                 "t.site WHERE t.site = ?2 AND t.at_ms < ?1 "
                                 "ORDER BY t.at_ms DESC LIMIT 1"
                               : "SELECT n.text, t.at_ms, t.state FROM name n JOIN turn t ON t.site "
                                 "= n.id AND t.at_ms = (SELECT max(b.at_ms) "
                                 "FROM turn b WHERE b.site = n.id AND b.at_ms < ?1) WHERE ?2 = 0");
    storage::Statement within =
        database.prepare(isOne ? "SELECT n.text, t.at_ms, t.state FROM turn t JOIN name n ON n.id = "
                                 "t.site WHERE t.site = ?3 AND t.at_ms >= ?1 "
                                 "AND t.at_ms <= ?2 ORDER BY t.at_ms DESC LIMIT ?4"
                               : "SELECT n.text, t.at_ms, t.state FROM turn t JOIN name n ON n.id = "
                                 "t.site WHERE t.at_ms >= ?1 AND t.at_ms <= "
                                 "?2 AND ?3 = 0 ORDER BY t.at_ms DESC LIMIT ?4");
    if (!read(before.with(toMs(span.from), number)))
        return database.error();
    const qsizetype beginning = turns.size();
    if (!read(within.with(toMs(span.from), toMs(span.until), number, most)))
        return database.error();
    std::reverse(turns.begin() + beginning, turns.end());
    return turns;
}

} // namespace graticule
