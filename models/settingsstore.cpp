// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settingsstore.h"

namespace graticule {

SettingsStore::SettingsStore(const Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
}

void SettingsStore::set(const Settings &settings)
{
    if (settings == m_settings)
        return;
    m_settings = settings;
    Q_EMIT changed(m_settings);
}

} // namespace graticule
