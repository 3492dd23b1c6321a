// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/incidentstream.h"
#include "backend/keeper/keeperhome.h"

#include <QObject>
#include <QSaveFile>

#include <optional>

namespace graticule {

/// One incident file that a keeper makes, written to disk: whole, readable by this user only, or not at all. The key
/// that signed it is one that the home knows from then on. Lives in one thread, which it has wait for the disk.
class IncidentSave : public QObject
{
    Q_OBJECT

public:
    IncidentSave(QString path, KeeperHome home, QObject *parent = nullptr);
    ~IncidentSave() override;

    /// Whether there can be such a file.
    Result<Done> open();
    /// Once, after open().
    void start(const std::shared_ptr<ControlChannel> &channel, const IncidentOrder &order);
    /// Ends it, and leaves no file; finished() says so.
    void cancel();
    const QString &path() const { return m_path; }

Q_SIGNALS:
    void progressed(int permille, const QString &step);
    /// Once; @p why without text: the file is there. Otherwise there is none.
    void finished(const graticule::Error &why);

private:
    void take(const IncidentPart &part);
    void end(const Error &why);
    Error commit();

    const QString m_path;
    const KeeperHome m_home;
    QSaveFile m_out;
    std::unique_ptr<IncidentStream> m_stream;
    bool m_isComplete = false;
    bool m_isOver = false;
};

} // namespace graticule
