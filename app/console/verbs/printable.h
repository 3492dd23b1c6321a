// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace graticule {

/// @p text without what could steer a terminal or reorder a line: control and format characters become U+FFFD, line
/// breaks and tabs a space. Whatever an endpoint said goes through this before a person sees it.
QString printable(const QString &text);
/// The same of a text of several lines, which stay lines.
QString printableLines(const QString &text);

/// Columns of a terminal that @p text takes: none for combining marks, two for wide East Asian characters.
qsizetype columnsOf(const QString &text);

} // namespace graticule
