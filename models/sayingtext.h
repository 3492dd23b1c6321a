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

private:
    static QString said(const QString &code, const QStringList &arguments, const QString &otherwise);
    static QString shown(char kind, const QString &value);
};

} // namespace graticule
