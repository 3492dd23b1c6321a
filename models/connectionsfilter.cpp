// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connectionsfilter.h"

#include "models/format.h"
#include "models/statetext.h"

#include <QRegularExpression>

namespace graticule {

ConnectionsFilter::ConnectionsFilter(ConnectionsModel &model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    setSourceModel(&model);
    setDynamicSortFilter(true);
    sort(0);
}

void ConnectionsFilter::setOrder(Order order)
{
    if (order == m_order)
        return;
    m_order = order;
    invalidate();
}

void ConnectionsFilter::setKind(const QString &kind)
{
    m_kind = kind;
    invalidateFilter();
}

void ConnectionsFilter::setOnlyTrouble(bool only)
{
    m_onlyTrouble = only;
    invalidateFilter();
}

void ConnectionsFilter::setWords(const QString &words)
{
    static const QRegularExpression space(QStringLiteral("\\s+"));
    m_words = words.toCaseFolded().split(space, Qt::SkipEmptyParts);
    invalidateFilter();
}

void ConnectionsFilter::setHeld(bool held)
{
    if (held != dynamicSortFilter())
        return;
    setDynamicSortFilter(!held);
    if (!held)
        invalidate();
}

QStringList ConnectionsFilter::kinds() const
{
    QStringList kinds;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (const QString &kind = m_model.connection(row).type; !kinds.contains(kind))
            kinds << kind;
    }
    kinds.sort();
    return kinds;
}

QString ConnectionsFilter::countText() const
{
    return isFiltering() ? tr("%1 of %2").arg(format::number(rowCount()), format::number(m_model.rowCount()))
                         : QString();
}

bool ConnectionsFilter::matches(const QModelIndex &row, const QString &word) const
{
    const auto has = [&](int role, const QString &text) {
        return row.data(role).toString().toCaseFolded().contains(text);
    };
    if (word.startsWith(QLatin1String("kind:")))
        return has(ConnectionsModel::KindRole, word.mid(5)) || has(ConnectionsModel::TypeRole, word.mid(5));
    if (word.startsWith(QLatin1String("state:"))) {
        const QString state = word.mid(6);
        return (state == QLatin1String("trouble") && row.data(ConnectionsModel::TroubleRole).toBool()) ||
               has(ConnectionsModel::StateRole, state);
    }
    return has(ConnectionsModel::WordsRole, word);
}

bool ConnectionsFilter::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    const QModelIndex row = m_model.index(sourceRow);
    if (!m_kind.isEmpty() && row.data(ConnectionsModel::KindRole).toString() != m_kind)
        return false;
    if (m_onlyTrouble && !row.data(ConnectionsModel::TroubleRole).toBool())
        return false;
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) { return matches(row, word); });
}

bool ConnectionsFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const auto byName = [&] { return left.data().toString().toCaseFolded() < right.data().toString().toCaseFolded(); };
    // The most comes first; what is not measured last.
    const auto byMost = [&](int role) {
        const double a = left.data(role).toDouble();
        const double b = right.data(role).toDouble();
        return a != b ? a > b : byName();
    };
    switch (m_order) {
    case Order::Name:
        return byName();
    case Order::Load:
        return byMost(ConnectionsModel::LoadNumberRole);
    case Order::Latency:
        return byMost(ConnectionsModel::LatencyNumberRole);
    case Order::Worst:
        break;
    }
    return left.data(SortRole).toString() < right.data(SortRole).toString();
}

} // namespace graticule
