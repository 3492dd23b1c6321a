// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/instant.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace graticule {

/// What a start of the program wants of a window, its own or one that is open already. A value.
struct WindowRequest
{
    QString page;             ///< id of the page to show; empty: the one that is shown
    QStringList files;        ///< to be opened as if they were dropped on the window; absolute paths
    Instant at = kNever;      ///< moment of the past to show; kNever: what is shown stays
    Instant knownAt = kNever; ///< by what was known then; kNever: by all that is known
    QString token;            ///< by which the desktop lets the window come to the front

    /// One line, for the socket.
    QByteArray toLine() const;
    /// Nothing when the line is not one of ours.
    static std::optional<WindowRequest> fromLine(const QByteArray &line);
};

} // namespace graticule
