// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/differencemodel.h"

#include "models/format.h"
#include "models/modelroles.h"
#include "models/table/csv.h"

#include <QCollator>
#include <QPointer>
#include <QThreadPool>

#include <algorithm>

namespace graticule {

namespace {

/// In a worker, and with what it made back into the GUI thread. The pointer is looked at there only.
template<class Model, class Make, class Take> void inWorker(Model *model, Make make, Take take)
{
    QThreadPool::globalInstance()->start([make = std::move(make), take, self = QPointer(model)] {
        auto made = make();
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, take, made = std::move(made)]() mutable {
                if (self)
                    take(*self, std::move(made));
            },
            Qt::QueuedConnection);
    });
}

} // namespace

void DifferenceModel::compare(const Moment &one, const Moment &other)
{
    if (!one.snapshot || !other.snapshot)
        return;
    m_isComparing = true;
    ++m_arrangement;
    beginResetModel();
    m_before = one.at <= other.at ? one : other;
    m_after = one.at <= other.at ? other : one;
    m_order.clear();
    m_found.reset();
    endResetModel();
    inWorker(
        this, [before = m_before.snapshot, after = m_after.snapshot] { return find(before->tables, after->tables); },
        [question = ++m_question](DifferenceModel &self, FoundPtr found) { self.take(question, std::move(found)); });
}

DifferenceModel::FoundPtr DifferenceModel::find(const FleetTables &before, const FleetTables &after)
{
    auto found = std::make_shared<Found>();
    Differences differences = FleetDifference::between(before, after);
    found->rows = std::move(differences.rows);
    found->notWatched = differences.notWatched;
    found->lines.reserve(qsizetype(found->rows.size()));
    for (const Difference &row : std::as_const(found->rows)) {
        QString line;
        for (int column = 0; column < ColumnCount; ++column)
            line += text(row, column).toLower() + u'\n';
        found->lines << line;
    }
    return found;
}

void DifferenceModel::take(quint64 question, FoundPtr found)
{
    if (question != m_question)
        return;
    m_found = std::move(found);
    arrange();
}

void DifferenceModel::setWords(const QString &words)
{
    const QStringList wanted = words.toLower().split(u' ', Qt::SkipEmptyParts);
    if (wanted == m_wish.words)
        return;
    m_wish.words = wanted;
    arrange();
}

void DifferenceModel::sort(int column, Qt::SortOrder order)
{
    m_wish.column = column;
    m_wish.direction = order;
    arrange();
}

void DifferenceModel::arrange()
{
    if (!m_found)
        return; // what comes is arranged then
    const quint64 arrangement = ++m_arrangement;
    if (m_found->rows.size() <= kFew) {
        takeOrder(orderOf(*m_found, m_wish));
        return;
    }
    m_isArranging = true;
    inWorker(
        this, [found = m_found, wish = m_wish] { return orderOf(*found, wish); },
        [arrangement](DifferenceModel &self, Order order) {
            if (arrangement == self.m_arrangement)
                self.takeOrder(std::move(order));
        });
}

DifferenceModel::Order DifferenceModel::orderOf(const Found &found, const Wish &wish)
{
    Order order;
    for (size_t i = 0; i < found.rows.size(); ++i) {
        const QString &line = found.lines[qsizetype(i)];
        if (std::all_of(wish.words.cbegin(), wish.words.cend(), [&](const auto &word) { return line.contains(word); }))
            order.push_back(i);
    }
    if (wish.column < 0)
        return order;
    const QCollator collator;
    std::vector<std::pair<QCollatorSortKey, size_t>> keys;
    keys.reserve(order.size());
    for (const size_t i : order)
        keys.emplace_back(collator.sortKey(text(found.rows[i], wish.column)), i);
    std::stable_sort(keys.begin(), keys.end(), [&wish](const auto &a, const auto &b) {
        const int way = a.first.compare(b.first);
        return wish.direction == Qt::AscendingOrder ? way < 0 : way > 0;
    });
    std::transform(keys.cbegin(), keys.cend(), order.begin(), [](const auto &key) { return key.second; });
    return order;
}

void DifferenceModel::takeOrder(Order order)
{
    const bool wasComparing = std::exchange(m_isComparing, false);
    m_isArranging = false;
    beginResetModel();
    m_order = std::move(order);
    endResetModel();
    if (wasComparing)
        Q_EMIT compared();
}

int DifferenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

int DifferenceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString DifferenceModel::text(const Difference &row, int column)
{
    switch (column) {
    case KindText:
        return FleetDifference::text(row.kind);
    case Name:
        return row.name;
    case WhatText:
        return FleetDifference::text(row.what);
    case Field:
        return row.field;
    case Before:
        return row.before;
    case After:
        return row.after;
    default:
        return {};
    }
}

QVariant DifferenceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Difference &row = at(index.row());
    const int column = index.column();
    static const std::optional<Symbol> none;
    const std::optional<Symbol> &symbol = column == Before  ? row.symbolBefore
                                          : column == After ? row.symbolAfter
                                                            : none;
    switch (role) {
    case Qt::DisplayRole: {
        const QString words = text(row, column);
        return words.isEmpty() && column >= Field ? format::missing() : words;
    }
    case Qt::ToolTipRole:
        return text(row, column);
    case Qt::AccessibleTextRole:
        return rowText(index.row());
    case IdRole:
        return row.id.utf8();
    case SymbolRole:
        return symbol ? QVariant(int(*symbol)) : QVariant();
    case EmphasisRole:
        return int(column == Name || column == After ? Emphasis::Normal : Emphasis::Secondary);
    default:
        return {};
    }
}

QString DifferenceModel::rowText(int row) const
{
    const Difference &one = at(row);
    if (one.field.isEmpty())
        return tr("%1 %2 %3").arg(FleetDifference::text(one.kind), one.name, FleetDifference::text(one.what));
    const auto shown = [](const QString &value) { return value.isEmpty() ? format::missing() : value; };
    return tr("%1 %2, %3: was %4, is %5")
        .arg(FleetDifference::text(one.kind), one.name, one.field, shown(one.before), shown(one.after));
}

QVariant DifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case KindText:
        return tr("Kind");
    case Name:
        return tr("Name");
    case WhatText:
        return tr("Change");
    case Field:
        return tr("Property");
    case Before:
        return m_before.at == kNever ? tr("Before") : format::dateTime(m_before.at);
    case After:
        return m_after.isLive || m_after.at == kNever ? tr("Now") : format::dateTime(m_after.at);
    default:
        return {};
    }
}

std::function<QByteArray()> DifferenceModel::csv() const
{
    return [found = m_found, order = m_order, from = m_before.at, to = m_after.at] {
        const QStringList head{tr("Kind"),   tr("Id"),    tr("Name"),         tr("Change"),     tr("Property"),
                               tr("Before"), tr("After"), tr("before (UTC)"), tr("after (UTC)")};
        QList<QStringList> rows;
        for (const size_t i : order) {
            const Difference &one = found->rows[i];
            rows << QStringList{FleetDifference::text(one.kind),
                                one.id.toString(),
                                one.name,
                                FleetDifference::text(one.what),
                                one.field,
                                one.before,
                                one.after,
                                toIso(from),
                                toIso(to)};
        }
        return toCsv(head, rows);
    };
}

} // namespace graticule
