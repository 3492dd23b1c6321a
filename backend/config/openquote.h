// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace graticule {

/// A quoted text of a YAML file that goes over more than one line. In files of settings that is mostly a quote that was
/// forgotten: the parser takes all up to the next one, or up to the end of the file, for the text.
struct LongQuote
{
    int begin = 0;         ///< line of the opening quote, from 1; 0: there is no such text
    int end = 0;           ///< of the closing one; of the end of the file when there is none
    bool isClosed = false; ///< there is a closing one
};

/// The first such text, one that is never closed before all others. Nothing for files with block texts ("|", ">"),
/// where quotes mean nothing.
LongQuote findLongQuote(const QByteArray &yaml);

} // namespace graticule
