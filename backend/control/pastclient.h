// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/watchstream.h"
#include "backend/domain/clock.h"

#include <QObject>

#include <optional>

namespace graticule {

/// Asks one keeper for moments of the past, one after the other: while an answer is under way only the newest of the
/// further questions is kept, so that scrubbing shows what it can and never queues up. What follows an answer is its
/// difference to the next. Lives in the client thread; its signals are meant for queued connections.
class PastClient : public QObject
{
    Q_OBJECT

public:
    /// An answer that takes longer is given up.
    static constexpr Milliseconds kDeadline{20'000};

    /// @p clock outlives the client.
    explicit PastClient(Clock &clock, QObject *parent = nullptr);
    ~PastClient() override;

public Q_SLOTS:
    /// The keeper that is asked from now on.
    void setChannel(std::shared_ptr<graticule::ControlChannel> channel);
    /// @p knownAt kNever: by all that is known now.
    void ask(graticule::Instant at, graticule::Instant knownAt);
    /// Nobody looks at the past any more: what is under way is dropped, what was told is let go.
    void leave();

Q_SIGNALS:
    void told(const graticule::SnapshotPtr &snapshot, const graticule::PastNote &note);
    void failed(graticule::Instant at, const graticule::Error &why);

private:
    struct Question
    {
        Instant at = kNever;
        Instant knownAt = kNever;
    };
    void open(const Question &question);
    void take(const std::vector<WatchEvent> &events);
    void end(const Error &why);
    void askNext();

    Clock &m_clock;
    std::shared_ptr<ControlChannel> m_channel;
    std::unique_ptr<WatchStream> m_stream;
    SnapshotPtr m_snapshot; ///< told last
    FleetTables m_tables;   ///< being filled
    Question m_asked;       ///< while m_isAsking
    bool m_isAsking = false;
    std::optional<Question> m_next;
    quint64 m_session = 0; ///< timers of an older question do nothing
};

} // namespace graticule
