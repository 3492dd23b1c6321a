// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"
#include "backend/incident/incidentmanifest.h"

#include <QFile>

#include <functional>
#include <memory>

namespace graticule {

/// An incident file that somebody sent: read whole, checked, and then told from. Believes nothing: every length is
/// bounded, nothing of it is a path or a command. Waits for the disk; one thread, not the GUI's.
class IncidentFile
{
public:
    /// Reads all of @p path once. Refused, naming file and section, when its form is broken; where the form holds but
    /// something was changed, damage() says what.
    static Result<std::unique_ptr<IncidentFile>> open(const QString &path);

    const QString &path() const { return m_path; }
    const IncidentManifest &manifest() const { return m_manifest; }
    /// The signature is of the key in it, and nothing was changed since.
    bool isWhole() const { return m_damage.isEmpty(); }
    /// What was changed since it was signed; sentences that name the section.
    const QStringList &damage() const { return m_damage; }
    QString fingerprint() const;
    qint64 bytes() const { return m_bytes; }

    /// @p told hears after each section that was read how much of all that is, in thousandths.
    void setProgress(std::function<void(int permille)> told) { m_progress = std::move(told); }
    /// Unpacks every section of @p kind, in their order. Refused, naming the section, by the first that cannot be
    /// unpacked, was changed since the file was opened, or is refused by @p take.
    Result<Done> read(incidentform::Kind kind, const std::function<Result<Done>(const QByteArray &bytes)> &take);

private:
    explicit IncidentFile(const QString &path);
    Result<Done> readAll();
    Error broken(const QString &what) const;
    Error broken(qsizetype section, const QString &what) const;
    void compare(const QByteArray &manifest, const QByteArray &signature);

    QString m_path;
    QFile m_file;
    qint64 m_bytes = 0;
    IncidentManifest m_manifest;
    QStringList m_damage;
    struct Found
    {
        IncidentSection section;
        qint64 at = 0; ///< of its header
    };
    QList<Found> m_found; ///< all before the manifest
    std::function<void(int permille)> m_progress;
    qint64 m_toRead = 0; ///< bytes of all of them, unpacked
    qint64 m_read = 0;
};

} // namespace graticule
