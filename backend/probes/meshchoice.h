// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace graticule {

/// Which of @p peers the keeper @p self measures in the turn @p turn, at most @p most of them: all when they are few.
/// Else half are its next neighbours on a ring of all keepers, so that the pairs measured always join all of them; the
/// others change with each turn, so that every pair has its turn. Keepers that know the same peers choose alike without
/// asking each other. In the order of @p peers. Pure.
QStringList meshChoice(const QString &self, const QStringList &peers, quint64 turn, int most);

} // namespace graticule
