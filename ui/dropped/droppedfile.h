// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/connectionconfig.h"

#include <QCoreApplication>

namespace graticule {

/// What one file or folder that was dropped on the window turned out to be, and what to say of it.
struct DroppedFile
{
    enum class Kind {
        Unknown,
        Connection,   ///< config says which
        Certificates, ///< a folder or file of PEMs: config has their paths
        Incident,     ///< a stretch of a keeper's time; not read any further here
    };

    QString path;
    Kind kind = Kind::Unknown;
    ConnectionConfig config;
    QString words; ///< for the person, translated; empty: nothing to tell

    /// Only names the file when it can be used.
    bool isConnection() const { return kind == Kind::Connection || kind == Kind::Certificates; }
};

/// Reads dropped files. Pure but for the disk: not in the GUI thread.
class DroppedFileReader
{
    Q_DECLARE_TR_FUNCTIONS(graticule::DroppedFileReader)

public:
    static constexpr qint64 kLargest = 256 * 1024; ///< bytes; more is not read

    static DroppedFile read(const QString &path);

private:
    static DroppedFile readFolder(const QString &path);
    static DroppedFile readYaml(const QString &path, const QByteArray &text);
    static DroppedFile readContext(const QString &path, const QByteArray &json);
    static DroppedFile unknown(const QString &path, const QString &words);
};

} // namespace graticule
