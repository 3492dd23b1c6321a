// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/verbs/verb.h"
#include "backend/control/incidentstream.h"

#include <QSaveFile>

namespace graticule {

class IncidentFile;
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
    void take(const IncidentPart &part);
    void giveUp(const Error &why);
    void finishExport();
    void show();
    void verify();
    void describe(const IncidentFile &file, const QString &knownAs);

    QString m_path;
    std::unique_ptr<QSaveFile> m_out; ///< gone when the export is over
    std::unique_ptr<Interrupt> m_interrupt;
    std::unique_ptr<IncidentStream> m_stream;
    QString m_step; ///< told last
    bool m_isComplete = false;
};

} // namespace graticule
