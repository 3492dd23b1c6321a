// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/callerrole.h"
#include "backend/domain/error.h"

#include <QByteArray>

namespace graticule {

/// What `graticuled enrol` hands to one person or program: how to reach the keeper, whom to trust, and a certificate
/// with its key. One file, which is a secret.
struct Enrolment
{
    QString keeper;  ///< its name, for people
    QString address; ///< "host:port"
    QString name;    ///< whom the certificate names
    CallerRole role = CallerRole::None;
    Instant expires = kNever;
    QByteArray authorities; ///< PEM
    QByteArray certificate; ///< PEM
    QByteArray key;         ///< PEM

    QByteArray toFile() const;
    /// Malformed or Invalid, naming the field; never repeats what the file holds.
    static Result<Enrolment> fromFile(const QByteArray &bytes);
    /// Reads @p path (at most 256 kB).
    static Result<Enrolment> read(const QString &path);
};

} // namespace graticule
