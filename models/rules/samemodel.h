// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/sameservice.h"

#include <QAbstractTableModel>

namespace graticule {

/// Services that look like the same, then those of which a person said whether they are. GUI thread.
class SameModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { What = 0, One, OneAt, Other, OtherAt, Why, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setSame(const SameServices &same);
    bool isSuggestion(int row) const { return row < m_same.suggestions.size(); }
    std::pair<ToldService, ToldService> services(int row) const;
    /// "Suggested: shop/web of dock and shop/web of kube: both called web, ..."
    QString sentence(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const SameDecision &decision(int row) const { return m_same.decisions[row - m_same.suggestions.size()]; }
    QString text(int row, int column) const;
    QString what(int row) const;
    QString why(int row) const;

    SameServices m_same;
};

} // namespace graticule
