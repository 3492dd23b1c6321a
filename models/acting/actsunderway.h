// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/actioncalls.h"
#include "models/fleetstore.h"

#include <functional>
#include <memory>
#include <vector>

namespace graticule {

/// All acts on the fleet that are under way at the keeper, whoever asked for them, and those that ended while this
/// window was open until somebody has read how. What was asked for here is followed; of others the keeper is asked
/// again and again while they last, and then how they ended. GUI thread.
class ActsUnderWay : public QObject
{
    Q_OBJECT

public:
    struct Act
    {
        ActionUnderWay told;       ///< as the keeper tells it, with all items
        bool isOurs = false;       ///< asked for in this window
        bool isLost = false;       ///< it went on, and perhaps ended, unseen: the record tells more
        bool isStopping = false;   ///< asked, and not yet answered by an end
        Instant ended = kNever;    ///< kNever: it is under way
        bool isEndLate = false;    ///< it was out of sight before, so it may have ended long before that
        QString trouble;           ///< why it could not be stopped
        bool isOutOfSight = false; ///< how it is now is not known, since the keeper does not tell
        bool isEnding = false;     ///< not under way any more; the keeper is being asked how it ended
        Error cut;                 ///< how the way to it broke, text empty: it did not

        const QString &key() const { return told.action.key; }
        bool isUnderWay() const { return ended == kNever; }
        /// The keeper is asked how it goes; else it tells by itself.
        bool isLookedFor() const { return isUnderWay() && (!isOurs || isLost); }
        /// That somebody stopped it is no failure.
        bool hasFailed() const { return !told.progress.error.text.isEmpty() && !told.progress.stopped; }

        friend bool operator==(const Act &, const Act &) = default;
    };

    /// How often others' acts are looked for, while there are some and while there are none.
    static constexpr int kLookSeconds = 2;
    static constexpr int kIdleSeconds = 10;
    /// Of those that ended so many are kept; a window may stand open for months.
    static constexpr int kMostEnded = 100;

    /// Both outlive this.
    ActsUnderWay(ActionCalls &calls, FleetStore &store, QObject *parent = nullptr);

    /// How acts of others ended is asked for while @p may says that the keeper takes the question from us; else they
    /// end unseen. Not given: it does. A keeper of before refuses it to who may only look, and records that.
    void askForEndsIf(std::function<bool()> may) { m_mayAskForEnds = std::move(may); }
    /// Asks for @p action. Nothing is done in PAST. @p who: the person, as the keeper calls them.
    void begin(const Action &action, const QString &targetName, const QString &place, const QString &who);
    void stop(const QString &key);
    /// Somebody has read how it ended. One that is under way stays.
    void forget(const QString &key);
    void forgetEnded();

    /// The newest first.
    const std::vector<Act> &acts() const { return m_acts; }
    /// Null: there is none such.
    const Act *find(const QString &key) const;
    int underWay() const;

Q_SIGNALS:
    /// Of one, or which there are.
    void changed();
    void ended(const QString &key);

private:
    Act *at(const QString &key);
    void take(const QString &key, const ActionProgress &progress);
    void end(Act &act);
    void endUnseen(Act &act);
    void askHowItEnded(const QString &key);
    void learnEnd(const QString &key, const ActionProgress &progress);
    void dropOldest();
    void look();
    void merge(const QList<ActionUnderWay> &told);
    void follow(const KeeperLink &link);

    ActionCalls &m_calls;
    FleetStore &m_store;
    std::vector<Act> m_acts;
    std::unique_ptr<QObject> m_question; ///< what is under way; destroyed it is taken back
    std::unique_ptr<QObject> m_keeper;   ///< all questions to the keeper of now
    int m_seconds = 0;
    bool m_isUnsupported = false; ///< an older keeper
    std::function<bool()> m_mayAskForEnds;
};

} // namespace graticule
