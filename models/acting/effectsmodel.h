// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/action.h"

#include <QAbstractTableModel>

namespace graticule {

/// What would happen to what, as rows: what stands in the way first, what stays last. GUI thread.
class EffectsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name = 0, Effect, Reason, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setEffects(const QList<ActionEffect> &effects);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const ActionEffect &effect, int column) const;

    QList<ActionEffect> m_effects;
};

} // namespace graticule
