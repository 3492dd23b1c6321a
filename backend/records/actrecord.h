// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/records/headsink.h"
#include "backend/records/recordfile.h"
#include "backend/records/recordhead.h"
#include "backend/records/recordnames.h"
#include "backend/records/recordreader.h"
#include "backend/records/refusals.h"

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace graticule {

/// Where the parts of a record are, in one directory.
struct RecordPlace
{
    QString directory;

    QString record() const { return directory + QStringLiteral("/acts"); }
    QString names() const { return directory + QStringLiteral("/names"); }
    QString heads() const { return directory + QStringLiteral("/heads"); }
    QString key() const { return directory + QStringLiteral("/key"); }
};

/// The record of what people do at one keeper. An act is on disk before it happens: begin() first, and if that refuses,
/// nothing is done. Signed heads go to a file beside the record and to further sinks. Several processes may write to
/// one record. Thread-safe; calls wait for the disk.
class ActRecord
{
public:
    struct Options
    {
        RecordPlace place;
        QString keeperId;
        std::function<Instant()> now;                      ///< called in any thread
        std::vector<std::unique_ptr<HeadSink>> sinks = {}; ///< beside the file in the directory
    };

    /// How recording goes.
    struct State
    {
        quint64 number = 0; ///< of the newest record
        qint64 bytes = 0;
        QString trouble;     ///< why nothing can be recorded, so that nothing can be done; empty: it can
        QString headTrouble; ///< why heads do not reach all of their sinks
        Instant headAt = kNever;
        QByteArray publicKey; ///< empty: not known yet
        QStringList sinks;
    };

    static constexpr Milliseconds kHeadEvery{1000};

    explicit ActRecord(Options options);
    /// Signs what is not signed yet.
    ~ActRecord();

    /// For what may come back when this is gone; both in one thread.
    std::weak_ptr<ActRecord> handle() const { return m_handle; }
    const RecordPlace &place() const { return m_options.place; }

    /// For the keeper itself, before anything is done: says what became of acts that were under way when it was killed
    /// (nobody knows), and that it started. Returns what was found, sentences for its log.
    QStringList start();

    /// Records that @p who begins @p act, and returns its number. Refused when that cannot be recorded: then it must
    /// not be done.
    Result<quint64> begin(const Actor &who, const Act &act);
    /// Records how it ended. What cannot be recorded now is kept and tried again.
    void done(quint64 number) { end(number, std::nullopt); }
    void failed(quint64 number, const Error &why) { end(number, why); }
    /// An attempt that is refused before anything is begun. True: writeRefused() is to follow, which may name the
    /// target better; else it is counted, and the number is written later. Waits for nothing.
    bool isFirstRefusal(const Actor &who, const Act &act, const Error &why);
    void writeRefused(const Refusal &refusal);
    /// The same of an act that @p asked was first known as.
    void writeRefused(const Refusal &refusal, const Act &asked);
    /// Both.
    void refused(const Actor &who, const Act &act, const Error &why);
    /// begin(), @p task, and its outcome. @p task returns a Result.
    template<class Task> auto during(const Actor &who, const Act &act, Task task) -> decltype(task())
    {
        const auto number = begin(who, act);
        if (!number)
            return number.error();
        auto result = task();
        if (result)
            done(*number);
        else
            failed(*number, result.error());
        return result;
    }

    /// Forgets who has that name (or pseudonym); an act by itself, which names nobody. NotFound when nobody has it.
    Result<QStringList> erase(const Actor &by, const QString &nameOrPseudonym);

    /// Now and then: signs and writes what is owed.
    void flush();
    State state() const;

private:
    void end(quint64 number, const std::optional<Error> &why);
    void writeCounted(bool all);
    // With the mutex held and the file locked.
    Result<quint64> write(RecordLine line);
    Result<Done> open();
    void sign();
    void writeOwed();
    Result<RecordLine> lineOf(const Actor &who, const Act &act);
    bool tryRefused(const Refusal &refusal);

    std::shared_ptr<ActRecord> m_handle{this, [](ActRecord *) {}}; ///< owns nothing
    const Options m_options;
    mutable std::mutex m_mutex;
    RecordFile m_file;
    RecordNames m_names;
    FileHeadSink m_ownHeads;
    std::optional<SigningKey> m_key;
    State m_state;
    QList<RecordLine> m_owed;   ///< outcomes that could not be written
    QList<Refusal> m_unwritten; ///< the same of refusals
    Refusals m_refusals;
    std::vector<QByteArray> m_unsent; ///< the newest head that a sink lacks, at its place: own file, then the others
    quint64 m_signed = 0;             ///< number of the newest head
};

} // namespace graticule
