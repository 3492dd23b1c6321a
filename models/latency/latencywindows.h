// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleetstore.h"
#include "models/samplecalls.h"

#include <QHash>

namespace graticule {

/// What the links of a matrix came to in the last minutes, asked again every so often while somebody looks. In the
/// past: those before the moment that is shown, asked for as soon as it is another. One question is under way at a
/// time, in parts where there are many links; what is shown stays until the whole answer is in, and isOld() meanwhile
/// says where it is of another moment. Nothing is kept from the present into the past, back, or into another fleet. GUI
/// thread.
class LatencyWindows : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds kEvery{10'000};
    static constexpr Milliseconds kSoon{2'000};        ///< while the keeper works out what is usual
    static constexpr Milliseconds kLimit = 3 * kEvery; ///< older figures say nothing of now

    /// Both outlive this.
    LatencyWindows(FleetStore &store, SampleCalls &calls, QObject *parent = nullptr);

    /// Asks at once for what is new; figures of links that stay are kept.
    void setLinks(const QList<EntityId> &links);
    /// How much time a window is.
    void setLength(Milliseconds length);
    Milliseconds length() const { return m_length; }
    /// Whether anybody looks; nothing is asked while not.
    void setAwake(bool isAwake);

    /// Null: nothing is told of that link yet.
    const LinkWindow *find(const EntityId &link) const;
    const QHash<EntityId, LinkWindow> &all() const { return m_windows; }
    /// When the figures end; kNever: there are none yet.
    Instant toldAt() const { return m_toldAt; }
    /// The figures are not of the moment that is shown.
    bool isOld() const;
    bool isAsking() const { return m_isAsking; }
    /// Why the last question was not answered; text empty: it was.
    const Error &error() const { return m_error; }
    /// Links that the keeper left out, and windows whose usual values are yet to come.
    qsizetype leftOut() const { return m_leftOut; }
    qsizetype usualPending() const { return m_usualPending; }
    void askNow();

Q_SIGNALS:
    void changed();

private:
    void askIfDue();
    bool isOfAnother() const;
    void forget();
    void forgetFigures();
    void askPart();
    void take(const Result<LinkWindowsAnswer> &answer);
    void end();

    FleetStore &m_store;
    SampleCalls &m_calls;
    QList<EntityId> m_links;
    Milliseconds m_length{300'000};
    QHash<EntityId, LinkWindow> m_windows;
    Instant m_toldAt = kNever;
    Error m_error;
    qsizetype m_leftOut = 0;
    qsizetype m_usualPending = 0;

    bool m_isAwake = false;
    bool m_isStale = true; ///< links, length or moment are others than those that were asked for
    bool m_isAsking = false;
    std::unique_ptr<QObject> m_question; ///< context of the one under way
    QList<EntityId> m_asked;             ///< of the question: all links,
    qsizetype m_reached = 0;             ///< how many of them were asked for,
    LinkWindowsQuery m_part;             ///< and the part under way
    QHash<EntityId, LinkWindow> m_next;  ///< its answers
    qsizetype m_nextLeftOut = 0;
    qsizetype m_nextPending = 0;
    Milliseconds m_askedAt{0}; ///< steady
};

} // namespace graticule
