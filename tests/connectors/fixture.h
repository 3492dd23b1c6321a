// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace graticule::testing {

/// The bytes of tests/fixtures/@p name, also when they lie there packed as NAME.zst; a missing file ends the test.
QByteArray fixture(const char *name);
QByteArray fixture(const QString &name);

/// tests/fixtures, for what walks through it.
QString fixtureFolder();

} // namespace graticule::testing
