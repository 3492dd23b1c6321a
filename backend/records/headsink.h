// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"

#include <QByteArray>

namespace graticule {

/// Where signed heads of the record go, so that whoever rewrites the record would have to reach them, too. Used in one
/// thread at a time.
class HeadSink
{
public:
    virtual ~HeadSink() = default;
    /// For people: "/var/log/graticule/heads", "syslog".
    virtual QString name() const = 0;
    virtual Result<Done> put(const QByteArray &line) = 0;
};

/// Appends to a file, which is made with mode 0600.
class FileHeadSink : public HeadSink
{
public:
    explicit FileHeadSink(QString path)
        : m_path(std::move(path))
    {
    }
    QString name() const override { return m_path; }
    Result<Done> put(const QByteArray &line) override;

private:
    const QString m_path;
};

/// The machine's syslog, as facility authpriv; a daemon that forwards takes it to other machines.
class SyslogHeadSink : public HeadSink
{
public:
    /// @p socket: where that daemon listens.
    explicit SyslogHeadSink(QString socket = QStringLiteral("/dev/log"))
        : m_socket(std::move(socket))
    {
    }
    QString name() const override { return QStringLiteral("syslog"); }
    Result<Done> put(const QByteArray &line) override;

private:
    const QString m_socket;
};

} // namespace graticule
