// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/incidentsave.h"

#include "backend/incident/incidentfile.h"
#include "backend/keeper/incidentkeys.h"

#include <QTimer>

namespace graticule {
using namespace Qt::Literals::StringLiterals;

IncidentSave::IncidentSave(QString path, KeeperHome home, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_home(std::move(home))
    , m_out(m_path)
{
}

IncidentSave::~IncidentSave() = default;

Result<Done> IncidentSave::open()
{
    if (m_out.open(QIODevice::WriteOnly) && m_out.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return Done();
    m_isOver = true;
    return Error{ErrorKind::Internal, Fault::Input, u"%1 cannot be written: %2."_s.arg(m_path, m_out.errorString()),
                 std::nullopt};
}

void IncidentSave::start(const std::shared_ptr<ControlChannel> &channel, const IncidentOrder &order)
{
    m_stream = std::make_unique<IncidentStream>(
        channel, order, this, [this](const IncidentPart &part) { take(part); },
        [this](const Error &why) {
            if (m_isComplete)
                end(commit());
            else
                end(why.text.isEmpty() ? Error{ErrorKind::Disconnected, Fault::Endpoint,
                                               u"The keeper ended before the file was whole."_s, std::nullopt}
                                       : why);
        });
}

void IncidentSave::cancel()
{
    end({ErrorKind::Cancelled, Fault::Input, u"Ended before the file was whole."_s, std::nullopt});
}

void IncidentSave::take(const IncidentPart &part)
{
    if (m_isOver)
        return;
    if (m_out.write(part.data) != part.data.size()) {
        const Error why{ErrorKind::Internal, Fault::Ours,
                        u"%1 cannot be written: %2."_s.arg(m_path, m_out.errorString()), std::nullopt};
        QTimer::singleShot(0, this, [this, why] { end(why); }); // not from within the stream's own call
        return;
    }
    m_isComplete = m_isComplete || part.finished;
    Q_EMIT progressed(part.permille, part.step);
}

/// Error without text: it is there.
Error IncidentSave::commit()
{
    if (!m_out.commit())
        return {ErrorKind::Internal, Fault::Ours, u"%1 cannot be written: %2."_s.arg(m_path, m_out.errorString()),
                std::nullopt};
    const auto file = IncidentFile::open(m_path);
    if (!file)
        return file.error();
    const auto kept = IncidentKeys(m_home).remember((*file)->fingerprint(), (*file)->manifest().keeperName);
    return kept ? Error() : kept.error();
}

/// No half file: what was written is taken away.
void IncidentSave::end(const Error &why)
{
    if (std::exchange(m_isOver, true))
        return;
    if (m_out.isOpen()) {
        m_out.cancelWriting();
        m_out.commit();
    }
    m_stream.reset();
    Q_EMIT finished(why);
}

} // namespace graticule
