// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/entitytable/entityquery.h"
#include "models/fleetstore.h"

#include <QAbstractTableModel>
#include <QSet>

namespace graticule {

/// The table of services, nodes or data as a person asked for it: filtered and sorted. Column n is field n; the one
/// after them has no text, for a tick.
///
/// Reads the fleet when it is first woken, in a worker; from then on it follows the store at the cost of each change.
/// New data is shown at once in its row. What it does to order and filter waits for kSettle, and for as long as
/// isHeld(): nothing moves under a pointer (pendingChanged() says that something waits). What is gone goes at once.
/// Persistent indexes follow their entities. GUI thread.
class EntityTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        ChosenRole = Qt::UserRole + 0x200, ///< bool: it is among the chosen ones
    };
    static constexpr Milliseconds kSettle{1000};

    /// @p store outlives this.
    EntityTableModel(EntityKind kind, FleetStore &store, QObject *parent = nullptr);

    EntityKind kind() const { return m_kind; }
    const std::vector<EntityField> &fields() const { return m_fields; }
    int tickColumn() const { return int(m_fields.size()); }

    /// Begins to read, if nobody has.
    void wake();
    /// Rows are there, and what the store shows is in them.
    bool isRead() const { return bool(m_rows); }

    const EntityQuery &query() const { return m_query; }
    void setQuery(const EntityQuery &query);

    /// What matches, and all there is.
    int matches() const { return int(m_sorted.size()); }
    int total() const { return m_rows ? m_rows->count() : 0; }
    /// Values of a listed field that some row has, in natural order, with the number of rows that have each.
    QList<std::pair<QString, int>> valuesOf(int field) const;

    /// Empty: there is no such row.
    EntityId idAt(int row) const;
    /// -1: it does not match.
    int rowOf(const EntityId &id) const;
    /// Empty: it is not there.
    QString nameOf(const EntityId &id) const;

    /// Nothing changes its place from now on, or may again.
    void setHeld(bool held);
    bool isPending() const { return m_isPending; }
    /// Puts everything in its place now, held or not.
    void settle();

    /// What a person ticked. What is no longer there is forgotten.
    const QSet<EntityId> &chosen() const { return m_chosen; }
    void setChosen(const QSet<EntityId> &ids);
    QList<EntityId> allInOrder() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// A row of the CSV or of the clipboard: every field as text.
    QStringList texts(const EntityId &id) const;

Q_SIGNALS:
    void queryChanged();
    void countsChanged();
    void pendingChanged(bool pending);
    void chosenChanged();

private:
    /// What m_sorted is good for.
    enum class Known { Nothing, Superset, SortedSuperset };

    /// What a worker read, and which of it matched the query of that time, in order.
    struct Reading
    {
        SnapshotPtr snapshot;
        EntityQuery query;
        std::unique_ptr<EntityRows> rows;
        std::vector<int> sorted;
    };

    void take(Reading &reading);
    void apply(const FleetChange &change);
    void compute(Known known);
    void rearrange(Known known);
    void dropGone();
    void changeSoon();
    void setPending(bool pending);
    void restore(const std::vector<EntityId> &ids);
    std::vector<EntityId> keptIds() const;
    void forgetGone();
    const std::vector<qint64> &seen() const;
    QString text(int field, int number) const;
    QVariant cell(int field, int number, int role) const;
    QVariant meter(int field, int number, int role) const;
    QString sentence(int number) const;

    EntityKind m_kind;
    FleetStore &m_store;
    std::vector<EntityField> m_fields;
    std::unique_ptr<EntityRows> m_rows;
    EntityQuery m_query;
    std::vector<int> m_sorted;               ///< numbers of the rows that match, in order
    mutable std::vector<int> m_lineOfNumber; ///< row of this by number; empty: to be computed
    mutable std::vector<qint64> m_seen;
    mutable Instant m_seenAt = kNever;
    QSet<EntityId> m_chosen;
    bool m_isAsked = false;
    bool m_isHeld = false;
    bool m_isPending = false;
    bool m_isScheduled = false;
};

} // namespace graticule
