// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/telemetry/dayroller.h"
#include "backend/telemetry/sample.h"
#include "backend/telemetry/samplelimits.h"
#include "backend/telemetry/samplemender.h"
#include "backend/telemetry/sampleretention.h"
#include "backend/telemetry/unsavedlog.h"

#include <QStringList>

namespace graticule {

/// The sample store as its one writer sees it: takes samples into the head and the log, seals hours, rolls up, deletes
/// what is old. One thread, which may wait for the disk. Knows no clock: whoever drives it says when it is.
///
/// What came is in the head at once, and on disk after the next flush(). A crash loses what came after the last one;
/// open() then says since when. Nothing that goes wrong on disk is fatal: what cannot be written waits in memory up to
/// its limits, beyond which samples are shed and counted.
class SampleArchive
{
public:
    /// An empty @p path: memory only, of the last hour. @p head outlives this.
    SampleArchive(QString path, const SampleLimits &limits, SampleHead &head);
    ~SampleArchive();

    /// Opens the store and takes back what was not sealed. False: error() says why, and it may be tried again. A
    /// damaged store is set aside, and what is sound in it saved, once an hour at most.
    bool open(Instant now);
    bool isOpen() const { return m_path.isEmpty() || m_parts; }
    /// The end in good order.
    void close(Instant now);

    void take(const QList<Sample> &samples, Instant now);
    /// Puts on disk what was taken. False: it waits, error() says why.
    bool flush(Instant now);
    /// One step of what is due: seals a shard, rolls up, deletes. True: there is more.
    bool maintain(Instant now);

    const SampleCounts &counts() const { return m_counts; }
    /// Samples that are not on disk.
    qint64 unsaved() const { return m_unsaved.count(); }
    /// What is wrong with the disk now; empty text: nothing.
    const Error &error() const { return m_mender.error().text.isEmpty() ? m_error : m_mender.error(); }
    /// What happened to the store itself and should be known: lost by a crash, set aside. Sentences; taken once.
    QStringList takeNotes();
    /// For tests: no disk, or other trouble, can be played upon it. Null while it is not open.
    Database *database() { return m_parts ? &m_parts->database : nullptr; }

private:
    struct Parts ///< what exists while the store is open
    {
        Database database;
        std::optional<SeriesBook> book;
        std::optional<SampleSealer> sealer;
        std::optional<DayRoller> roller;
        std::optional<SampleRetention> retention;
        std::optional<Statement> ended;
        qint64 run = 0;
    };

    bool openParts(Parts &parts);
    bool beginRun(Instant now);
    bool replay();
    void takeOne(const Sample &sample, Instant now);
    SeriesHead *adopt(const Sample &sample);
    SlotBuffer *openHour(SeriesHead &series, qint64 hour);
    std::optional<int> partOnDisk(quint32 shard, qint64 hour);
    bool writeLog(Instant now);
    bool sealDue(Instant now);
    bool isMemoryFull() const;
    bool seal(quint32 shard, qint64 lastHour, qint64 over);
    void forgetIdle(Instant now);
    void forgetOldMemory(Instant now);
    bool failed();
    void recover(Instant now);
    bool mend(Instant now);
    void note(const QString &sentence);

    QString m_path;
    SampleLimits m_limits;
    SampleHead &m_head;
    std::unique_ptr<Parts> m_parts;
    SampleMender m_mender;
    SampleCounts m_counts;
    Error m_error;
    QStringList m_notes;
    UnsavedLog m_unsaved;
    std::map<quint32, qint64> m_sealedUntil; ///< the hour up to which a shard was sealed at its time
    SampleHead::Memory m_memory;             ///< when it was measured last
    qint64 m_takenSinceMeasured = 0;
    quint32 m_lastId = 0;    ///< in memory only
    bool m_isStuck = false;  ///< the database cannot be read now
    bool m_mustSeal = false; ///< an hour of one series is full
    Instant m_flushedAt = kNever;
    Instant m_tidiedAt = kNever;
    bool m_isRecovering = false;
};

} // namespace graticule
