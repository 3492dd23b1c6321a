// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingseffects.h"

namespace graticule {

SettingsEffects::SettingsEffects(SettingsStore &settings, ThemeSwitch &themes, FleetStore &store, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_themes(themes)
    , m_store(store)
{
    const Theme &theme = themes.theme();
    Settings now = settings.settings();
    now.appearance = theme.isDark() ? Settings::Appearance::Dark : Settings::Appearance::Light;
    now.highContrast = theme.isHighContrast();
    now.density = Settings::Density(theme.density());
    settings.set(now);
    connect(&settings, &SettingsStore::changed, this, &SettingsEffects::apply);
}

void SettingsEffects::setSystemLook(const SystemLook &look)
{
    if (look == m_system)
        return;
    m_system = look;
    apply();
    Q_EMIT systemLookChanged();
}

bool SettingsEffects::isMotionReduced() const
{
    const Settings::Motion motion = m_settings.settings().motion;
    return motion == Settings::Motion::System ? m_system.isReducedMotion : motion == Settings::Motion::Reduced;
}

void SettingsEffects::apply()
{
    const Settings &settings = m_settings.settings();
    const bool follows = settings.appearance == Settings::Appearance::System;
    const bool isDark = follows ? m_system.isDark.value_or(true) : settings.appearance == Settings::Appearance::Dark;
    const bool isStrong = settings.highContrast || (follows && m_system.isHighContrast);
    m_themes.use(Theme::kindOf(isDark, isStrong), Theme::Density(settings.density));
    m_store.setUnits(settings.units);
    if (isMotionReduced() != m_wasReduced) {
        m_wasReduced = isMotionReduced();
        Q_EMIT motionChanged(m_wasReduced);
    }
}

} // namespace graticule
