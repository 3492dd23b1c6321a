// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleetstore.h"
#include "models/settingsstore.h"
#include "widgets/theme/systemlook.h"
#include "widgets/theme/themeswitch.h"

#include <QObject>

namespace graticule {

/// Makes settings true: dresses the application, tells how amounts are written, says whether things may move. What
/// takes effect only at the next start (scale, language) is the composition root's. GUI thread.
class SettingsEffects : public QObject
{
    Q_OBJECT

public:
    /// All outlive this. Nothing is applied yet: the settings begin as what @p themes shows.
    SettingsEffects(SettingsStore &settings, ThemeSwitch &themes, FleetStore &store, QObject *parent = nullptr);

    /// What the desktop says, for those settings that follow it.
    void setSystemLook(const SystemLook &look);
    const SystemLook &systemLook() const { return m_system; }
    bool isMotionReduced() const;

Q_SIGNALS:
    void motionChanged(bool isReduced);
    void systemLookChanged();

private:
    void apply();

    SettingsStore &m_settings;
    ThemeSwitch &m_themes;
    FleetStore &m_store;
    SystemLook m_system;
    bool m_wasReduced = false;
};

} // namespace graticule
