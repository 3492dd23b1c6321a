// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sitetable/siterows.h"

#include "models/format.h"
#include "models/sitetable/naturalkey.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace graticule {
namespace {

constexpr int kAhead = 12; ///< rows: how far ahead of its use memory is asked for

/// Sites lie all over the memory: without a hint the processor waits for each of them.
void willRead(const void *address)
{
    __builtin_prefetch(address);
}

const void *addressOf(const Site &site, SiteField field)
{
    switch (field) {
    case SiteField::City:
        return &site.place.city;
    case SiteField::Country:
        return &site.place.country;
    case SiteField::Region:
        return &site.region;
    case SiteField::Provider:
        return &site.provider;
    case SiteField::Kind:
        return &site.kind;
    default:
        return &site.feeds;
    }
}

/// Orders doubles as unsigned numbers, largest first; what is not known comes last.
quint64 mostFirst(const Usage &usage)
{
    if (!usage.isMeasured())
        return std::numeric_limits<quint64>::max();
    return ~std::bit_cast<quint64>(std::max(0.0, usage.used / usage.total));
}

} // namespace

SiteRows::SiteRows(const SitesModel &sites, const FleetStore &store)
    : m_sites(sites)
    , m_store(store)
{
    for (size_t i = 0; i <= size_t(SiteState::Maintenance); ++i) {
        const auto state = SiteState(int(i));
        m_severities[i] = quint8(StateText::look(state, false).severity);
        m_severities[i | kStaleBit] = quint8(StateText::look(state, true).severity);
        m_values[size_t(SiteField::State)].add(StateText::look(state).text); // the number is that of the state
    }
    for (int i = 0; i <= int(SiteKind::DeviceGateway); ++i)
        m_values[size_t(SiteField::Kind)].add(StateText::text(SiteKind(i)));
    append(0, sites.rowCount() - 1);
}

int SiteRows::throughOf(const Site &site) const
{
    SharedValues &names = m_values[size_t(SiteField::Through)];
    if (site.feeds.isEmpty())
        return names.add(QString());
    const QByteArray &feed = site.feeds.first().utf8();
    if (const int *met = m_metFeeds.find(feed.constData(), feed.size()))
        return *met;
    const FleetTables &tables = m_store.tables();
    const Feed *stream = tables.feeds.find(site.feeds.first());
    const Connection *connection = stream ? tables.connections.find(stream->connection) : nullptr;
    const int number = names.add(connection ? connection->name : QString());
    m_metFeeds.put(feed.constData(), feed.size(), number);
    return number;
}

int SiteRows::numberOf(SiteField field, int row) const
{
    const Site &at = site(row);
    SharedValues &values = m_values[size_t(field)];
    switch (field) {
    case SiteField::State:
        return int(StateText::countedAs(status(row)));
    case SiteField::City:
        return values.add(at.place.city);
    case SiteField::Country:
        return values.add(at.place.country);
    case SiteField::Region:
        return values.add(at.region);
    case SiteField::Provider:
        return values.add(at.provider);
    case SiteField::Kind:
        return int(at.kind);
    default:
        return throughOf(at);
    }
}

void SiteRows::prepare(std::initializer_list<SiteField> fields) const
{
    QList<SiteField> missing(fields);
    missing.removeIf([this](SiteField field) { return !m_numbers[size_t(field)].empty(); });
    if (missing.isEmpty())
        return;
    startPass();
    for (const SiteField field : std::as_const(missing))
        m_numbers[size_t(field)].reserve(m_states.size());
    for (int row = 0; row < size(); ++row) {
        for (const SiteField field : std::as_const(missing)) {
            if (row + kAhead < size())
                willRead(addressOf(site(row + kAhead), field));
            m_numbers[size_t(field)].push_back(numberOf(field, row));
        }
    }
}

const std::vector<int> &SiteRows::numbers(SiteField field) const
{
    if (m_numbers[size_t(field)].empty())
        prepare({field});
    return m_numbers[size_t(field)];
}

const SharedValues &SiteRows::values(SiteField field) const
{
    numbers(field); // brings them
    return m_values[size_t(field)];
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

const std::vector<SiteRows::Usages> &SiteRows::usages() const
{
    if (m_usages.empty()) {
        m_usages.reserve(size_t(size()));
        for (int row = 0; row < size(); ++row) {
            if (row + kAhead < size())
                willRead(&site(row + kAhead).cpu);
            m_usages.push_back(usagesOf(site(row)));
        }
    }
    return m_usages;
}

void SiteRows::startPass() const
{
    m_metFeeds.startPass();
    for (SharedValues &values : m_values)
        values.startPass();
}

void SiteRows::clear()
{
    m_states.clear();
    for (std::vector<int> &numbers : m_numbers)
        numbers.clear();
    m_texts.clear();
    m_usages.clear();
    m_nameOrder = {};
}

void SiteRows::setState(int row)
{
    const SiteStatus status = m_sites.status(row);
    m_states[size_t(row)] = quint8(quint8(status.state) | (status.stale ? kStaleBit : 0));
}

void SiteRows::setKept(int row)
{
    for (size_t field = 0; field < m_numbers.size(); ++field) {
        if (!m_numbers[field].empty())
            m_numbers[field][size_t(row)] = numberOf(SiteField(int(field)), row);
    }
    if (!m_usages.empty())
        m_usages[size_t(row)] = usagesOf(site(row));
}

void SiteRows::append(int first, int last)
{
    startPass();
    m_nameOrder = {};
    const auto rows = size_t(last + 1);
    m_states.resize(rows);
    for (std::vector<int> &numbers : m_numbers) {
        if (!numbers.empty())
            numbers.resize(rows);
    }
    if (!m_usages.empty())
        m_usages.resize(rows);
    m_texts.reserve(rows);
    for (int row = first; row <= last; ++row) {
        if (row + 2 * kAhead <= last)
            willRead(&site(row + 2 * kAhead).name);
        if (row + kAhead <= last)
            willRead(site(row + kAhead).name.constData());
        setState(row);
        m_texts.append(site(row).name, m_sites.reason(row));
        setKept(row);
    }
}

void SiteRows::update(int first, int last)
{
    startPass();
    for (int row = first; row <= last; ++row) {
        setState(row);
        setKept(row);
        if (m_texts.replace(size_t(row), site(row).name, m_sites.reason(row)))
            m_nameOrder = {};
    }
}

void SiteRows::remove(int first, int last)
{
    const auto cut = [&](auto &rows) {
        if (!rows.empty())
            rows.erase(rows.begin() + first, rows.begin() + last + 1);
    };
    cut(m_states);
    for (std::vector<int> &numbers : m_numbers)
        cut(numbers);
    cut(m_usages);
    m_texts.remove(size_t(first), size_t(last));
    m_nameOrder = {};
}

const QString &SiteRows::through(int row) const
{
    return values(SiteField::Through).text(number(SiteField::Through, row));
}

const NameOrder &SiteRows::nameOrder() const
{
    if (m_nameOrder.rows.size() != m_states.size())
        m_nameOrder = NameOrder::of(m_texts, [this](int a, int b) { return site(a).id < site(b).id; });
    return m_nameOrder;
}

std::vector<quint64> SiteRows::sortKeys(SiteField field, const std::vector<int> &rows) const
{
    if (field == SiteField::Reason)
        return reasonKeys(rows);
    if (field == SiteField::Seen)
        return seenKeys(rows);
    std::vector<quint64> keys(rows.size());
    const auto fill = [&](auto &&keyOf) {
        std::transform(rows.begin(), rows.end(), keys.begin(), [&](int row) { return quint64(keyOf(size_t(row))); });
    };
    switch (field) {
    case SiteField::State:
        fill([this](size_t row) { return 255 - m_severities[m_states[row]]; });
        break;
    case SiteField::Name:
        fill([&ranks = nameOrder().ranks](size_t row) { return ranks[row]; });
        break;
    case SiteField::Cpu:
    case SiteField::Memory:
    case SiteField::Storage: {
        const size_t resource = size_t(field) - size_t(SiteField::Cpu);
        fill([&all = usages(), resource](size_t row) { return mostFirst(all[row][resource]); });
        break;
    }
    default:
        fill([&ranks = values(field).ranks(), &all = numbers(field)](size_t row) { return ranks[size_t(all[row])]; });
    }
    return keys;
}

/// Without a reason last.
std::vector<quint64> SiteRows::reasonKeys(const std::vector<int> &rows) const
{
    QHash<QString, quint64> ranks;
    for (const int row : rows)
        ranks.insert(m_sites.reason(row), 0);
    std::vector<QString> reasons(ranks.keyBegin(), ranks.keyEnd());
    const auto isBefore = [](const QString &a, const QString &b) {
        if (a.isEmpty() != b.isEmpty())
            return b.isEmpty();
        return a.compare(b, Qt::CaseInsensitive) < 0;
    };
    std::sort(reasons.begin(), reasons.end(), isBefore);
    quint64 rank = 0;
    for (size_t i = 0; i < reasons.size(); ++i) {
        rank += i > 0 && isBefore(reasons[i - 1], reasons[i]);
        ranks[reasons[i]] = rank;
    }
    std::vector<quint64> keys;
    keys.reserve(rows.size());
    for (const int row : rows)
        keys.push_back(ranks.value(m_sites.reason(row)));
    return keys;
}

/// Longest unseen first.
std::vector<quint64> SiteRows::seenKeys(const std::vector<int> &rows) const
{
    std::vector<quint64> keys;
    keys.reserve(rows.size());
    for (const int row : rows) {
        const qint64 seen = toMs(observedAt(m_store.tables(), site(row)));
        keys.push_back(quint64(seen) ^ (quint64(1) << 63)); // signed order
    }
    return keys;
}

const std::string &SiteRows::searchText(SiteField field, int value) const
{
    std::vector<std::string> &texts = m_searchTexts[size_t(field)];
    for (int next = int(texts.size()); next < values(field).size(); ++next) {
        std::string &text = texts.emplace_back(foldedBytes(values(field).text(next)));
        text += '\n';
        appendFolded(valueText(field, next), text);
    }
    return texts[size_t(value)];
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
