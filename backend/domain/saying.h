// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"
#include "backend/domain/verdict.h"

#include <span>

namespace graticule {

/// One sentence that the keeper says often enough for consoles to know it in their reader's language. Reasons and
/// errors carry its code and arguments beside the English text; the console looks the sentence up by both
/// (models/sayingtext.h) and shows the text when it knows none, as of a newer keeper.
///
/// On the wire: a code with so many arguments means the same for ever. A sentence with more or other arguments is a new
/// row; nothing else has to be touched.
struct Saying
{
    const char *code;  ///< "net.no-route"
    const char *text;  ///< English, with %1 to %9; translated in the context "graticule::Saying"
    const char *kinds; ///< what each argument is, one ArgumentKind for each
};

/// How an argument is written on the wire and to be shown.
enum ArgumentKind : char {
    kText = 't',        ///< as it stands: a name, an address, a platform's own words
    kCount = 'n',       ///< a whole number
    kLength = 'l',      ///< a time span in ms, roughly
    kExactLength = 'w', ///< a time span in ms, with its second unit
    kDay = 'd',         ///< the UTC day of an instant in ms
    kClock = 'c',       ///< the UTC time of day of an instant in ms
    kPhrase = 'p',      ///< a phrase() of the keeper, or a platform's own words
    kMark = 'x',        ///< not shown: only tells two sentences of one code apart
    kNested = 's',      ///< another saying, as nested() writes it
};

/// All that this build knows (sayinglist.cpp).
std::span<const Saying> allSayings();
/// The one of that code with so many arguments; null: not known here.
const Saying *sayingOf(const QString &code, qsizetype arguments);

/// @p text with %1 to %9 replaced in one pass, so that a value may hold a "%2".
QString filled(const QString &text, const QStringList &values);
/// The English sentence. @p arguments must be as many as the saying has.
QString inEnglish(const Saying &saying, const QStringList &arguments);

/// A reason, or an error, in the words of the saying. A code of no saying gives its arguments, joined: a test finds it.
Reason saidReason(const char *code, const QStringList &arguments = {});
Error saidError(ErrorKind kind, Fault fault, const char *code, const QStringList &arguments,
                std::optional<Milliseconds> retryAfter = Milliseconds(0));

/// The saying as plain text, for fields that hold nothing else, as why a placement is not well. Its code begins with
/// "phrase."; the console knows it again by its words (SayingText::ofPhrase).
QString phrase(const char *code, const QStringList &arguments = {});

/// An instant or a length as an argument.
QString argument(Instant at);
QString argument(Milliseconds length);

/// An error's words as one argument of another saying, and back (only text, code and arguments are set).
QString nested(const Error &error);
Error fromNested(const QString &argument);

/// "850 ms", "95 s", "12 min".
QString lengthInEnglish(Milliseconds length);
/// "1 h 2 min", "47 s", "3 d 4 h": at most two units, for sentences.
QString inWords(Milliseconds duration);

} // namespace graticule
