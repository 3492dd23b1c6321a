// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/verbs/verb.h"
#include "backend/control/incidentstream.h"

#include <QSaveFile>

namespace graticule {

class IncidentFile;
class IncidentSave;
class Interrupt;

/// `graticule incident ...`: takes a stretch of a keeper's time away as one signed file, and tells of such files.
class IncidentVerb : public Verb
{
    Q_OBJECT

public:
    explicit IncidentVerb(VerbContext context);
    ~IncidentVerb() override;

    static std::vector<VerbEntry> entries();

    void start() override;

private:
    void startExport();
    void endExport(const Error &why);
    void show();
    void verify();
    void describe(const IncidentFile &file, const QString &knownAs);

    std::unique_ptr<Interrupt> m_interrupt;
    std::unique_ptr<IncidentSave> m_save;
    QString m_step; ///< told last
    bool m_isOver = false;
};

} // namespace graticule
