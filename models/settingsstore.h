// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings.h"

#include <QObject>

namespace graticule {

/// The settings in use. One per window, which owns it; who acts on a setting listens to changed(). GUI thread.
class SettingsStore : public QObject
{
    Q_OBJECT

public:
    explicit SettingsStore(const Settings &settings = {}, QObject *parent = nullptr);

    const Settings &settings() const { return m_settings; }
    /// Does nothing when they are these already.
    void set(const Settings &settings);

Q_SIGNALS:
    void changed(const graticule::Settings &settings);

private:
    Settings m_settings;
};

} // namespace graticule
