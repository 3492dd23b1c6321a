// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/loadmeter.h"

namespace graticule {
namespace {
constexpr qint64 kWindowSeconds = 10;
}

LoadMeter::LoadMeter(Clock &clock, double requestsPerSecond, double bytesPerSecond)
    : m_clock(clock)
    , m_requestBudget(requestsPerSecond)
    , m_byteBudget(bytesPerSecond)
{
}

LoadMeter::Slot &LoadMeter::slot()
{
    forget();
    const qint64 second = m_clock.steady().count() / 1000;
    if (m_slots.empty() || m_slots.back().second != second)
        m_slots.push_back({second, 0, 0});
    return m_slots.back();
}

void LoadMeter::forget()
{
    const qint64 oldest = m_clock.steady().count() / 1000 - kWindowSeconds;
    while (!m_slots.empty() && m_slots.front().second <= oldest)
        m_slots.pop_front();
}

void LoadMeter::countRequest()
{
    ++slot().requests;
}

void LoadMeter::countBytes(qint64 bytes)
{
    slot().bytes += bytes;
}

double LoadMeter::perSecond(qint64 Slot::*field)
{
    forget();
    qint64 sum = 0;
    for (const Slot &s : m_slots)
        sum += s.*field;
    return double(sum) / kWindowSeconds;
}

double LoadMeter::requestsPerSecond()
{
    return perSecond(&Slot::requests);
}

double LoadMeter::bytesPerSecond()
{
    return perSecond(&Slot::bytes);
}

bool LoadMeter::mayRequest()
{
    return (m_requestBudget <= 0 || requestsPerSecond() < m_requestBudget) &&
           (m_byteBudget <= 0 || bytesPerSecond() < m_byteBudget);
}

Milliseconds LoadMeter::wait()
{
    return mayRequest() ? Milliseconds(0) : Milliseconds(1000);
}

} // namespace graticule
