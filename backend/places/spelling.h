// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace graticule {

/// How many letters must be put in, taken out or changed to make @p a of @p b; @p most + 1 when it is more than that,
/// which is found out early. Pure.
int spellingDistance(QStringView a, QStringView b, int most);
/// So many may be wrong in a word of @p length letters that still is meant.
int forgivenLetters(qsizetype length);

} // namespace graticule
