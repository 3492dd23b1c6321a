// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/loglines.h"

#include <QDateTime>
#include <QTimeZone>

namespace graticule {
namespace {

constexpr qsizetype kLongestTime = 40;
constexpr qsizetype kShortestTime = 20; // 2026-11-22T09:14:32Z

/// Fewer bytes, so that no character is cut.
qsizetype wholeCharacters(const QByteArray &utf8, qsizetype most)
{
    if (utf8.size() <= most)
        return utf8.size();
    qsizetype end = most;
    for (int i = 0; i < 4 && end > 0 && (uchar(utf8[end]) & 0xc0) == 0x80; ++i)
        --end;
    return end;
}

} // namespace

Instant logTime(std::string_view text)
{
    const auto size = qsizetype(text.size());
    if (size < kShortestTime || size > kLongestTime || text[4] != '-' || text[7] != '-' || text[10] != 'T')
        return kNever;
    const auto digits = [&](qsizetype from, qsizetype count) {
        int value = 0;
        for (qsizetype i = from; i < from + count; ++i) {
            if (text[size_t(i)] < '0' || text[size_t(i)] > '9')
                return -1;
            value = value * 10 + (text[size_t(i)] - '0');
        }
        return value;
    };
    const QDate date(digits(0, 4), digits(5, 2), digits(8, 2));
    qsizetype at = 19;
    int ms = 0;
    if (text[size_t(at)] == '.') {
        for (int weight = 100; ++at < size && text[size_t(at)] >= '0' && text[size_t(at)] <= '9'; weight /= 10)
            ms += weight * (text[size_t(at)] - '0');
    }
    const QTime time(digits(11, 2), digits(14, 2), std::min(digits(17, 2), 59), ms); // leap seconds
    if (!date.isValid() || !time.isValid() || at >= size)
        return kNever;
    qint64 offset = 0;
    const char zone = text[size_t(at)];
    if (zone == '+' || zone == '-') {
        if (size != at + 6)
            return kNever;
        const int hours = digits(at + 1, 2);
        const int minutes = digits(at + 4, 2);
        if (hours < 0 || minutes < 0)
            return kNever;
        offset = (zone == '+' ? 1 : -1) * (hours * 60LL + minutes) * 60'000;
    } else if (zone != 'Z' || size != at + 1) {
        return kNever;
    }
    return instantFromMs(QDateTime(date, time, Qt::UTC).toMSecsSinceEpoch() - offset);
}

void LogLines::add(std::string_view bytes, QList<LogLine> &lines)
{
    while (!bytes.empty()) {
        const size_t end = bytes.find('\n');
        append(bytes.substr(0, end));
        if (end == std::string_view::npos)
            return;
        endLine(lines);
        bytes.remove_prefix(end + 1);
    }
}

void LogLines::append(std::string_view bytes)
{
    // One more than is shown, so that a line that is cut is known from one that just fits.
    const qsizetype room = kLongestTime + LogLine::kMostBytes + 2 - m_line.size();
    const auto taken = std::min(room, qsizetype(bytes.size()));
    m_isCut = m_isCut || taken < qsizetype(bytes.size());
    m_line.append(bytes.data(), taken);
    if (m_timeAt < 0)
        return;
    const qsizetype space = m_line.indexOf(' ', m_timeAt);
    if (space < 0 && m_line.size() - m_timeAt <= kLongestTime)
        return; // not whole yet
    if (space >= 0 && logTime(std::string_view(m_line.constData() + m_timeAt, size_t(space - m_timeAt))) != kNever)
        m_line.remove(m_timeAt, space + 1 - m_timeAt);
    m_timeAt = -1;
}

void LogLines::beginMessage()
{
    if (!m_line.isEmpty())
        m_timeAt = m_line.size();
}

void LogLines::endLine(QList<LogLine> &lines)
{
    LogLine line;
    line.source = m_source;
    line.channel = m_channel;
    const qsizetype space = m_line.left(kLongestTime + 1).indexOf(' ');
    if (space > 0) {
        line.at = logTime(std::string_view(m_line.constData(), size_t(space)));
        if (line.at != kNever)
            m_line.remove(0, space + 1);
    }
    if (m_line.endsWith('\r'))
        m_line.chop(1);
    const qsizetype whole = wholeCharacters(m_line, LogLine::kMostBytes);
    line.isCut = m_isCut || whole < m_line.size();
    line.text = QString::fromUtf8(m_line.constData(), whole);
    lines.append(line);
    m_line.clear();
    m_timeAt = -1;
    m_isCut = false;
}

void LogLines::finish(QList<LogLine> &lines)
{
    if (!m_line.isEmpty())
        endLine(lines);
}

bool PlainLogParser::add(const QByteArray &bytes, QList<LogLine> &lines)
{
    m_lines.add(std::string_view(bytes.constData(), size_t(bytes.size())), lines);
    return true;
}

} // namespace graticule
