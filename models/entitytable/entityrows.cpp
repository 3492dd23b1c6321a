// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/entitytable/entityrows.h"

#include "models/entitytable/assetrows.h"
#include "models/entitytable/noderows.h"
#include "models/entitytable/servicerows.h"
#include "models/entitytable/staleness.h"
#include "models/sitetable/naturalkey.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace graticule {

namespace {

using Type = EntityField::Type;

EntityPlaces::Value placeOf(const QString &word)
{
    if (word == QLatin1String("site"))
        return EntityPlaces::Value::Site;
    if (word == QLatin1String("country"))
        return EntityPlaces::Value::Country;
    if (word == QLatin1String("region"))
        return EntityPlaces::Value::Region;
    if (word == QLatin1String("provider"))
        return EntityPlaces::Value::Provider;
    return word == QLatin1String("image") ? EntityPlaces::Value::Image : EntityPlaces::Value::Connection;
}

int different(std::vector<int> &numbers)
{
    std::sort(numbers.begin(), numbers.end());
    return int(std::unique(numbers.begin(), numbers.end()) - numbers.begin());
}

} // namespace

EntityRows::EntityRows(EntityKind kind)
    : m_fields(EntityFields::of(kind))
    , m_columns(m_fields.size())
{
    for (size_t i = 0; i < m_fields.size(); ++i) {
        if (m_fields[i].type == Type::Where)
            m_columns[i].place = int(placeOf(m_fields[i].word));
    }
}

EntityRows::~EntityRows() = default;

std::unique_ptr<EntityRows> EntityRows::read(EntityKind kind, const FleetTables &tables)
{
    std::unique_ptr<EntityRows> rows;
    if (kind == EntityKind::Service)
        rows = std::make_unique<ServiceRows>();
    else if (kind == EntityKind::Node)
        rows = std::make_unique<NodeRows>();
    else
        rows = std::make_unique<AssetRows>();
    rows->readAll(tables);
    rows->settle();
    for (size_t i = 0; i < rows->m_fields.size(); ++i) { // here, where nobody waits for it
        if (const ValueList &values = rows->values(int(i)); rows->m_fields[i].isListed() && values.size() > 0)
            values.rank(0);
    }
    if (rows->numbers() > 0)
        rows->nameRank(0);
    return rows;
}

EntityRows::Outcome EntityRows::apply(const FleetChange &change)
{
    m_places.apply(change, [this](int row) { touch(row); });
    applyOwn(change);
    const Outcome outcome{!m_touched.empty(), std::exchange(m_isGone, false)};
    settle();
    return outcome;
}

/// Makes what was touched right again, and gives free what nobody speaks of any more.
void EntityRows::settle()
{
    for (const int row : m_touched) {
        m_isTouched[size_t(row)] = false;
        if (isThere(row)) {
            fill(row);
            fillState(row);
            fillWhere(row);
        } else if (m_places.first(row) == kNone) {
            m_rows.remove(m_ids[size_t(row)]);
            m_free.push_back(row);
        }
    }
    m_touched.clear();
}

int EntityRows::seat(const EntityId &id)
{
    const auto found = m_rows.constFind(id);
    if (found != m_rows.cend())
        return *found;
    int row = numbers();
    if (m_free.empty()) {
        m_ids.push_back(id);
        m_isThere.push_back(false);
        m_isTouched.push_back(false);
        m_names.emplace_back();
        m_nameRanks.clear();
        m_states.emplace_back();
        m_whys.emplace_back();
        for (size_t i = 0; i < m_fields.size(); ++i) {
            const Type type = m_fields[i].type;
            if (type == Type::State || type == Type::Shared)
                m_columns[i].numbers.push_back(0);
            else if (type == Type::Figure)
                m_columns[i].figures.push_back(std::nan(""));
            else if (type == Type::Where)
                m_columns[i].wheres.emplace_back();
        }
    } else {
        row = m_free.back();
        m_free.pop_back();
        m_ids[size_t(row)] = id;
    }
    m_rows.insert(id, row);
    return row;
}

void EntityRows::setThere(int row, bool there)
{
    touch(row);
    if (isThere(row) == there)
        return;
    m_isThere[size_t(row)] = there;
    m_count += there ? 1 : -1;
    m_isGone = m_isGone || !there;
}

void EntityRows::touch(int row)
{
    if (!std::exchange(m_isTouched[size_t(row)], true))
        m_touched.push_back(row);
}

int EntityRows::rowOf(const EntityId &id) const
{
    const int row = m_rows.value(id, -1);
    return row >= 0 && isThere(row) ? row : -1;
}

int EntityRows::fieldOf(const char *word) const
{
    return EntityFields::indexOf(m_fields, QString::fromLatin1(word));
}

void EntityRows::setName(int row, const QString &text)
{
    Name &name = m_names[size_t(row)];
    if (name.text == text && !name.key.empty())
        return;
    name.text = text;
    name.folded = foldedBytes(text);
    name.key = naturalKey(name.folded);
    m_nameRanks.clear();
}

quint32 EntityRows::nameRank(int row) const
{
    if (m_nameRanks.empty()) {
        struct Entry
        {
            quint64 prefix;
            int row;
        };
        std::vector<Entry> order;
        order.reserve(m_names.size());
        for (int i = 0; i < numbers(); ++i)
            order.push_back({keyPrefix(m_names[size_t(i)].key), i});
        const auto keyOf = [this](const Entry &entry) -> const std::string & { return m_names[size_t(entry.row)].key; };
        std::sort(order.begin(), order.end(), [&](const Entry &a, const Entry &b) {
            return a.prefix != b.prefix ? a.prefix < b.prefix : keyOf(a) < keyOf(b);
        });
        m_nameRanks.resize(order.size());
        quint32 rank = 0;
        for (size_t i = 0; i < order.size(); ++i) {
            if (i > 0 && keyOf(order[i]) != keyOf(order[i - 1]))
                rank = quint32(i);
            m_nameRanks[size_t(order[i].row)] = rank;
        }
    }
    return m_nameRanks[size_t(row)];
}

void EntityRows::setShared(int field, int row, const QString &value, const QString &shown)
{
    Column &column = m_columns[size_t(field)];
    column.numbers[size_t(row)] = column.values.add(value, shown);
}

quint16 EntityRows::lookNumber(const StateLook &look)
{
    const auto found = std::find(m_looks.begin(), m_looks.end(), look);
    if (found != m_looks.end())
        return quint16(found - m_looks.begin());
    m_looks.push_back(look);
    return quint16(m_looks.size() - 1);
}

void EntityRows::fillState(int row)
{
    PartState worst;
    bool isOld = false;
    bool any = false;
    m_scratch.clear();
    for (int part = m_places.first(row); part != kNone; part = m_places.next(part)) {
        PartState state = partState(part);
        const bool isPartOld = m_places.isOld(part);
        if (isPartOld) {
            state.look = lastKnown(state.look);
            state.value = 0;
        }
        isOld = isOld || isPartOld;
        m_scratch.push_back(m_places.part(part).site);
        if (any && state.look.severity <= worst.look.severity) {
            if (state.look == worst.look)
                m_worstSites.push_back(m_scratch.back());
            continue;
        }
        any = true;
        m_worstSites.assign(1, m_scratch.back());
        worst = std::move(state);
    }
    if (!any)
        worst = {StateText::look(Condition::Unknown), 0, whyNowhere()};
    // "Last known" already says that it is not so everywhere.
    const bool isEverywhere = m_scratch.size() < 2 || worst.value == 0;
    m_states[size_t(row)] = {lookNumber(worst.look), isOld, isEverywhere ? 0 : different(m_worstSites),
                             isEverywhere ? 0 : different(m_scratch)};
    m_columns[0].numbers[size_t(row)] = worst.value;
    m_whys[size_t(row)] = worst.why;
}

void EntityRows::fillWhere(int row)
{
    for (size_t i = 0; i < m_fields.size(); ++i) {
        if (m_fields[i].type != Type::Where)
            continue;
        const auto which = EntityPlaces::Value(m_columns[i].place);
        const ValueList &values = m_places.values(which);
        m_scratch.clear();
        for (int part = m_places.first(row); part != kNone; part = m_places.next(part))
            m_scratch.push_back(m_places.valueOf(which, part));
        std::sort(m_scratch.begin(), m_scratch.end());
        m_scratch.erase(std::unique(m_scratch.begin(), m_scratch.end()), m_scratch.end());
        Where &where = m_columns[i].wheres[size_t(row)];
        where.count = int(m_scratch.size());
        const auto end = m_scratch.begin() + std::min<qsizetype>(where.count, qsizetype(where.first.size()));
        // Of countries the codes are seen.
        const bool isCountry = which == EntityPlaces::Value::Country;
        std::partial_sort(m_scratch.begin(), end, m_scratch.end(),
                          [&](int a, int b) { return isCountry ? values.isTextBefore(a, b) : values.isBefore(a, b); });
        std::copy(m_scratch.begin(), end, where.first.begin());
    }
}

const StateLook &EntityRows::look(int row) const
{
    return m_looks[m_states[size_t(row)].look];
}

const ValueList &EntityRows::values(int field) const
{
    const bool isWhere = m_fields[size_t(field)].type == Type::Where;
    return isWhere ? m_places.values(placeValue(field)) : m_columns[size_t(field)].values;
}

QString EntityRows::whereText(int field, int row) const
{
    const Where &where = m_columns[size_t(field)].wheres[size_t(row)];
    const ValueList &all = values(field);
    if (where.count == 0)
        return format::missing();
    const bool isCountry = placeValue(field) == EntityPlaces::Value::Country;
    if (where.count == 1 && isCountry && !all.text(where.first[0]).isEmpty())
        return all.text(where.first[0]) + QStringLiteral("  ") + all.shown(where.first[0]);
    QStringList names;
    for (int i = 0; i < std::min(where.count, int(where.first.size())); ++i) {
        const int value = where.first[size_t(i)];
        names << (isCountry && !all.text(value).isEmpty() ? all.text(value) : all.shown(value));
    }
    QString text = names.join(QStringLiteral(", "));
    if (where.count > int(names.size()))
        text += QStringLiteral("  +") + format::number(where.count - names.size());
    return text;
}

QString EntityRows::text(int field, int row, const format::Units &units, Instant now, Instant seen) const
{
    switch (m_fields[size_t(field)].type) {
    case Type::State:
        return StateText::atSites(look(row).text, m_states[size_t(row)].at, m_states[size_t(row)].of);
    case Type::Name:
        return name(row);
    case Type::Shared: {
        const int number = value(field, row);
        return values(field).text(number).isEmpty() ? QString() : values(field).shown(number);
    }
    case Type::Where:
        return whereText(field, row);
    case Type::Figure:
        if (std::isnan(figure(field, row)))
            return unmeasuredText(field, row);
        return isOld(row) ? format::stale(figureText(field, row, units, now)) : figureText(field, row, units, now);
    case Type::Why:
        return why(row);
    case Type::Seen:
        return format::age(seen, now);
    }
    return {};
}

quint64 EntityRows::sortKey(int field, int row, const std::vector<qint64> &seen) const
{
    constexpr quint64 kLast = std::numeric_limits<quint64>::max();
    const EntityField &what = m_fields[size_t(field)];
    switch (what.type) {
    case Type::State:
        return quint64(255 - look(row).severity);
    case Type::Name:
        return nameRank(row);
    case Type::Shared:
        return quint64(values(field).rank(value(field, row)));
    case Type::Where: { // at most places first, then by the first of them
        const Where &where = m_columns[size_t(field)].wheres[size_t(row)];
        if (where.count == 0)
            return kLast;
        return quint64(~quint32(where.count)) << 32 | quint32(values(field).rank(where.first[0]));
    }
    case Type::Figure: {
        const double number = figure(field, row);
        if (std::isnan(number))
            return kLast;
        const auto bits = std::bit_cast<quint64>(std::max(0.0, number));
        return what.has(EntityField::LowFirst) ? bits : ~bits - 1; // not known stays behind nothing at all
    }
    case Type::Why:
        return why(row).isEmpty() ? kLast : keyPrefix(foldedBytes(why(row).left(8)));
    case Type::Seen:
        return quint64(seen[size_t(row)]) ^ (quint64(1) << 63); // signed order
    }
    return 0;
}

int EntityRows::compare(int field, int left, int right) const
{
    if (m_fields[size_t(field)].type == Type::Why)
        return why(left).compare(why(right), Qt::CaseInsensitive);
    return 0;
}

bool EntityRows::isKeyExact(int field) const
{
    return m_fields[size_t(field)].type != Type::Why;
}

} // namespace graticule
