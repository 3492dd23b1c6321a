// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tools/tokens/tokenfile.h"

#include <QMap>

#include <functional>

namespace graticule {

/// The text of tokens.h: enum Colour, the tables of both themes, sizes, fonts, durations.
QByteArray headerText(const TokenFile &tokens);

/// A QSS template with its {{token}}s filled in for one theme. {{icon:NAME:COLOUR}} becomes the resource path of icon
/// NAME in that colour; `wantIcon(NAME, COLOUR)` is told of each. Throws TokenError naming the line.
QByteArray styleText(const QByteArray &source, const TokenFile &tokens, const TokenFile::Colours &theme,
                     const std::function<QString(const QString &, const QString &)> &wantIcon);

/// A .qrc of `files` (alias -> path on disk), all under /graticule.
QByteArray resourceText(const QMap<QString, QString> &files);

} // namespace graticule
