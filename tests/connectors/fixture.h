// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace graticule::testing {

/// The bytes of tests/fixtures/@p name; a missing file ends the test.
QByteArray fixture(const char *name);

} // namespace graticule::testing
