// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/acting/actsunderway.h"
#include "models/statetext.h"

#include <QAbstractTableModel>

namespace graticule {

/// The acts that are under way or whose end nobody has read yet, as rows, the newest first. GUI thread.
class UnderWayModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { What = 0, HowFar, Who, Length, ColumnCount };

    /// Both outlive this.
    UnderWayModel(const ActsUnderWay &acts, const FleetStore &store, QObject *parent = nullptr);

    /// Empty: there is no such row.
    QString keyAt(int row) const;
    int rowOf(const QString &key) const;

    static StateLook look(const ActsUnderWay::Act &act);
    /// "3 of 14"; where nothing is counted, how it stands.
    static QString howFar(const ActsUnderWay::Act &act);
    /// How long it takes, or took.
    QString length(const ActsUnderWay::Act &act) const;
    /// What there is to say about it as a whole: whose fault it was, and what was done before.
    static QString outcome(const ActsUnderWay::Act &act);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void follow();
    QString text(const ActsUnderWay::Act &act, int column) const;

    const ActsUnderWay &m_acts;
    const FleetStore &m_store;
    QStringList m_keys;
};

} // namespace graticule
