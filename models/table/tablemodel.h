// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entityid.h"
#include "backend/domain/instant.h"
#include "models/statetext.h"
#include "models/table/tablequery.h"
#include "models/table/trailkind.h"

#include <QAbstractTableModel>

#include <functional>

namespace graticule {

/// A column as filters, heads and views need it.
struct TableColumn
{
    QString word;  ///< by which a person names it in a filter ("region:Europe"), and files do; never changed
    QString title; ///< translated
    int width = 0; ///< px, at the start
    int gives = 0; ///< so much of it where room is scarce
    int place = 0; ///< at the start it is seen as the n-th
    bool isShown = false;
    int hiddenBelow = 0;   ///< px of the view, while nobody has chosen columns: others need its room
    bool isListed = false; ///< its values can be listed, chosen from and grouped by
    bool isNumeric = false;
    bool isMeter = false;
    TrailKind trail = TrailKind::None; ///< else it shows how rows were lately, and has no text of its own
    bool takesRest = false;            ///< the one that grows and shrinks with the view
    QStringList whole;                 ///< texts that must not be cut
};

/// One line of the table.
struct TableLine
{
    enum class Kind : quint8 { Group, Row, More };

    Kind kind = Kind::Row;
    int at = 0; ///< Row: the model's own number of it; Group and More: number of the group
};

/// What the head of a group says.
struct TableGroup
{
    QString name;
    QString more;   ///< "27 more in Europe, all healthy"
    int total = 0;  ///< rows of the group that match
    int of = 0;     ///< rows of the group at all
    int hidden = 0; ///< healthy ones behind the line "more"
    bool folded = false;
    QList<std::pair<Symbol, int>> states; ///< abnormal ones, worst first
    bool hasCpu = false;
    std::optional<double> cpu; ///< used share; nullopt: not known
};

/// A table as a person asked for it: filtered, sorted, grouped, folded. Column n is columns()[n]; the one after them
/// has no text, for a tick.
///
/// New data is shown at once in its row. What it does to order, groups and filter waits, and for as long as it is held:
/// nothing moves under a pointer (pendingChanged() says that something waits). Persistent indexes follow their rows.
/// GUI thread.
class TableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        KindRole = Qt::UserRole + 0x200, ///< TableLine::Kind, as int
        ChosenRole,                      ///< bool: it is among the chosen ones
    };
    static constexpr int kStateColumn = 0;
    static constexpr int kNameColumn = 1;

    const std::vector<TableColumn> &columns() const { return m_columns; }
    const TableColumn &column(int number) const { return m_columns[size_t(number)]; }
    int tickColumn() const { return int(m_columns.size()); }
    /// -1: no such word.
    int columnOf(QStringView word) const;
    /// Columns that can be filtered by a value, and grouped by, in the order in which they are offered.
    QList<int> listedColumns() const;

    virtual TableQuery tableQuery() const = 0;
    virtual void setTableQuery(const TableQuery &query) = 0;
    virtual const TableFolding &folding() const = 0;
    virtual void setFolding(const TableFolding &folding) = 0;

    /// Rows are there, and what the store shows is in them.
    virtual bool isRead() const { return true; }
    /// Rows that match, and all there are.
    virtual int matches() const = 0;
    virtual int total() const = 0;
    /// Of those, how many are told of by a connection that leads where another one does, which tells of them, too.
    virtual int seenTwice() const = 0;
    /// Values of a listed column that some row has, in natural order, with the number of rows that have each.
    virtual QList<std::pair<QString, int>> valuesIn(int column) const = 0;

    virtual const TableLine &line(int row) const = 0;
    /// @p number as TableLine::at has it.
    virtual TableGroup groupAt(int number) const = 0;
    /// The group's name alone.
    virtual QString groupTitle(int number) const = 0;
    virtual bool isGrouped() const = 0;
    /// Row of the head of the row's group; -1 when not grouped.
    int headOf(int row) const;

    /// Empty for lines that are no row of data.
    virtual EntityId idAt(int row) const = 0;
    /// -1: it does not match, or is folded away.
    virtual int rowOf(const EntityId &id) const = 0;
    /// Empty: it is not there.
    virtual QString nameOf(const EntityId &id) const = 0;

    /// Nothing changes its place from now on, or may again.
    virtual void setHeld(bool held) = 0;
    /// Nobody sees it: what new data would move waits, at no cost, until somebody does; then it moves at once.
    virtual void setAsleep(bool asleep) = 0;
    /// Puts everything in its place now, held or not.
    virtual void settle() = 0;

    /// What a person ticked. What is no longer there is forgotten.
    virtual const QSet<EntityId> &chosen() const = 0;
    virtual void setChosen(const QSet<EntityId> &ids) = 0;
    /// Of a line.
    bool isChosen(int row) const { return !chosen().isEmpty() && chosen().contains(idAt(row)); }
    /// All that match, folded away or not.
    virtual QList<EntityId> allInOrder() const = 0;

    /// A row of the CSV or of the clipboard: every column as text.
    virtual QStringList texts(const EntityId &id) const = 0;
    /// When the oldest evidence of the row was seen, of which its column "seen" says how old that is; kNever: not yet.
    virtual Instant seenAt(const EntityId &id) const = 0;
    /// Of the lab: it is invented, which a file must say, too.
    virtual bool isLab(const EntityId &id) const = 0;

    /// What columns of trails show, in words; until it is set they have none.
    using TrailWords = std::function<QString(TrailKind kind, const EntityId &id)>;
    void setTrailWords(TrailWords words) { m_trailWords = std::move(words); }
    bool isTrail(int column) const { return column < tickColumn() && this->column(column).trail != TrailKind::None; }

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void queryChanged();
    void countsChanged();
    void pendingChanged(bool pending);
    void chosenChanged();

protected:
    explicit TableModel(std::vector<TableColumn> columns, QObject *parent);

    /// Order of a column that is sorted by, as headerData() shows it.
    virtual QList<TableOrder> shownOrder() const = 0;
    /// A cell of a column of trails.
    QVariant trailData(int column, const EntityId &id, int role) const;
    /// For assistive tools: the head of a group as one sentence. @p rows is "3 of 4 sites".
    QString groupSentence(const TableGroup &group, const QStringList &states, const QString &rows) const;

private:
    std::vector<TableColumn> m_columns;
    TrailWords m_trailWords;
};

} // namespace graticule
