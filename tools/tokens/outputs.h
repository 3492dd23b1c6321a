// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tools/tokens/tokenfile.h"

#include <QMap>

#include <functional>

namespace graticule {

/// The text of tokens.h: enum Colour, the tables of both themes, sizes, fonts, durations.
QByteArray headerText(const TokenFile &tokens);

/// Makes an icon (name, #colour, line width in its box of 24) and returns its resource path.
using IconMaker = std::function<QString(const QString &, const QString &, const QString &)>;

/// A QSS template with its {{token}}s filled in for one theme; {{icon:NAME:COLOUR:WIDTH}} becomes what `makeIcon`
/// returns, {{below:NUMBER:N}} a number less N (the style sheet counts a box without its border). Throws TokenError
/// naming the line.
QByteArray styleText(const QByteArray &source, const TokenFile &tokens, const TokenFile::Colours &theme,
                     const IconMaker &makeIcon);

/// A .qrc of `files` (alias -> path on disk), all under /graticule.
QByteArray resourceText(const QMap<QString, QString> &files);

} // namespace graticule
