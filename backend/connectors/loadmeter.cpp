// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/loadmeter.h"

#include <utility>

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
        m_slots.push_back({second, 0, 0, 0, 0});
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
    Slot &now = slot();
    ++now.requests;
    now.freeRequests += isListing();
}

void LoadMeter::countBytes(qint64 bytes)
{
    Slot &now = slot();
    now.bytes += bytes;
    now.freeBytes += isListing() ? bytes : 0;
}

double LoadMeter::perSecond(qint64 Slot::*field, qint64 Slot::*butNot)
{
    forget();
    qint64 sum = 0;
    for (const Slot &s : m_slots)
        sum += s.*field - (butNot ? s.*butNot : 0);
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
    return isListing() ||
           ((m_requestBudget <= 0 || perSecond(&Slot::requests, &Slot::freeRequests) < m_requestBudget) &&
            (m_byteBudget <= 0 || perSecond(&Slot::bytes, &Slot::freeBytes) < m_byteBudget));
}

bool LoadMeter::isListing()
{
    if (m_listingSince && m_clock.steady() - *m_listingSince >= kListing)
        endListing();
    return m_listingSince.has_value();
}

void LoadMeter::beginListing()
{
    if (!isListing() && (!m_listedAt || m_clock.steady() - *m_listedAt >= kListingRest))
        m_listingSince = m_clock.steady();
}

void LoadMeter::endListing()
{
    if (std::exchange(m_listingSince, std::nullopt))
        m_listedAt = m_clock.steady();
}

Milliseconds LoadMeter::wait()
{
    return mayRequest() ? Milliseconds(0) : Milliseconds(1000);
}

} // namespace graticule
