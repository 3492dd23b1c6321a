// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entityid.h"
#include "backend/domain/error.h"

#include <QList>

namespace graticule {

/// One thing that writes a log: a container.
struct LogSource
{
    EntityId connection; ///< of the keeper that talks to its platform, however many keepers there are between
    QString id;          ///< as its connector knows it: a container's id, or "NAMESPACE/POD/CONTAINER"
    QString name;        ///< for people: "POD/CONTAINER", or a container's name
    bool running = false;
    int restarts = 0;
    bool hasPrevious = false; ///< what it wrote before its last restart is kept apart, and can be asked for

    friend bool operator==(const LogSource &, const LogSource &) = default;
};

/// Which logs are wanted.
struct LogOrder
{
    static constexpr int kMostSources = 16;
    static constexpr int kMostLines = 100'000;

    QList<LogSource> sources; ///< connection, id and name count; at most kMostSources
    bool previous = false;    ///< of the run before the last restart
    bool follow = false;
    int tail = 1000; ///< of each source the newest lines, at most kMostLines
    Instant since = kNever;

    friend bool operator==(const LogOrder &, const LogOrder &) = default;
};

enum class LogChannel { Unknown = 0, Out = 1, Err = 2 };

/// A line as the platform has it. What is in it was written by whoever: see shownLog().
struct LogLine
{
    static constexpr qsizetype kMostBytes = 16 << 10;

    int source = 0;      ///< its place in the order
    Instant at = kNever; ///< by the platform's clock, like times within the text; never: it does not say
    QString text;
    LogChannel channel = LogChannel::Unknown;
    bool isCut = false; ///< it was longer than kMostBytes

    friend bool operator==(const LogLine &, const LogLine &) = default;
};

/// There is no more of a source.
struct LogEnd
{
    int source = 0;
    Error error; ///< text empty: that was all

    friend bool operator==(const LogEnd &, const LogEnd &) = default;
};

/// What came since the part before.
struct LogPart
{
    QList<LogLine> lines;
    QList<LogEnd> ends;
    quint64 lost = 0; ///< lines before these that we were too slow for
};

/// @p text made fit for a screen: without the sequences that colour a terminal or steer it; other control and format
/// characters become U+FFFD, tabs are filled up to the next eighth column. Pure; cost in proportion to the text.
QString shownLog(const QString &text);

} // namespace graticule
