// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/authority/signingkey.h"
#include "backend/incident/incidentmanifest.h"

#include <functional>

namespace graticule {

/// Writes an incident file section by section; see incidentmanifest.h for its form. One thread.
class IncidentWriter
{
public:
    /// Takes what comes next; false: it cannot, and nothing more is written.
    using Out = std::function<bool(const QByteArray &bytes)>;

    explicit IncidentWriter(Out out);

    /// One section of at most incidentform::kMostSection bytes.
    bool add(incidentform::Kind kind, const QByteArray &bytes);
    /// @p manifest without sections and public key, which are filled in. Cancelled when the taker had enough.
    Result<Done> finish(IncidentManifest manifest, const SigningKey &key);

    /// Why nothing more is written for a taker that had enough.
    static Error ended();

    /// So far.
    qint64 bytes() const { return m_bytes; }

private:
    bool put(const QByteArray &bytes);

    Out m_out;
    QList<IncidentSection> m_sections;
    qint64 m_bytes = 0;
    bool m_isOver = false;
};

} // namespace graticule
