// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/entityid.h"

namespace graticule {

EntityId EntityId::of(const EntityId &connection, const char *kind, const QString &uid)
{
    return EntityId(QByteArray(connection.m_utf8 + '/' + kind + '/' + uid.toUtf8()));
}

EntityId EntityId::declared(const char *kind, const QString &label)
{
    return EntityId(QByteArray(QByteArray(kind) + ':' + label.toUtf8()));
}

QDebug operator<<(QDebug debug, const EntityId &id)
{
    return debug << id.utf8().constData();
}

} // namespace graticule
