// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QObject>

class QApplication;

namespace graticule {

class ConsoleStyle;

/// Dresses the application in a theme and tells everybody when it changes.
///
/// One per application, made in main() before the first window and outliving all of them; widgets get it by reference
/// and read theme() when they paint. GUI thread.
class ThemeSwitch : public QObject
{
    Q_OBJECT

public:
    ThemeSwitch(QApplication &application, Theme::Kind kind, QObject *parent = nullptr);

    const Theme &theme() const { return m_theme; }
    /// Sets style sheet, palette and font at once; does nothing when this look is in use already.
    void use(Theme::Kind kind) { use(kind, m_theme.density()); }
    void use(Theme::Kind kind, Theme::Density density);
    /// From dark to light and back; the contrast stays.
    void toggle();

Q_SIGNALS:
    /// Once per change, after the application has been dressed.
    void themeChanged(const Theme &theme);

private:
    void dress();

    QApplication &m_application;
    ConsoleStyle *m_style = nullptr; // owned by the application
    Theme m_theme;
};

} // namespace graticule
