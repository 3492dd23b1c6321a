// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/layoutfile.h"

#include <QSettings>

namespace graticule {

LayoutFile::LayoutFile(const KeeperHome &home)
    : m_path(home.configDirectory() + QStringLiteral("/console.ini"))
{
}

QVariantMap LayoutFile::read() const
{
    const QSettings settings(m_path, QSettings::IniFormat);
    QVariantMap layout;
    const QStringList keys = settings.allKeys();
    for (const QString &key : keys)
        layout.insert(key, settings.value(key));
    return layout;
}

void LayoutFile::write(const QVariantMap &layout) const
{
    QSettings settings(m_path, QSettings::IniFormat);
    for (auto it = layout.cbegin(); it != layout.cend(); ++it)
        settings.setValue(it.key(), it.value());
}

} // namespace graticule
