// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/entitytable/entityfield.h"

namespace graticule {

/// What a page says of its kind of entity: whole sentences, since languages bend words. A value.
struct EntityWords
{
    QString page;        ///< id: "services"; begins the names of objects and actions
    QString icon;        ///< lucide name
    QString title;       ///< "Services"
    QString filterHint;  ///< in the field for words
    QString filterName;  ///< of that field, for assistive tools
    QString noneMatches; ///< "No service matches"
    QString noneKnown;
    QString noneCurrent;
    QString openCurrent;
    QString tickCurrent;
    QString chosen;     ///< name of the bar of chosen ones
    QString gone;       ///< "This service is gone"
    QString gathering;  ///< said while the drawer fills
    QString placesHead; ///< over the drawer's table
    QString noPlaces;

    static EntityWords of(EntityKind kind);
    /// "12 services are hidden by the filters."
    static QString hidden(EntityKind kind, int count);
    static QString copied(EntityKind kind, int count);
    static QString written(EntityKind kind, int count, const QString &path);
    static QString exportTitle(EntityKind kind, int count);
};

} // namespace graticule
