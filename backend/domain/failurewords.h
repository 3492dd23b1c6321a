// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"

namespace graticule {

// Failures as files and programs read them: lower case, English, never translated, stable over releases. What is not
// known, and a value or word that this build does not know, is "unknown".

QString wordOf(Fault fault);
QString wordOf(ErrorKind kind);
Fault faultFromWord(const QString &word);
ErrorKind errorKindFromWord(const QString &word);

} // namespace graticule
