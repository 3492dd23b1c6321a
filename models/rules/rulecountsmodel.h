// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/rulepreview.h"

#include <QAbstractTableModel>

namespace graticule {

/// The rules of a preview, and how many things each of them matches and changes; above them all together. GUI thread.
class RuleCountsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Rule = 0, Matched, Changed, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setPreview(const RulePreview &preview);
    /// By number; -1: all rules.
    static int ruleAt(int row) { return row - 1; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<RuleCount> m_counts;
    bool m_isCounted = true; ///< else a mistake is in the way
};

} // namespace graticule
