// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/format.h"

#include <QString>
#include <QVariantMap>

namespace graticule {

/// What a person chose once for all pages: look, size, language, how amounts are written. A value; it knows neither
/// files nor widgets, and callable from any thread.
///
/// As a map of words it is written to a settings file. A word that this version does not know counts as the default and
/// is kept, so that an older version does not undo what a newer one wrote.
struct Settings
{
    enum class Appearance { Dark, Light, System };
    enum class Density { Dense, Comfortable };
    enum class Motion { System, Full, Reduced };
    enum class Start { Restore, Overview };

    Appearance appearance = Appearance::Dark;
    bool highContrast = false; ///< also when System says so and the appearance follows the system
    int scale = 100;           ///< percent, one of scales()
    Density density = Density::Dense;
    Motion motion = Motion::System;
    QString language; ///< "de"; empty: the system's, where there is a translation
    format::Units units;
    Start start = Start::Restore;

    QVariantMap notUnderstood; ///< by key, as read

    static QList<int> scales() { return {100, 112, 125, 150}; }

    static Settings fromMap(const QVariantMap &words);
    QVariantMap toMap() const;
    /// Every choice as it is at the first start; what was not understood is dropped.
    bool isDefault() const { return *this == Settings(); }

    friend bool operator==(const Settings &, const Settings &) = default;
};

} // namespace graticule
