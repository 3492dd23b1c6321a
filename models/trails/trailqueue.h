// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleetstore.h"

#include <QHash>

#include <map>
#include <memory>

namespace graticule {

/// Asks something for each row of a table that is seen: a few at a time, from the top; again when it has grown old, and
/// for another moment of the past. What is scrolled away before it is told is taken back. GUI thread.
class TrailQueue : public QObject
{
    Q_OBJECT

public:
    static constexpr size_t kMostAsked = 4;     ///< questions under way
    static constexpr qsizetype kMostKept = 600; ///< rows; beyond, those that are not seen are forgotten
    static constexpr Milliseconds kEvery{60'000};
    static constexpr Milliseconds kShown{600'000}; ///< as long as nothing newer is told
    static constexpr Milliseconds kAgain{5'000};   ///< after a question that nobody answered

    using Done = std::function<void(bool isAnswered)>;
    /// Must call @p done once, at once or later, unless @p context dies first.
    using Ask = std::function<void(const EntityId &row, QObject *context, Instant to, const Done &done)>;

    /// @p store outlives this.
    TrailQueue(FleetStore &store, Ask ask, QObject *parent = nullptr);
    ~TrailQueue() override;

    /// From the top; none: nobody looks.
    void see(const QList<EntityId> &rows);
    const QList<EntityId> &seen() const { return m_seen; }
    /// What was told of @p row holds no more; it stays until another answer is in.
    void askAgain(const EntityId &row);
    /// Whether an answer to a question up to @p to may still be shown: never for another moment of the past.
    bool isOfNow(Instant to) const;
    /// All that is seen is told.
    bool isSettled() const;

Q_SIGNALS:
    /// Nothing needs to be kept of that row.
    void forgotten(const graticule::EntityId &row);

private:
    struct Told
    {
        Instant to = kNever; ///< the moment it was asked for
        Milliseconds at{0};  ///< steady
        bool isAnswered = false;
    };

    void tick();
    void forgetAll();
    void goOn();
    void start(const EntityId &row);
    bool isDue(const EntityId &row) const;

    FleetStore &m_store;
    Ask m_ask;
    QList<EntityId> m_seen;
    QHash<EntityId, Told> m_told;
    std::map<EntityId, std::unique_ptr<QObject>> m_asked; ///< context of each question
    Instant m_pastAt = kNever;                            ///< of which they are, in the past
    bool m_isGoing = false;
};

} // namespace graticule
