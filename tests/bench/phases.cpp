// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/phases.h"

#include <QAbstractEventDispatcher>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>

namespace graticule::bench {

namespace {

double clockMs(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

double rounded(double value)
{
    return std::round(value * 1000) / 1000;
}

void say(const QByteArray &line)
{
    std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

} // namespace

Cpu Cpu::now()
{
    return {clockMs(CLOCK_THREAD_CPUTIME_ID), clockMs(CLOCK_PROCESS_CPUTIME_ID)};
}

void mark(const QByteArray &name)
{
    say("@mark " + name);
}

QJsonObject spread(std::vector<double> values)
{
    std::ranges::sort(values);
    const auto at = [&](double part) { return rounded(values[size_t(part * double(values.size() - 1) + 0.5)]); };
    return {{QStringLiteral("p50"), at(0.5)}, {QStringLiteral("p95"), at(0.95)}, {QStringLiteral("max"), at(1)}};
}

Phase::Phase(const QByteArray &name)
    : m_name(name)
{
    say("@phase " + name);
    m_clock.start();
    m_before = Cpu::now();
}

Phase::~Phase()
{
    const Cpu after = Cpu::now();
    const double gui = after.gui - m_before.gui, process = after.process - m_before.process;
    m_figures.insert(QStringLiteral("wall_ms"), rounded(double(m_clock.nsecsElapsed()) / 1e6));
    m_figures.insert(QStringLiteral("cpu_ms"),
                     QJsonObject{{QStringLiteral("gui"), rounded(gui)}, {QStringLiteral("process"), rounded(process)}});
    if (!m_frames.empty()) {
        const auto count = double(m_frames.size());
        m_figures.insert(m_unit, int(m_frames.size()));
        m_figures.insert(QStringLiteral("frame_ms"), spread(m_frames));
        m_figures.insert(QStringLiteral("cpu_ms_per_frame"),
                         QJsonObject{{QStringLiteral("gui"), rounded(gui / count)},
                                     {QStringLiteral("process"), rounded(process / count)}});
    }
    say("@end " + m_name + ' ' + QJsonDocument(m_figures).toJson(QJsonDocument::Compact));
}

StallWatch::StallWatch()
{
    m_awakeSince.start();
    auto *dispatcher = QAbstractEventDispatcher::instance();
    QObject::connect(dispatcher, &QAbstractEventDispatcher::awake, dispatcher, [this] { m_awakeSince.start(); });
    QObject::connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, dispatcher,
                     [this] { m_longest = std::max(m_longest, double(m_awakeSince.nsecsElapsed()) / 1e6); });
}

double StallWatch::takeLongest()
{
    return rounded(std::exchange(m_longest, 0));
}

} // namespace graticule::bench
