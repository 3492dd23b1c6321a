// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/instant.h"

#include <QObject>
#include <QProcess>
#include <QTemporaryDir>

namespace graticule {

/// The keeper that reads one incident file for one window, and goes with it: `graticuled --replay` on a socket that
/// only this user may use. Where it will be is known from the start, so that the window can be made for it. GUI
/// thread.
class ReplayProcess : public QObject
{
    Q_OBJECT

public:
    /// Whether the word on a command line, or a dropped file, is one.
    static bool isIncidentFile(const QString &path);

    explicit ReplayProcess(const QString &file);
    ~ReplayProcess() override;

    /// "unix:///...": for --keeper.
    QString address() const;
    /// Needs an application.
    void start();
    /// Ends it at once, whatever it is at: all that it unpacked goes with m_directory.
    void stop();

    /// What it said of the file once it had read it.
    struct Told
    {
        Instant until = kNever; ///< end of the span
        QString keeper;
        QString fingerprint;
        bool isWhole = false; ///< the signature holds
        QStringList missing;  ///< what is not in it, in its own words
    };

Q_SIGNALS:
    /// How far it has read the file, in hundredths.
    void reading(int percent);
    void ready(const graticule::ReplayProcess::Told &told);
    /// Before it was ready, or later; @p why is the keeper's last line.
    void failed(const QString &why);

private:
    void read();

    const QString m_file;
    QTemporaryDir m_directory; ///< 0700
    QProcess m_process;
};

} // namespace graticule
