// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/attention.h"
#include "models/fleetstore.h"
#include "models/modelroles.h"

#include <QAbstractListModel>

namespace graticule {

/// What needs a person, worst first. Built anew at most four times a second, from what is abnormal only; rows are kept
/// by key. While it is held (the pointer is in the list) nothing moves: rows change in place, what is over stays and
/// says so, and what is new waits and is counted.
class AttentionModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        WhereRole = LastModelRole,
        DetailRole,
        AgeRole, ///< text
        AgeEmphasisRole,
        OverRole, ///< bool: no longer so; shown because the list is held
    };
    static constexpr Milliseconds kSettle{250};

    explicit AttentionModel(FleetStore &store, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    const AttentionItem &item(int row) const { return m_rows[size_t(row)].item; }
    /// -1: not there.
    int rowOf(const QString &key) const;

    void setHeld(bool held);
    /// New things that wait because the list is held.
    int waiting() const { return m_waiting; }
    /// Shows them now, held or not.
    void showWaiting();

Q_SIGNALS:
    void waitingChanged(int waiting);

private:
    struct Row
    {
        AttentionItem item;
        bool isOver = false;
    };

    void apply(const FleetChange &change);
    void rebuild();
    void updateInPlace();
    void arrange();
    void setWaiting(int waiting);
    QString sentence(const Row &row) const;

    FleetStore &m_store;
    QSet<EntityId> m_abnormal;
    QList<AttentionItem> m_newest;
    std::vector<Row> m_rows;
    int m_waiting = 0;
    bool m_isHeld = false;
    bool m_isScheduled = false;
};

} // namespace graticule
