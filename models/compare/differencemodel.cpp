// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/differencemodel.h"

#include "models/format.h"
#include "models/modelroles.h"
#include "models/table/csv.h"

#include <QPointer>
#include <QThreadPool>

#include <algorithm>
#include <numeric>

namespace graticule {

void DifferenceModel::compare(const Moment &one, const Moment &other)
{
    if (!one.snapshot || !other.snapshot)
        return;
    m_before = one.at <= other.at ? one : other;
    m_after = one.at <= other.at ? other : one;
    m_isComparing = true;
    const quint64 question = ++m_question;
    QThreadPool::globalInstance()->start(
        [before = m_before.snapshot, after = m_after.snapshot, question, self = QPointer(this)] {
            auto found = FleetDifference::between(before->tables, after->tables);
            // The pointer is looked at in the GUI thread only.
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [self, question, found = std::move(found)]() mutable {
                    if (self)
                        self->take(question, std::move(found));
                },
                Qt::QueuedConnection);
        });
}

void DifferenceModel::take(quint64 question, std::vector<Difference> found)
{
    if (question != m_question)
        return;
    m_isComparing = false;
    m_all = std::move(found);
    arrange();
    Q_EMIT compared();
}

void DifferenceModel::setWords(const QString &words)
{
    const QStringList wanted = words.toLower().split(u' ', Qt::SkipEmptyParts);
    if (wanted == m_words)
        return;
    m_words = wanted;
    arrange();
}

void DifferenceModel::arrange()
{
    beginResetModel();
    m_order.clear();
    for (size_t i = 0; i < m_all.size(); ++i) {
        QString line;
        for (int column = 0; column < ColumnCount; ++column)
            line += text(m_all[i], column).toLower() + u'\n';
        if (std::all_of(m_words.cbegin(), m_words.cend(), [&](const QString &word) { return line.contains(word); }))
            m_order.push_back(i);
    }
    if (m_sorted >= 0) {
        std::stable_sort(m_order.begin(), m_order.end(), [this](size_t a, size_t b) {
            const int way = QString::localeAwareCompare(text(m_all[a], m_sorted), text(m_all[b], m_sorted));
            return m_direction == Qt::AscendingOrder ? way < 0 : way > 0;
        });
    }
    endResetModel();
}

void DifferenceModel::sort(int column, Qt::SortOrder order)
{
    m_sorted = column;
    m_direction = order;
    arrange();
}

int DifferenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

int DifferenceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString DifferenceModel::text(const Difference &row, int column) const
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

QByteArray DifferenceModel::csv() const
{
    const QStringList head{tr("Kind"),   tr("Id"),    tr("Name"),         tr("Change"),     tr("Property"),
                           tr("Before"), tr("After"), tr("before (UTC)"), tr("after (UTC)")};
    QList<QStringList> rows;
    for (int row = 0; row < rowCount(); ++row) {
        const Difference &one = at(row);
        rows << QStringList{FleetDifference::text(one.kind),
                            one.id.toString(),
                            one.name,
                            FleetDifference::text(one.what),
                            one.field,
                            one.before,
                            one.after,
                            toIso(m_before.at),
                            toIso(m_after.at)};
    }
    return toCsv(head, rows);
}

} // namespace graticule
