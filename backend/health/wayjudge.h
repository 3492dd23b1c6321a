// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/health/findings.h"
#include "backend/health/healthmemory.h"

#include <QSet>

namespace graticule {

/// What the ways to and from a site add to the findings on it: those that are cut, slow, or whose fault cannot be told.
/// Used once: judge() each bad link, then tellCuts().
class WayJudge
{
public:
    /// All outlive it.
    WayJudge(const Site &site, const HealthMemory &memory, Findings &findings)
        : m_site(site)
        , m_memory(memory)
        , m_findings(findings)
    {
    }

    void judge(const Link &link);
    /// Of what is measured: each pair once, however many links join it, and who else reaches this site.
    void tellCuts();

private:
    void tellUnclear();

    const Site &m_site;
    const HealthMemory &m_memory;
    Findings &m_findings;
    QSet<QString> m_cutFrom;
    QSet<QString> m_cutTo;
    QSet<QString> m_unclearFrom; ///< by what is measured alone it cannot be told whose fault that is
    QSet<QString> m_unclearTo;
    bool m_isUnclear = false;
};

} // namespace graticule
