// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/logs.h"

#include <QByteArray>

#include <string_view>

namespace graticule {

/// Puts the lines of one log together, wherever its pieces were cut. Each begins with a time and a space, as Docker and
/// Kubernetes write them when asked to; one without keeps its text. What is longer than LogLine::kMostBytes is cut.
/// Pure; keeps no more than one line.
class LogLines
{
public:
    LogLines(int source, LogChannel channel)
        : m_source(source)
        , m_channel(channel)
    {
    }

    void add(std::string_view bytes, QList<LogLine> &lines);
    /// A message of its own begins: where it goes on with a line, a time stands in the middle of that.
    void beginMessage();
    /// There is no more: what has no end is a line, too.
    void finish(QList<LogLine> &lines);

private:
    void append(std::string_view bytes);
    void endLine(QList<LogLine> &lines);

    const int m_source;
    const LogChannel m_channel;
    QByteArray m_line;
    qsizetype m_timeAt = -1; ///< where in the line a time may stand that is no part of it; < 0: nowhere but in front
    bool m_isCut = false;
};

/// "2026-11-22T09:14:32.123456789Z", with any number of decimals or an offset; never when it is none.
Instant logTime(std::string_view text);

/// The bytes of one source's stream -> lines.
class LogParser
{
public:
    virtual ~LogParser() = default;
    /// False: the stream is not what it should be, and is not read on.
    virtual bool add(const QByteArray &bytes, QList<LogLine> &lines) = 0;
    virtual void finish(QList<LogLine> &lines) = 0;
};

/// Nothing but lines: Kubernetes' pods, Docker's containers with a terminal.
class PlainLogParser : public LogParser
{
public:
    explicit PlainLogParser(int source)
        : m_lines(source, LogChannel::Unknown)
    {
    }
    bool add(const QByteArray &bytes, QList<LogLine> &lines) override;
    void finish(QList<LogLine> &lines) override { m_lines.finish(lines); }

private:
    LogLines m_lines;
};

} // namespace graticule
