// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/test.h"

#include <QRegularExpression>

namespace graticule::testing {

void Test::init()
{
    // All warnings but those of the offscreen platform and of a bare machine, which no code of ours can avoid.
    QTest::failOnWarning(QRegularExpression(QStringLiteral(
        "^(?!This plugin does not support|QStandardPaths: XDG_RUNTIME_DIR not set|.*propagateSizeHints).*")));
}

} // namespace graticule::testing
