// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/test.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace graticule::testing {

namespace {

/// Tests read days and figures as English has them, whichever language the machine speaks.
void readEnglish()
{
    QLocale::setDefault(QLocale::c());
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(readEnglish)

void Test::init()
{
    // All warnings but those of the offscreen platform, of a bare machine, and of the model tester of Qt 6.8 where
    // there is no Qt Gui (it asks for a QPixmap, type 4097), which no code of ours can avoid.
    QTest::failOnWarning(
        QRegularExpression(QStringLiteral("^(?!This plugin does not support|QStandardPaths: XDG_RUNTIME_DIR not "
                                          "set|Trying to construct an instance of an "
                                          "invalid type, type id: 4097|.*propagateSizeHints).*")));
}

} // namespace graticule::testing
