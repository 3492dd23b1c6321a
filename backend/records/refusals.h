// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/records/act.h"

#include <map>
#include <mutex>

namespace graticule {

/// An act that was refused before anything was begun, and how often.
struct Refusal
{
    Actor who;
    Act act;
    Error why;
    quint64 times = 1;
};

/// As much of it as is recorded: who is refused chooses how long its texts are.
Act asRecorded(Act act);

/// What is to be written down of refused attempts, so that nobody fills the disk by trying again and again: the first
/// of each kind at once, the same again as a number, after a minute at first and later at most every quarter of an
/// hour. What one person tries in more than kKinds kinds is one number, and so is what more than kPersons do. Nothing
/// is left out of the numbers. Thread-safe; waits for nothing.
class Refusals
{
public:
    static constexpr Milliseconds kFirst{60'000};
    static constexpr Milliseconds kLongest{900'000};
    static constexpr size_t kKinds = 20; ///< verb, target and reason
    static constexpr size_t kPersons = 200;
    /// The verb of what is only a number.
    static constexpr char kOthers[] = "attempts.others";

    /// Whether it is to be written down now; else it is counted.
    bool isFirst(const Actor &who, const Act &act, const Error &why, Instant now);
    /// What was first known of an act as @p asked is @p named: so it is told from now on.
    void name(const Actor &who, const Act &asked, const Error &why, const Act &named);
    /// @p refusal was to be written down and cannot be: it is counted, with all that it stands for.
    void putBack(const Refusal &refusal, Instant now);
    /// What was counted, as one of each kind, where its time is over; @p all: anyhow.
    QList<Refusal> due(Instant now, bool all = false);

private:
    struct Kind
    {
        Act act;
        Error why;
        quint64 times = 0; ///< since it was last written down
    };
    struct Person
    {
        Actor who;
        Instant since = kNever;
        Milliseconds window = kFirst;
        std::map<QString, Kind> kinds;
        Kind others;
        bool isMany = false; ///< nobody in particular

        void countOthers(const Error &error, quint64 times);
    };
    /// Of who has that key, or of those that are too many.
    Person &personOf(const Actor &who, Instant now);
    static QList<Refusal> take(Person &person);

    std::mutex m_mutex;
    std::map<QString, Person> m_persons; ///< "": those that were too many
};

} // namespace graticule
