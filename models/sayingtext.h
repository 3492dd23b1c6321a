// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"
#include "backend/domain/verdict.h"

#include <QString>

namespace graticule {

struct Saying;

/// What the keeper says, in the reader's language: by code and arguments (domain/saying.h), with numbers, lengths and
/// times as the screen shows them. What this build does not know, as of a newer keeper, and what the keeper quotes of a
/// platform, is shown in the keeper's words. Callable from any thread.
class SayingText
{
public:
    static QString of(const Reason &reason);
    static QString of(const Error &error);
    /// Of a text that may be a phrase() of the keeper, known by its English words: "restarted 3 times". Any other is as
    /// it stands.
    static QString ofPhrase(const QString &text);
    /// Of several in one text, joined by commas.
    static QString ofPhrases(const QString &text);

private:
    static QString said(const QString &code, const QStringList &arguments, const QString &otherwise);
    static QString shown(char kind, const QString &value);
};

} // namespace graticule
