// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/connector.h"
#include "backend/domain/connection.h"

namespace graticule {

/// What a failure makes of its connection. Pure; total over all kinds.
///
/// Unreachable: nothing answers, or it went away. Stale: it is there, but what it says cannot be used (silence,
/// garbage, too much). Refused: it, or we, will not go on without a person (certificate, token, version, bad settings).
ConnectionState connectionStateFor(const Error &error);

/// True for states in which the endpoint's facts are seen now.
bool isSeen(ConnectionState state);

/// Why @p connection is out of sight: its last error, which stands until it answers. Text empty: it is seen, or was not
/// asked since it was.
Error failureOf(const Connection &connection);

/// Lasting remarks that a beat gives rise to: its own, a clock more than 30 s off, a certificate that ends in less than
/// 14 days.
QStringList remarksOn(const Beat &beat, Instant now);

/// Whether two connections lead to one endpoint, by its Beat::identities through each: the first of a kind that both
/// know decides.
bool isSameEndpoint(const QStringList &a, const QStringList &b);

/// Whether answers are slow, with hysteresis: two late ones in a row make it slow, three in a row below four fifths of
/// the limit end it.
class SlowJudge
{
public:
    explicit SlowJudge(double limitMs)
        : m_limitMs(limitMs)
    {
    }

    /// Takes the latency of one more beat; < 0 (not measured) changes nothing.
    void add(double latencyMs);
    bool isSlow() const { return m_slow; }
    /// The next answer may well be late too.
    bool mayBeLate() const { return m_slow || m_late > 0; }
    double limitMs() const { return m_limitMs; }

private:
    double m_limitMs;
    int m_late = 0;
    int m_early = 0;
    bool m_slow = false;
};

} // namespace graticule
