// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/samplemender.h"

#include "backend/telemetry/samplesalvage.h"

namespace graticule {

SampleMender::SampleMender(QString path)
    : m_path(std::move(path))
{
}

bool SampleMender::mend(Instant now)
{
    m_last = now;
    const SampleSalvage::Outcome outcome = SampleSalvage::salvage(m_path, toMs(now));
    m_damaged = std::max<qint64>(outcome.damaged, 1);
    if (outcome.isDone) {
        m_error = {};
        m_note = QStringLiteral("%1 was damaged: %2 rows are saved, %3 places are not; the damaged file is kept as %4.")
                     .arg(m_path)
                     .arg(outcome.rows)
                     .arg(outcome.damaged)
                     .arg(outcome.setAside);
        return true;
    }
    const QString left = outcome.setAside.isEmpty()
                             ? QStringLiteral("it is as it was, and will be tried again in an hour")
                             : QStringLiteral("the damaged file is %1 now").arg(outcome.setAside);
    m_note = QStringLiteral("%1 is damaged, and what is sound in it could not be saved (%2); %3.")
                 .arg(m_path, outcome.trouble, left);
    m_error = {ErrorKind::Malformed, Fault::Input, m_note, kPause};
    return false;
}

} // namespace graticule
