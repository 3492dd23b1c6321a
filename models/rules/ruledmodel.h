// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/rulepreview.h"

#include <QAbstractTableModel>

namespace graticule {

/// What the rules of a preview match, and what they would change of it; of one rule or of all. GUI thread.
class RuledModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name = 0, Kind, Connection, Label, Now, Then, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setPreview(const RulePreview &preview);
    /// Only what that rule matches; -1: all.
    void setRule(int rule);
    const RuledThing &at(int row) const { return m_things[m_rows[row]]; }
    /// "Node n1 of fra: site: docker-1 → fra-2".
    QString sentence(const RuledThing &thing) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void arrange();
    QString text(const RuledThing &thing, int column) const;
    static QString kind(const RuledThing &thing);

    QList<RuledThing> m_things;
    QList<int> m_rows;
    int m_rule = -1;
};

} // namespace graticule
