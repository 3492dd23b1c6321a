// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/entitytable/entitylines.h"
#include "models/fleetstore.h"

namespace graticule {

/// The table of services, nodes or data: column n is field n. Reads the fleet when it is first woken, in a worker; from
/// then on it follows the store at the cost of each change. What new data does to order, groups and filter waits for
/// kSettle; what is gone goes at once.
class EntityTableModel : public TableModel
{
    Q_OBJECT

public:
    static constexpr Milliseconds kSettle{1000};

    /// @p store outlives this.
    EntityTableModel(EntityKind kind, FleetStore &store, QObject *parent = nullptr);

    EntityKind kind() const { return m_kind; }
    const std::vector<EntityField> &fields() const { return m_fields; }

    /// Begins to read, if nobody has.
    void wake();
    bool isRead() const override { return bool(m_rows); }

    const EntityQuery &query() const { return m_query; }
    void setQuery(const EntityQuery &query);
    TableQuery tableQuery() const override { return m_query; }
    void setTableQuery(const TableQuery &query) override { setQuery(query); }
    const TableFolding &folding() const override { return m_folding; }
    void setFolding(const TableFolding &folding) override;

    int matches() const override { return int(m_sorted.size()); }
    int seenTwice() const override;
    int total() const override { return m_rows ? m_rows->count() : 0; }
    QList<std::pair<QString, int>> valuesIn(int field) const override;

    const TableLine &line(int row) const override { return m_lines.lines[size_t(row)]; }
    TableGroup groupAt(int number) const override;
    QString groupTitle(int number) const override;
    bool isGrouped() const override { return !m_lines.groups.empty(); }

    EntityId idAt(int row) const override;
    int rowOf(const EntityId &id) const override;
    QString nameOf(const EntityId &id) const override;

    void setHeld(bool held) override;
    void setAsleep(bool asleep) override;
    bool isPending() const { return m_isPending; }
    void settle() override;

    const QSet<EntityId> &chosen() const override { return m_chosen; }
    void setChosen(const QSet<EntityId> &ids) override;
    QList<EntityId> allInOrder() const override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QStringList texts(const EntityId &id) const override;
    Instant seenAt(const EntityId &id) const override;
    bool isLab(const EntityId &id) const override;

protected:
    QList<TableOrder> shownOrder() const override { return m_query.order; }

private:
    /// What m_sorted is good for.
    enum class Known { Nothing, Superset, SortedSuperset, All };

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
    void arrangeLines();
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
    QVariant otherData(const TableLine &line, int column, int role) const;
    QString groupSentenceOf(int number) const;

    EntityKind m_kind;
    FleetStore &m_store;
    std::vector<EntityField> m_fields;
    std::unique_ptr<EntityRows> m_rows;
    EntityQuery m_query;
    std::vector<int> m_sorted; ///< numbers of the rows that match, in order
    TableFolding m_folding;
    EntityLines m_lines;
    mutable std::vector<int> m_lineOfNumber; ///< row of this by number; empty: to be computed
    mutable std::vector<qint64> m_seen;
    mutable Instant m_seenAt = kNever;
    QSet<EntityId> m_chosen;
    bool m_isAsked = false;
    bool m_isHeld = false;
    bool m_isAsleep = false;
    bool m_isPending = false;
    bool m_isScheduled = false;
};

} // namespace graticule
