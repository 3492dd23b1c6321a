// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/entitytable/entityfield.h"
#include "models/entitytable/entityplaces.h"
#include "models/format.h"
#include "models/statetext.h"

#include <memory>
#include <optional>
#include <string>

namespace graticule {

/// All things of one kind as columns of plain values: what filtering, sorting and drawing a table of them needs. Read
/// from a snapshot in any thread, then kept up to date at the cost of each change; one thread at a time. A number of a
/// row stays that of its thing until that is gone.
class EntityRows
{
public:
    virtual ~EntityRows();
    EntityRows(const EntityRows &) = delete;
    EntityRows &operator=(const EntityRows &) = delete;

    static std::unique_ptr<EntityRows> read(EntityKind kind, const FleetTables &tables);

    struct Outcome
    {
        bool changed = false; ///< rows read another way, came or went
        bool gone = false;    ///< rows went
    };
    Outcome apply(const FleetChange &change);

    const std::vector<EntityField> &fields() const { return m_fields; }
    /// Numbers of rows are below this; not all are there.
    int numbers() const { return int(m_ids.size()); }
    bool isThere(int row) const { return m_isThere[size_t(row)]; }
    /// How many are there.
    int count() const { return m_count; }
    /// -1: it is not there.
    int rowOf(const EntityId &id) const;
    const EntityId &id(int row) const { return m_ids[size_t(row)]; }

    const QString &name(int row) const { return m_names[size_t(row)].text; }
    const std::string &foldedName(int row) const { return m_names[size_t(row)].folded; }
    /// Place among all names, as people order them; equal names have the same. Costs a sort after names came or
    /// changed.
    quint32 nameRank(int row) const;
    /// The state that its worst place has; with no place, or old evidence, never a good one. text() of State also says
    /// at how many of its sites it has it.
    const StateLook &look(int row) const;
    bool isOld(int row) const { return m_states[size_t(row)].isOld; }
    const QString &why(int row) const { return m_whys[size_t(row)]; }

    const EntityPlaces &places() const { return m_places; }
    EntityPlaces::Value placeValue(int field) const { return EntityPlaces::Value(m_columns[size_t(field)].place); }
    /// Of a listed field.
    const ValueList &values(int field) const;
    /// Of State and Shared.
    int value(int field, int row) const { return m_columns[size_t(field)].numbers[size_t(row)]; }
    /// Of Where: how many different ones, and the first three of them.
    int distinct(int field, int row) const { return m_columns[size_t(field)].wheres[size_t(row)].count; }
    /// Of Where, that has one at least: the first of them.
    int firstWhere(int field, int row) const { return m_columns[size_t(field)].wheres[size_t(row)].first[0]; }
    /// Of Figure: NaN is not known.
    double figure(int field, int row) const { return m_columns[size_t(field)].figures[size_t(row)]; }

    /// A cell as people read it. @p seen: oldest evidence of each row.
    QString text(int field, int row, const format::Units &units, Instant now, Instant seen) const;

    /// A number that orders rows by @p field, the natural way round: worst, most, A first. Those of Seen are made from
    /// @p seen, in ms by row.
    quint64 sortKey(int field, int row, const std::vector<qint64> &seen) const;
    /// < 0, 0, > 0 for rows whose keys are equal.
    int compare(int field, int left, int right) const;
    /// Rows with equal keys may still differ by compare(), which then counts before the next field.
    bool isKeyExact(int field) const;

protected:
    static constexpr int kNone = EntityPlaces::kNone;

    /// How one place of a row is.
    struct PartState
    {
        StateLook look;
        int value = 0; ///< 0 is unknown
        QString why;
    };

    explicit EntityRows(EntityKind kind);

    /// Everything of @p tables.
    virtual void readAll(const FleetTables &tables) = 0;
    /// What is its own of a change: things and their places.
    virtual void applyOwn(const FleetChange &change) = 0;
    /// The row's name and columns, but for those of places. Called with its places as they are.
    virtual void fill(int row) = 0;
    virtual PartState partState(int part) const = 0;
    virtual QString figureText(int field, int row, const format::Units &units, Instant now) const = 0;
    /// What stands where a figure is not known.
    virtual QString unmeasuredText(int, int) const { return format::missing(); }
    /// Why a row without places is in no known state.
    virtual QString whyNowhere() const = 0;

    /// The row of @p id, whether it is there or only spoken of by a place.
    int seat(const EntityId &id);
    void setThere(int row, bool there);
    void touch(int row);
    /// To be called once for each value of the state, 0 first.
    void addState(const StateLook &look) { m_columns[0].values.add(look.text); }

    int fieldOf(const char *word) const;
    void setName(int row, const QString &name);
    void setShared(int field, int row, const QString &value, const QString &shown = {});
    void setFigure(int field, int row, double value) { m_columns[size_t(field)].figures[size_t(row)] = value; }

    EntityPlaces m_places;

private:
    struct Name
    {
        QString text;
        std::string folded;
        std::string key; ///< compares as people order names
    };
    struct State
    {
        quint16 look = 0; ///< of m_looks
        bool isOld = false;
        int at = 0; ///< sites where it is so
        int of = 0; ///< all its sites
    };
    struct Where
    {
        int count = 0;
        std::array<int, 3> first{};
    };
    /// One of the vectors is as long as there are rows, by the type of the field.
    struct Column
    {
        int place = 0; ///< EntityPlaces::Value, of Where
        ValueList values;
        std::vector<int> numbers;
        std::vector<double> figures;
        std::vector<Where> wheres;
    };

    void settle();
    void fillState(int row);
    void fillWhere(int row);
    quint16 lookNumber(const StateLook &look);
    QString whereText(int field, int row) const;

    std::vector<EntityField> m_fields;
    std::vector<Column> m_columns;
    std::vector<EntityId> m_ids;
    std::vector<char> m_isThere;
    std::vector<Name> m_names;
    mutable std::vector<quint32> m_nameRanks; ///< empty: to be computed
    std::vector<State> m_states;
    std::vector<QString> m_whys;
    std::vector<StateLook> m_looks; ///< a handful; rows share them
    QHash<EntityId, int> m_rows;
    std::vector<int> m_free;
    std::vector<int> m_touched;
    std::vector<char> m_isTouched;
    std::vector<int> m_scratch;
    std::vector<int> m_worstSites;
    int m_count = 0;
    bool m_isGone = false; ///< in the change that is being applied
};

} // namespace graticule
