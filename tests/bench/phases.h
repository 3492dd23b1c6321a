// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace graticule::bench {

/// CPU time spent so far, ms.
struct Cpu
{
    double gui = 0;     ///< by the calling thread
    double process = 0; ///< by all threads

    static Cpu now();
};

/// Says on stdout that something happened for the first time: "@mark NAME".
void mark(const QByteArray &name);

/// One measured stretch: prints "@phase NAME" when it begins and "@end NAME {json}" when it ends. The JSON has the
/// figures that were added, the frames' and stalls' if there are any, and the CPU spent.
class Phase
{
public:
    explicit Phase(const QByteArray &name);
    ~Phase();

    /// A frame, or whatever the phase repeats, took so long.
    void addFrame(double milliseconds) { m_frames.push_back(milliseconds); }
    void set(const QString &key, const QJsonValue &value) { m_figures.insert(key, value); }
    /// Name of what is counted, when it is not frames: "ticks".
    void setUnit(const QString &unit) { m_unit = unit; }

private:
    QByteArray m_name;
    QString m_unit = QStringLiteral("frames");
    std::vector<double> m_frames;
    QJsonObject m_figures;
    Cpu m_before;
    QElapsedTimer m_clock;
};

/// p50, p95 and max of figures, three digits.
QJsonObject spread(std::vector<double> values);

/// Watches the event loop: how long it was away from listening at most.
class StallWatch
{
public:
    StallWatch();
    /// The longest since the last call, ms.
    double takeLongest();

private:
    QElapsedTimer m_awakeSince;
    double m_longest = 0;
};

} // namespace graticule::bench
