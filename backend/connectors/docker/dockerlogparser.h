// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/loglines.h"

#include <array>

namespace graticule {

/// The log of a container without a terminal: messages, each after eight bytes that say by which channel it came (0 to
/// 3), three zeroes, and how long it is. A line may be in several messages. Keeps one line of each channel, whatever
/// length is announced. Pure.
class DockerLogParser : public LogParser
{
public:
    explicit DockerLogParser(int source);

    bool add(const QByteArray &bytes, QList<LogLine> &lines) override;
    void finish(QList<LogLine> &lines) override;

private:
    bool beginMessage();

    LogLines m_out;
    LogLines m_err;
    LogLines *m_current = nullptr;
    std::array<uchar, 8> m_head{};
    size_t m_headSize = 0;
    quint32 m_left = 0; ///< bytes of the message
};

} // namespace graticule
