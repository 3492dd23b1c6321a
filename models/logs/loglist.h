// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/logs.h"

#include <QObject>
#include <QSet>
#include <QStringList>

#include <deque>

namespace graticule {

/// Lines of logs as they are shown: the newest, within a bound; those of some sources, or with some text. A line's
/// number stays its own while older ones go.
class LogList : public QObject
{
    Q_OBJECT

public:
    static constexpr size_t kMostLines = 50'000;
    static constexpr qsizetype kMostBytes = 24 << 20;

    struct Line
    {
        int source = 0;
        Instant at = kNever;
        QString text; ///< fit for a screen
        LogChannel channel = LogChannel::Unknown;
        bool isCut = false;
        bool isNote = false; ///< not of a log: what happened to the reading of it
    };

    using QObject::QObject;

    /// Forgets all lines; sources are called so from now on.
    void begin(const QStringList &sources);
    void add(const LogPart &part);
    /// A remark among the lines, about a source or (< 0) all of them.
    void note(int source, const QString &text);

    /// Only lines with @p text, whatever the case; empty: all.
    void setFilter(const QString &text);
    const QString &filter() const { return m_filter; }
    void setHidden(const QSet<int> &sources);
    const QSet<int> &hidden() const { return m_hidden; }

    const QStringList &sources() const { return m_sources; }
    /// Lines that are shown.
    qsizetype size() const { return qsizetype(m_shown.size()); }
    const Line &at(qsizetype index) const { return m_lines[size_t(m_shown[size_t(index)] - m_first)]; }
    /// Of the line at @p index.
    quint64 numberOf(qsizetype index) const { return m_shown[size_t(index)]; }
    /// Where the line of that number is, or the next one that is shown.
    qsizetype indexOf(quint64 number) const;
    qsizetype kept() const { return qsizetype(m_lines.size()); }
    /// Lines that were too many for us or the keeper.
    quint64 lost() const { return m_lost; }

    /// Of several sources each line begins with the name of its own.
    QString textOf(qsizetype index, bool withTime) const;

Q_SIGNALS:
    void changed();

private:
    bool isShown(const Line &line) const;
    void append(Line line);
    void showAll();

    QStringList m_sources;
    std::deque<Line> m_lines;
    quint64 m_first = 0; ///< number of the first line kept
    qsizetype m_bytes = 0;
    quint64 m_lost = 0;
    std::deque<quint64> m_shown;
    QString m_filter;
    QSet<int> m_hidden;
};

} // namespace graticule
