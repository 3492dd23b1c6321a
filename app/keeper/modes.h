// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/instant.h"

#include <QString>

namespace graticule {

// What graticuled can be. Each returns the exit code: 0 orderly end, 1 failed (said on standard error), 3 the home is
// another keeper's.

struct PrivateModeOptions
{
    QString home; ///< empty: the standard one
    Milliseconds linger{30'000};
};
int runPrivate(const PrivateModeOptions &options);

struct LabModeOptions
{
    int sites = 120;
    quint64 seed = 1;
    QString directory;  ///< for the sockets
    bool child = false; ///< orders come through standard input, whose end is our end
};
int runLab(const LabModeOptions &options);

struct ReplayModeOptions
{
    QString file;       ///< an incident file
    QString socket;     ///< where it is served
    bool child = false; ///< we end with standard input
};
/// A keeper that reads a file, and does nothing else.
int runReplay(const ReplayModeOptions &options);

/// A keeper as @p configFile says.
int runTeam(const QString &configFile);

/// Prints every mistake of a keeper's configuration and of its connection files; of a home's when @p configFile is
/// empty. 1 when there is any.
int runCheck(const QString &configFile, const QString &home);

/// The verbs about who may reach a team's keeper; each prints what it did, or why not.
struct EnrolOptions
{
    QString configFile;
    QString name;
    QString role;
    int days = 0;      ///< 0: the usual
    QString file;      ///< where the enrolment goes; empty: NAME.enrolment here
    QString directory; ///< separate PEM files here instead, for programs that are no console
};
int runEnrol(const EnrolOptions &options);
/// Renews the keeper's certificate; with @p authority the authority, too.
int runRotate(const QString &configFile, bool authority);
int runRevoke(const QString &configFile, const QString &name);
/// Prints who is enrolled.
int runClients(const QString &configFile);

} // namespace graticule
