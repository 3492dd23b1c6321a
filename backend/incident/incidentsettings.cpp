// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/incident/incidentsettings.h"

#include <algorithm>

namespace graticule {

QString withoutCredentials(const QString &address)
{
    const qsizetype scheme = address.indexOf(QLatin1String("://"));
    const qsizetype begin = scheme < 0 ? 0 : scheme + 3;
    QString rest = address.mid(begin);
    rest.truncate(std::min({rest.size(), rest.indexOf(u'?') < 0 ? rest.size() : rest.indexOf(u'?'),
                            rest.indexOf(u'#') < 0 ? rest.size() : rest.indexOf(u'#')}));
    const qsizetype path = rest.indexOf(u'/');
    const qsizetype at = QStringView(rest).left(path < 0 ? rest.size() : path).lastIndexOf(u'@');
    const QString user = at < 0 ? QString() : rest.left(at);
    // "ssh://name@host" says who, and no secret; what has a colon may be one.
    return address.left(begin) + (user.contains(u':') || scheme < 0 ? rest.mid(at + 1) : rest);
}

ConnectionConfig forIncident(const ConnectionConfig &config)
{
    ConnectionConfig told;
    told.id = config.id;
    told.name = config.name;
    told.type = config.type;
    told.address = withoutCredentials(config.address);
    told.origin = config.origin;
    return told;
}

} // namespace graticule
