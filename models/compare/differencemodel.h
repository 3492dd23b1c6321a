// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/compare/difference.h"

#include <QAbstractTableModel>

namespace graticule {

/// Two moments of a fleet side by side, as a table of what differs: filtered by words, sorted by a column. Found out in
/// a worker. GUI thread.
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

    using QAbstractTableModel::QAbstractTableModel;

    /// The earlier of the two is what was before.
    void compare(const Moment &one, const Moment &other);
    const Moment &before() const { return m_before; }
    const Moment &after() const { return m_after; }
    bool isComparing() const { return m_isComparing; }

    /// Rows that have every one of these words somewhere.
    void setWords(const QString &words);
    /// Rows there are, shown or not.
    int total() const { return int(m_all.size()); }
    const Difference &at(int row) const { return m_all[m_order[size_t(row)]]; }
    /// What is shown, in its order, with both moments; for a file.
    QByteArray csv() const;
    /// One row as text.
    QString rowText(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// A @p column of -1: worst first.
    void sort(int column, Qt::SortOrder order) override;
    int sortedBy() const { return m_sorted; }

Q_SIGNALS:
    void compared();

private:
    void take(quint64 question, std::vector<Difference> found);
    void arrange();
    QString text(const Difference &row, int column) const;

    Moment m_before;
    Moment m_after;
    std::vector<Difference> m_all;
    std::vector<size_t> m_order; ///< what is shown
    QStringList m_words;
    int m_sorted = -1; ///< column; -1: worst first
    Qt::SortOrder m_direction = Qt::AscendingOrder;
    quint64 m_question = 0;
    bool m_isComparing = false;
};

} // namespace graticule
