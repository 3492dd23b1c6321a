// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logs/loglist.h"

#include "models/format.h"
#include "models/sayingtext.h"

#include <algorithm>

namespace graticule {
namespace {

qsizetype costOf(const LogList::Line &line)
{
    return line.text.size() * 2 + qsizetype(sizeof(LogList::Line));
}

} // namespace

void LogList::begin(const QStringList &sources)
{
    m_sources = sources;
    m_first += m_lines.size();
    m_lines.clear();
    m_shown.clear();
    m_hidden.clear();
    m_bytes = 0;
    m_lost = 0;
    Q_EMIT changed();
}

void LogList::add(const LogPart &part)
{
    if (part.lost > 0) {
        m_lost += part.lost;
        append({-1, kNever,
                tr("%n lines came too fast and are left out here.", nullptr,
                   int(std::min<quint64>(part.lost, 1'000'000'000))),
                LogChannel::Unknown, false, true});
    }
    for (const LogLine &line : part.lines)
        append({line.source, line.at, shownLog(line.text), line.channel, line.isCut, false});
    for (const LogEnd &end : part.ends) {
        const QString why = end.error.text.isEmpty() ? tr("That was all of it.") : SayingText::of(end.error);
        append({end.source, kNever, why, LogChannel::Unknown, false, true});
    }
    Q_EMIT changed();
}

void LogList::note(int source, const QString &text)
{
    append({source, kNever, text, LogChannel::Unknown, false, true});
    Q_EMIT changed();
}

void LogList::append(Line line)
{
    m_bytes += costOf(line);
    if (isShown(line))
        m_shown.push_back(m_first + m_lines.size());
    m_lines.push_back(std::move(line));
    while (m_lines.size() > kMostLines || (m_bytes > kMostBytes && m_lines.size() > 1)) {
        m_bytes -= costOf(m_lines.front());
        m_lines.pop_front();
        if (!m_shown.empty() && m_shown.front() == m_first)
            m_shown.pop_front();
        ++m_first;
    }
}

bool LogList::isShown(const Line &line) const
{
    if (m_hidden.contains(line.source))
        return false;
    return m_filter.isEmpty() || line.isNote || line.text.contains(m_filter, Qt::CaseInsensitive);
}

void LogList::showAll()
{
    m_shown.clear();
    for (size_t i = 0; i < m_lines.size(); ++i) {
        if (isShown(m_lines[i]))
            m_shown.push_back(m_first + i);
    }
    Q_EMIT changed();
}

void LogList::setFilter(const QString &text)
{
    if (std::exchange(m_filter, text) != text)
        showAll();
}

void LogList::setHidden(const QSet<int> &sources)
{
    m_hidden = sources;
    showAll();
}

qsizetype LogList::indexOf(quint64 number) const
{
    return std::lower_bound(m_shown.cbegin(), m_shown.cend(), number) - m_shown.cbegin();
}

QString LogList::textOf(qsizetype index, bool withTime) const
{
    const Line &line = at(index);
    QString text;
    if (withTime)
        text += (line.at == kNever ? format::missing() : toIso(line.at)) + QLatin1Char(' ');
    if (m_sources.size() > 1 && line.source >= 0)
        text += QLatin1Char('[') + shownLog(m_sources.value(line.source)) + QStringLiteral("] ");
    return text + line.text + (line.isCut ? QStringLiteral(" \u2026") : QString());
}

} // namespace graticule
