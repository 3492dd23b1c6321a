// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/docker/dockerlogparser.h"

#include <algorithm>

namespace graticule {
namespace {

constexpr uchar kError = 2;  // stderr
constexpr uchar kSystem = 3; // what the engine itself has to say, as an error

} // namespace

DockerLogParser::DockerLogParser(int source)
    : m_out(source, LogChannel::Out)
    , m_err(source, LogChannel::Err)
{
}

bool DockerLogParser::beginMessage()
{
    m_headSize = 0;
    if (m_head[0] > kSystem || m_head[1] != 0 || m_head[2] != 0 || m_head[3] != 0)
        return false;
    m_left = quint32(m_head[4]) << 24 | quint32(m_head[5]) << 16 | quint32(m_head[6]) << 8 | quint32(m_head[7]);
    m_current = m_head[0] == kError || m_head[0] == kSystem ? &m_err : &m_out;
    m_current->beginMessage();
    return true;
}

bool DockerLogParser::add(const QByteArray &bytes, QList<LogLine> &lines)
{
    std::string_view rest(bytes.constData(), size_t(bytes.size()));
    while (!rest.empty()) {
        if (m_left > 0) {
            const std::string_view text = rest.substr(0, m_left);
            m_current->add(text, lines);
            m_left -= quint32(text.size());
            rest.remove_prefix(text.size());
            continue;
        }
        const size_t taken = std::min(m_head.size() - m_headSize, rest.size());
        std::copy_n(rest.begin(), taken, m_head.begin() + std::ptrdiff_t(m_headSize));
        m_headSize += taken;
        rest.remove_prefix(taken);
        if (m_headSize == m_head.size() && !beginMessage())
            return false;
    }
    return true;
}

void DockerLogParser::finish(QList<LogLine> &lines)
{
    m_out.finish(lines);
    m_err.finish(lines);
}

} // namespace graticule
