// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/entitytable/entitytablemodel.h"

#include <QPointer>
#include <QThreadPool>

#include <algorithm>
#include <utility>

namespace graticule {

namespace {

constexpr Milliseconds kSeenKept{500}; ///< ages are told by the second

} // namespace

EntityTableModel::EntityTableModel(EntityKind kind, FleetStore &store, QObject *parent)
    : TableModel(EntityFields::columns(kind), parent)
    , m_kind(kind)
    , m_store(store)
    , m_fields(EntityFields::of(kind))
{
    connect(&store, &FleetStore::changed, this, &EntityTableModel::apply);
}

void EntityTableModel::wake()
{
    if (std::exchange(m_isAsked, true))
        return;
    // A function that is queued must be copyable, so what was read travels in a shared place.
    auto reading = std::make_shared<Reading>();
    reading->snapshot = m_store.snapshot();
    reading->query = m_query;
    QThreadPool::globalInstance()->start([reading, kind = m_kind, self = QPointer(this)] {
        const FleetTables &tables = reading->snapshot->tables;
        reading->rows = EntityRows::read(kind, tables);
        reading->sorted = matching(*reading->rows, reading->query);
        sortRows(*reading->rows, reading->query, reading->rows->places().oldest(tables, reading->rows->numbers()),
                 reading->sorted);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, reading] {
                if (self)
                    self->take(*reading);
            },
            Qt::QueuedConnection);
    });
}

void EntityTableModel::take(Reading &reading)
{
    beginResetModel();
    m_rows = std::move(reading.rows);
    m_sorted = std::move(reading.sorted);
    bool isRight = m_query == reading.query;
    if (m_store.snapshot() != reading.snapshot) { // what came meanwhile
        FleetChange change{reading.snapshot, m_store.snapshot(), {}};
        change.delta = diff(reading.snapshot->tables, m_store.tables());
        isRight = !m_rows->apply(change).changed && isRight;
    }
    if (!isRight)
        compute(Known::Nothing);
    else
        arrangeLines();
    endResetModel();
    forgetGone();
    Q_EMIT countsChanged();
}

void EntityTableModel::apply(const FleetChange &change)
{
    if (!m_rows)
        return;
    const EntityRows::Outcome outcome = m_rows->apply(change);
    if (outcome.gone)
        dropGone();
    if (!outcome.changed)
        return;
    m_lineOfNumber.clear();
    if (rowCount() > 0) // which of them are in view the view knows best
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT countsChanged();
    changeSoon();
}

/// At once, for their numbers may soon be those of others.
void EntityTableModel::dropGone()
{
    Q_EMIT layoutAboutToBeChanged();
    std::vector<EntityId> kept = keptIds();
    m_sorted.erase(
        std::remove_if(m_sorted.begin(), m_sorted.end(), [this](int number) { return !m_rows->isThere(number); }),
        m_sorted.end());
    arrangeLines();
    restore(kept);
    Q_EMIT layoutChanged();
    forgetGone();
}

void EntityTableModel::forgetGone()
{
    const qsizetype before = m_chosen.size();
    m_chosen.removeIf([this](const EntityId &id) { return m_rows->rowOf(id) < 0; });
    if (m_chosen.size() != before)
        Q_EMIT chosenChanged();
}

void EntityTableModel::changeSoon()
{
    if (m_isHeld || m_isAsleep) {
        setPending(true);
        return;
    }
    if (std::exchange(m_isScheduled, true))
        return;
    m_store.clock().after(kSettle, this, [this] {
        m_isScheduled = false;
        if (m_isHeld || m_isAsleep)
            setPending(true);
        else
            settle();
    });
}

void EntityTableModel::setHeld(bool held)
{
    m_isHeld = held;
    if (!held && m_isPending)
        changeSoon();
}

void EntityTableModel::setAsleep(bool asleep)
{
    m_isAsleep = asleep;
    if (!asleep && m_isPending)
        settle();
}

void EntityTableModel::setPending(bool pending)
{
    if (std::exchange(m_isPending, pending) != pending)
        Q_EMIT pendingChanged(pending);
}

void EntityTableModel::settle()
{
    rearrange(Known::Nothing);
    setPending(false);
}

void EntityTableModel::setQuery(const EntityQuery &query)
{
    if (query == m_query)
        return;
    // What matched and was sorted may be what the new query needs, too.
    Known known = m_isPending || m_isScheduled || !narrows(query, m_query) ? Known::Nothing : Known::Superset;
    if (known == Known::Superset && query.order == m_query.order && query.group == m_query.group)
        known = Known::SortedSuperset;
    m_query = query;
    rearrange(known);
    Q_EMIT queryChanged();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, tickColumn() - 1);
}

void EntityTableModel::rearrange(Known known)
{
    if (!m_rows)
        return;
    Q_EMIT layoutAboutToBeChanged();
    const std::vector<EntityId> kept = keptIds();
    compute(known);
    restore(kept);
    Q_EMIT layoutChanged();
    Q_EMIT countsChanged();
}

void EntityTableModel::compute(Known known)
{
    if (known != Known::All)
        m_sorted = matching(*m_rows, m_query, known == Known::Nothing ? nullptr : &m_sorted);
    if (known == Known::Nothing || known == Known::Superset)
        sortRows(*m_rows, m_query, seen(), m_sorted);
    arrangeLines();
}

void EntityTableModel::arrangeLines()
{
    m_lines = linesOf(*m_rows, m_query, m_folding, m_sorted);
    m_lineOfNumber.clear();
}

void EntityTableModel::setFolding(const TableFolding &folding)
{
    if (folding == m_folding)
        return;
    m_folding = folding;
    rearrange(Known::All);
}

const std::vector<qint64> &EntityTableModel::seen() const
{
    const Instant now = m_store.now();
    if (m_seen.size() != size_t(m_rows->numbers()) || now - m_seenAt >= kSeenKept || now < m_seenAt) {
        m_seen = m_rows->places().oldest(m_store.tables(), m_rows->numbers());
        m_seenAt = now;
    }
    return m_seen;
}

std::vector<EntityId> EntityTableModel::keptIds() const
{
    std::vector<EntityId> ids;
    for (const QModelIndex &index : persistentIndexList())
        ids.push_back(idAt(index.row()));
    return ids;
}

void EntityTableModel::restore(const std::vector<EntityId> &ids)
{
    const QModelIndexList from = persistentIndexList();
    QModelIndexList to;
    for (qsizetype i = 0; i < from.size(); ++i) {
        const int row = rowOf(ids[size_t(i)]);
        to << (row < 0 ? QModelIndex() : index(row, from[i].column()));
    }
    changePersistentIndexList(from, to);
}

QList<std::pair<QString, int>> EntityTableModel::valuesIn(int field) const
{
    QList<std::pair<QString, int>> result;
    if (!m_rows || !m_fields[size_t(field)].isListed())
        return result;
    const ValueList &values = m_rows->values(field);
    std::vector<int> counts(size_t(values.size()));
    if (m_fields[size_t(field)].type == EntityField::Type::Where) {
        const EntityPlaces &places = m_rows->places();
        std::vector<int> last(counts.size(), -1); // a row counts once for each value
        for (int row = 0; row < m_rows->numbers(); ++row) {
            for (int part = m_rows->isThere(row) ? places.first(row) : -1; part >= 0; part = places.next(part)) {
                const auto value = size_t(places.valueOf(m_rows->placeValue(field), part));
                if (std::exchange(last[value], row) != row)
                    ++counts[value];
            }
        }
    } else {
        for (int row = 0; row < m_rows->numbers(); ++row)
            counts[size_t(m_rows->value(field, row))] += m_rows->isThere(row);
    }
    std::vector<int> order;
    for (int i = 0; i < values.size(); ++i) {
        if (counts[size_t(i)] > 0)
            order.push_back(i);
    }
    std::sort(order.begin(), order.end(), [&](int a, int b) { return values.rank(a) < values.rank(b); });
    for (const int value : order)
        result.append({values.shown(value), counts[size_t(value)]});
    return result;
}

EntityId EntityTableModel::idAt(int row) const
{
    if (row < 0 || row >= rowCount() || line(row).kind != TableLine::Kind::Row)
        return {};
    return m_rows->id(line(row).at);
}

int EntityTableModel::rowOf(const EntityId &id) const
{
    const int number = m_rows ? m_rows->rowOf(id) : -1;
    if (number < 0)
        return -1;
    if (m_lineOfNumber.size() != size_t(m_rows->numbers())) {
        m_lineOfNumber.assign(size_t(m_rows->numbers()), -1);
        for (size_t row = 0; row < m_lines.lines.size(); ++row) {
            if (m_lines.lines[row].kind == TableLine::Kind::Row)
                m_lineOfNumber[size_t(m_lines.lines[row].at)] = int(row);
        }
    }
    return m_lineOfNumber[size_t(number)];
}

QString EntityTableModel::nameOf(const EntityId &id) const
{
    const int number = m_rows ? m_rows->rowOf(id) : -1;
    return number < 0 ? QString() : m_rows->name(number);
}

void EntityTableModel::setChosen(const QSet<EntityId> &ids)
{
    QSet<EntityId> there;
    for (const EntityId &id : ids) {
        if (m_rows && m_rows->rowOf(id) >= 0)
            there.insert(id);
    }
    if (there == m_chosen)
        return;
    m_chosen = there;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {ChosenRole});
    Q_EMIT chosenChanged();
}

QList<EntityId> EntityTableModel::allInOrder() const
{
    QList<EntityId> all;
    all.reserve(qsizetype(m_sorted.size()));
    for (const int number : m_sorted)
        all << m_rows->id(number);
    return all;
}

int EntityTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.lines.size());
}

int EntityTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : tickColumn() + 1;
}

} // namespace graticule
