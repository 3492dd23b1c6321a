// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/compare/difference.h"

#include <QAbstractTableModel>

#include <functional>
#include <memory>

namespace graticule {

/// Two moments of a fleet side by side, as a table of what differs: filtered by words, sorted by a column. Found out in
/// a worker, and where there is much of it filtered and sorted there, too. While it is found out nothing of the
/// comparison before is left. GUI thread.
class DifferenceModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { KindText = 0, Name, WhatText, Field, Before, After, ColumnCount };

    /// A fleet, and the moment it was so.
    struct Moment
    {
        SnapshotPtr snapshot;
        Instant at = kNever;
        bool isLive = false; ///< it is the newest, when it was compared
    };

    static constexpr size_t kFew = 5'000; ///< rows that are arranged at once

    using QAbstractTableModel::QAbstractTableModel;

    /// The earlier of the two is what was before.
    void compare(const Moment &one, const Moment &other);
    const Moment &before() const { return m_before; }
    const Moment &after() const { return m_after; }
    bool isComparing() const { return m_isComparing; }
    /// Another order is on its way.
    bool isArranging() const { return m_isArranging; }

    /// Rows that have every one of these words somewhere.
    void setWords(const QString &words);
    /// Rows there are, shown or not.
    int total() const { return m_found ? int(m_found->rows.size()) : 0; }
    /// Links that cannot be compared, since nobody measured them at one of the moments.
    int notWatched() const { return m_found ? m_found->notWatched : 0; }
    const Difference &at(int row) const { return m_found->rows[m_order[size_t(row)]]; }
    /// Makes what is shown now, in its order, with both moments, for a file; any thread.
    std::function<QByteArray()> csv() const;
    /// One row as text.
    QString rowText(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// A @p column of -1: worst first.
    void sort(int column, Qt::SortOrder order) override;
    int sortedBy() const { return m_wish.column; }

Q_SIGNALS:
    void compared();

private:
    /// What differs, worst first, and all the words of each, in lower case.
    struct Found
    {
        std::vector<Difference> rows;
        QStringList lines;
        int notWatched = 0;
    };
    using FoundPtr = std::shared_ptr<const Found>;
    using Order = std::vector<size_t>;
    /// Which rows are shown, and in which order.
    struct Wish
    {
        QStringList words;
        int column = -1; ///< -1: worst first
        Qt::SortOrder direction = Qt::AscendingOrder;
    };

    static FoundPtr find(const FleetTables &before, const FleetTables &after);
    static Order orderOf(const Found &found, const Wish &wish);
    static QString text(const Difference &row, int column);
    void take(quint64 question, FoundPtr found);
    void arrange();
    void takeOrder(Order order);

    Moment m_before;
    Moment m_after;
    FoundPtr m_found; ///< null: not yet
    Order m_order;    ///< what is shown
    Wish m_wish;
    quint64 m_question = 0;
    quint64 m_arrangement = 0;
    bool m_isComparing = false;
    bool m_isArranging = false;
};

} // namespace graticule
