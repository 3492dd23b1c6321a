// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/history/checkpointreader.h"

#include "backend/history/changelog.h"

#include <algorithm>
#include <future>

namespace graticule {
namespace {

constexpr int kKinds = 10; // that forEachKind visits

/// The tables that @p part has, which is one.
void takeKinds(FleetTables &to, const FleetTables &part)
{
    forEachKind(
        [](auto &all, const auto &some) {
            if (!some.isEmpty())
                all = some;
        },
        to, part);
}

std::optional<FleetTables> parse(const QByteArray &bytes)
{
    FleetTables tables;
    const auto log = unpacked(bytes);
    const bool isWhole = log && foldChanges(log.value(), tables);
    return isWhole ? std::optional(std::move(tables)) : std::nullopt;
}

struct Reading
{
    qint64 part = 0;
    std::future<std::optional<FleetTables>> tables;
};

} // namespace

std::optional<FleetTables> CheckpointReader::read(qint64 block, bool sideBySide)
{
    storage::Statement parts = m_database.prepare("SELECT part FROM checkpoint WHERE block = ?1");
    storage::Statement data = m_database.prepare("SELECT data FROM part WHERE id = ?1");
    const auto how = sideBySide ? std::launch::async : std::launch::deferred;
    std::vector<Reading> readings;
    FleetTables all;
    int found = 0;
    for (parts.with(block); parts.next(); ++found) {
        const qint64 id = parts.number(0);
        const auto known =
            std::find_if(m_parts.begin(), m_parts.end(), [id](const auto &part) { return part.first == id; });
        if (known != m_parts.end()) {
            m_parts.splice(m_parts.begin(), m_parts, known);
            takeKinds(all, m_parts.front().second);
        } else if (!data.with(id).next()) {
            return {}; // of those that are read the others are let go
        } else {
            readings.push_back({id, std::async(how, [bytes = data.blob(0).toByteArray()] { return parse(bytes); })});
        }
    }
    bool isWhole = found == kKinds && !parts.failed();
    for (Reading &reading : readings) {
        auto tables = reading.tables.get();
        isWhole = isWhole && tables;
        if (!tables)
            continue;
        takeKinds(all, *tables);
        m_parts.emplace_front(reading.part, std::move(*tables));
        if (m_parts.size() > kParts)
            m_parts.pop_back();
    }
    return isWhole ? std::optional(std::move(all)) : std::nullopt;
}

} // namespace graticule
