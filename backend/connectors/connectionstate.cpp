// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/connectionstate.h"

#include "backend/domain/saying.h"

#include <algorithm>

namespace graticule {
namespace {

constexpr Milliseconds kClockTolerance{30'000};
constexpr std::chrono::hours kCertificateNotice{14 * 24};

} // namespace

ConnectionState connectionStateFor(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::TimedOut:
    case ErrorKind::Malformed:
    case ErrorKind::TooLarge:
        return ConnectionState::Stale;
    case ErrorKind::Refused:
    case ErrorKind::Certificate:
    case ErrorKind::Unsupported:
    case ErrorKind::Conflict:
    case ErrorKind::Invalid:
    case ErrorKind::NotFound:
        return ConnectionState::Refused;
    case ErrorKind::Unknown:
    case ErrorKind::Unreachable:
    case ErrorKind::Cancelled:
    case ErrorKind::Internal:
    case ErrorKind::Disconnected:
        break;
    }
    return ConnectionState::Unreachable;
}

bool isSeen(ConnectionState state)
{
    return state == ConnectionState::Live || state == ConnectionState::Slow;
}

Error failureOf(const Connection &connection)
{
    return isSeen(connection.state) ? Error() : connection.error; // a slow one has an error too
}

QStringList remarksOn(const Beat &beat, Instant now)
{
    QStringList remarks = beat.warnings;
    if (beat.clockOffset && std::chrono::abs(*beat.clockOffset) > kClockTolerance) {
        // Whole minutes once it is that much: the remark must not change with every beat.
        Milliseconds off = std::chrono::abs(*beat.clockOffset);
        if (off >= std::chrono::minutes(2))
            off = std::chrono::round<std::chrono::minutes>(off);
        remarks.append(
            phrase(*beat.clockOffset > Milliseconds(0) ? "phrase.clock-ahead" : "phrase.clock-behind", {inWords(off)}));
    }
    if (beat.certificateExpiry != kNever && beat.certificateExpiry - now < kCertificateNotice) {
        const auto left = beat.certificateExpiry - now;
        const auto days = std::chrono::duration_cast<std::chrono::hours>(left).count() / 24;
        remarks.append(left <= Milliseconds(0)
                           ? phrase("phrase.certificate-expired")
                           : (days == 0 ? phrase("phrase.certificate-today")
                                        : phrase("phrase.certificate-soon", {QString::number(days)})));
    }
    return remarks;
}

bool isSameEndpoint(const QStringList &a, const QStringList &b)
{
    for (const QString &identity : a) {
        const QString kind = identity.section(QLatin1Char(':'), 0, 0) + QLatin1Char(':');
        const auto other =
            std::find_if(b.cbegin(), b.cend(), [&](const QString &candidate) { return candidate.startsWith(kind); });
        if (other != b.cend())
            return *other == identity;
    }
    return false;
}

void SlowJudge::add(double latencyMs)
{
    if (latencyMs < 0)
        return;
    m_late = latencyMs > m_limitMs ? m_late + 1 : 0;
    m_early = latencyMs < m_limitMs * 0.8 ? m_early + 1 : 0;
    if (m_late >= 2)
        m_slow = true;
    else if (m_early >= 3)
        m_slow = false;
}

} // namespace graticule
