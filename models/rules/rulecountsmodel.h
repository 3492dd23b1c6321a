// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/rulepreview.h"

#include <QAbstractTableModel>

namespace graticule {

/// The rules of a preview, what each of them sets, and how many things it matches and changes; above them all together.
/// GUI thread.
class RuleCountsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Rule = 0, Sets, Matched, Changed, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setPreview(const RulePreview &preview);
    /// By number; -1: all rules.
    static int ruleAt(int row) { return row - 1; }
    /// "tier: gold on 12 services", of each label that it sets to one value; empty: nothing, or that is not known.
    static QStringList settings(const RuleCount &rule);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString sets(int row) const;
    QString sentence(const RuleCount &count) const;

    QList<RuleCount> m_counts;
    bool m_isCounted = true; ///< else a mistake is in the way
};

} // namespace graticule
