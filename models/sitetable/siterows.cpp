// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sitetable/siterows.h"

#include "models/format.h"
#include "models/sitetable/naturalkey.h"

#include <QLocale>

#include <algorithm>
#include <bit>
#include <numeric>

namespace graticule {
namespace {

/// Orders doubles as unsigned numbers, largest first; what is not known comes last.
quint64 mostFirst(const Usage &usage)
{
    if (usage.total <= 0)
        return std::numeric_limits<quint64>::max();
    return ~std::bit_cast<quint64>(std::max(0.0, usage.used / usage.total));
}

} // namespace

int SharedValues::add(const QString &value)
{
    Met &met = m_met[(quintptr(value.constData()) >> 4) % m_met.size()];
    if (met.data == value.constData() && met.size == value.size() && met.data)
        return met.number;
    const auto found = m_numbers.constFind(value);
    if (found != m_numbers.cend()) {
        met = {value.constData(), value.size(), *found};
        return *found;
    }
    const int number = size();
    met = {value.constData(), value.size(), number};
    m_numbers.insert(value, number);
    m_texts.push_back(value);
    m_ranks.clear();
    return number;
}

int SharedValues::rank(int value) const
{
    if (m_ranks.empty()) {
        std::vector<std::pair<std::string, int>> keys;
        for (size_t i = 0; i < m_texts.size(); ++i)
            keys.emplace_back(m_texts[i].isEmpty() ? std::string("\xff") : naturalKey(foldedBytes(m_texts[i])), int(i));
        std::sort(keys.begin(), keys.end());
        m_ranks.resize(keys.size());
        for (size_t i = 0; i < keys.size(); ++i)
            m_ranks[size_t(keys[i].second)] = int(i);
    }
    return m_ranks[size_t(value)];
}

SiteRows::SiteRows(const SitesModel &sites, const FleetStore &store)
    : m_sites(sites)
    , m_store(store)
{
    for (size_t i = 0; i < m_severities.size(); ++i) {
        const auto state = SiteState(int(i));
        m_severities[i] = {StateText::look(state, false).severity, StateText::look(state, true).severity};
        m_values[size_t(SiteField::State)].add(StateText::look(state).text); // the number is that of the state
    }
    for (int i = 0; i <= int(SiteKind::DeviceGateway); ++i)
        m_values[size_t(SiteField::Kind)].add(StateText::text(SiteKind(i)));
    append(0, sites.rowCount() - 1);
}

int SiteRows::sharedIndex(SiteField field)
{
    switch (field) {
    case SiteField::State:
        return 0;
    case SiteField::City:
        return 1;
    case SiteField::Country:
        return 2;
    case SiteField::Region:
        return 3;
    case SiteField::Provider:
        return 4;
    case SiteField::Kind:
        return 5;
    default:
        return 6;
    }
}

QString SiteRows::throughOf(const Site &site)
{
    if (site.feeds.isEmpty())
        return {};
    const EntityId &feed = site.feeds.first();
    const auto known = m_connectionByFeed.constFind(feed);
    if (known != m_connectionByFeed.cend())
        return *known;
    const FleetTables &tables = m_store.tables();
    const Feed *stream = tables.feeds.find(feed);
    const Connection *connection = stream ? tables.connections.find(stream->connection) : nullptr;
    return *m_connectionByFeed.insert(feed, connection ? connection->name : QString());
}

SiteRows::Row SiteRows::rowOf(int at)
{
    const Site &site = m_sites.site(at);
    const SiteStatus status = m_sites.status(at);
    Row row;
    row.name = foldedBytes(site.name);
    row.key = naturalKey(row.name);
    row.namePrefix = keyPrefix(row.key);
    row.severity = m_severities[size_t(status.state)][status.stale];
    const auto set = [&](SiteField field, const QString &value) {
        row.values[size_t(sharedIndex(field))] = m_values[size_t(field)].add(value);
    };
    row.values[size_t(sharedIndex(SiteField::State))] = int(StateText::countedAs(status));
    row.values[size_t(sharedIndex(SiteField::Kind))] = int(site.kind);
    set(SiteField::City, site.place.city);
    set(SiteField::Country, site.place.country);
    set(SiteField::Region, site.region);
    set(SiteField::Provider, site.provider);
    set(SiteField::Through, throughOf(site));
    return row;
}

const Usage *SiteRows::usageOf(const Site &site, SiteField field)
{
    switch (field) {
    case SiteField::Cpu:
        return &site.cpu;
    case SiteField::Memory:
        return &site.memory;
    case SiteField::Storage:
        return &site.storage;
    default:
        return nullptr;
    }
}

void SiteRows::startPass()
{
    m_connectionByFeed.clear();
    for (SharedValues &values : m_values)
        values.startPass();
}

void SiteRows::clear()
{
    m_rows.clear();
}

void SiteRows::append(int first, int last)
{
    startPass();
    m_rows.reserve(size_t(last + 1));
    for (int row = first; row <= last; ++row)
        m_rows.push_back(rowOf(row));
}

void SiteRows::update(int first, int last)
{
    startPass();
    for (int row = first; row <= last; ++row)
        m_rows[size_t(row)] = rowOf(row);
}

void SiteRows::remove(int first, int last)
{
    m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
}

const QString &SiteRows::through(int row) const
{
    return values(SiteField::Through).text(value(SiteField::Through, row));
}

quint64 SiteRows::sortKey(SiteField field, int row) const
{
    const Row &r = m_rows[size_t(row)];
    switch (field) {
    case SiteField::State:
        return quint64(255 - r.severity);
    case SiteField::Name:
        return r.namePrefix;
    case SiteField::Seen: {
        const qint64 seen = toMs(observedAt(m_store.tables(), site(row)));
        return quint64(seen) ^ (quint64(1) << 63); // signed order
    }
    case SiteField::Reason: {
        const QString reason = m_sites.reason(row);
        return reason.isEmpty() ? std::numeric_limits<quint64>::max() : keyPrefix(foldedBytes(reason.left(8)));
    }
    default:
        break;
    }
    if (const Usage *usage = usageOf(site(row), field))
        return mostFirst(*usage);
    return quint64(values(field).rank(value(field, row)));
}

int SiteRows::compare(SiteField field, int left, int right) const
{
    if (field == SiteField::Name)
        return nameKey(left).compare(nameKey(right));
    if (field == SiteField::Reason)
        return m_sites.reason(left).compare(m_sites.reason(right), Qt::CaseInsensitive);
    return 0;
}

QString SiteRows::valueText(SiteField field, int value) const
{
    const QString &text = values(field).text(value);
    if (text.isEmpty())
        return SiteFields::notKnown();
    if (field == SiteField::Provider)
        return StateText::providerTitle(text);
    if (field == SiteField::Country)
        return SiteFields::country(text);
    return text;
}

} // namespace graticule
