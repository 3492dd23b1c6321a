// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <utility>

namespace graticule {

/// What the settings page has to know of the program around it: where settings are kept and what this run was started
/// with. The composition root fills it in.
struct SettingsPlace
{
    QString file;              ///< where the settings are kept; empty: nowhere
    QString complaint;         ///< what was wrong with that file at the start, and what was done about it
    int scaleInUse = 100;      ///< percent
    bool isScaleGiven = false; ///< by QT_SCALE_FACTOR in the environment, which wins
    QString languageInUse;     ///< as in Settings::language
    bool canRestart = false;   ///< the program can close and open itself again
    QList<std::pair<QString, QString>> languages; ///< code and own name of every translation, besides English
};

} // namespace graticule
