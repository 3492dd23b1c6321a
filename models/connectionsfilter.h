// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connectionsmodel.h"

#include <QSortFilterProxyModel>
#include <QStringList>

#include <optional>

namespace graticule {

/// Some of the connections in an order: by kind, by state, and by words that a person typed. Words may be tokens:
/// "kind:docker", "state:stale", "state:trouble". New data moves no row while the order is held.
class ConnectionsFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Order { Worst, Name, Load, Latency };

    explicit ConnectionsFilter(ConnectionsModel &model, QObject *parent = nullptr);

    void setOrder(Order order);
    Order order() const { return m_order; }
    /// Connector type; empty: any.
    void setKind(const QString &kind);
    const QString &kind() const { return m_kind; }
    /// None: any. Trouble: slow, stale, unreachable or refused.
    void setOnlyTrouble(bool only);
    bool onlyTrouble() const { return m_onlyTrouble; }
    /// Case and order do not matter; every word must be found.
    void setWords(const QString &words);
    bool isFiltering() const { return !m_kind.isEmpty() || m_onlyTrouble || !m_words.isEmpty(); }

    /// While held, what changes stays where it is.
    void setHeld(bool held);
    /// Connector types that there are, sorted.
    QStringList kinds() const;
    /// "%1 of %2" for beside the list; empty when nothing is filtered.
    QString countText() const;

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    bool matches(const QModelIndex &row, const QString &word) const;

    ConnectionsModel &m_model;
    Order m_order = Order::Worst;
    QString m_kind;
    bool m_onlyTrouble = false;
    QStringList m_words; ///< folded
};

} // namespace graticule
