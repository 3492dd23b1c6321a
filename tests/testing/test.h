// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

namespace graticule::testing {

/// Base of every test class: an unexpected warning fails the test function during which it was said.
///
/// A warning that a test provokes on purpose is announced with QTest::ignoreMessage. A subclass that needs its own
/// init() calls this one first.
class Test : public QObject
{
    Q_OBJECT

protected Q_SLOTS:
    void init();
};

} // namespace graticule::testing
