// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/layoutfile.h"

#include <QDebug>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSettings>

namespace graticule {
using namespace Qt::Literals::StringLiterals;
namespace {

constexpr qint64 kLargest = 1'000'000; ///< bytes; ours has a few hundred

/// "pages/overview/zoom" goes into the map "overview" of the map "pages".
void put(QVariantMap &map, const QStringList &path, const QVariant &value)
{
    if (path.size() == 1) {
        map.insert(path.first(), value);
        return;
    }
    QVariantMap group = map.value(path.first()).toMap();
    put(group, path.mid(1), value);
    map.insert(path.first(), group);
}

/// Lists whose items have parts are JSON in the file: QSettings itself would write bytes that nobody can read.
QString listWord()
{
    return u"json:"_s;
}

QString listText(const QVariantList &list)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromVariantList(list)).toJson(QJsonDocument::Compact));
}

QVariant understood(const QVariant &value)
{
    const QString text = value.typeId() == QMetaType::QString ? value.toString() : QString();
    if (!text.startsWith(listWord()))
        return value;
    return QJsonDocument::fromJson(QStringView(text).mid(listWord().size()).toUtf8()).array().toVariantList();
}

void write(QSettings &settings, const QString &prefix, const QVariantMap &map)
{
    for (auto it = map.cbegin(); it != map.cend(); ++it) {
        if (it->typeId() == QMetaType::QVariantMap)
            write(settings, prefix + it.key() + u'/', it->toMap());
        else if (it->typeId() == QMetaType::QVariantList)
            settings.setValue(prefix + it.key(), listWord() + listText(it->toList()));
        else
            settings.setValue(prefix + it.key(), *it);
    }
}

QString setAside(const QString &path)
{
    for (int number = 1; number < 100; ++number) {
        const QString aside = path + (number == 1 ? u".broken"_s : u".broken-%1"_s.arg(number));
        if (!QFileInfo::exists(aside))
            return QFile::rename(path, aside) ? aside : QString();
    }
    return {};
}

} // namespace

LayoutFile::LayoutFile(const KeeperHome &home)
    : m_path(home.configDirectory() + u"/console.ini"_s)
{
    m_writer.setMaxThreadCount(1);
}

LayoutFile::~LayoutFile()
{
    m_writer.waitForDone();
}

LayoutFile::Kept LayoutFile::read() const
{
    const QFileInfo file(m_path);
    if (!file.exists())
        return {};
    Kept kept;
    bool isBroken = !file.isFile() || file.size() > kLargest;
    if (!isBroken) {
        const QSettings settings(m_path, QSettings::IniFormat);
        const QStringList keys = settings.allKeys();
        for (const QString &key : keys)
            put(kept.layout, key.split(u'/', Qt::SkipEmptyParts), understood(settings.value(key)));
        if (settings.status() == QSettings::AccessError) {
            kept.complaint =
                u"%1 cannot be read, so the defaults are used. Check whom it belongs to and its mode."_s.arg(m_path);
            return kept;
        }
        isBroken = settings.status() == QSettings::FormatError;
    }
    if (isBroken) {
        const QString aside = setAside(m_path);
        kept.layout.clear();
        kept.complaint = aside.isEmpty()
                             ? u"%1 could not be understood, so the defaults are used."_s.arg(m_path)
                             : u"%1 could not be understood. It is now %2, and the defaults are used."_s.arg(
                                   m_path, QFileInfo(aside).fileName());
    }
    return kept;
}

Result<Done> LayoutFile::write(const QVariantMap &layout) const
{
    QSettings settings(m_path, QSettings::IniFormat); // writes a temporary file and renames it
    if (layout.contains(u"pages"_s))
        settings.remove(u"pages"_s); // what a page does not remember any more
    graticule::write(settings, {}, layout);
    settings.sync();
    if (settings.status() == QSettings::NoError)
        return Done();
    return Error{ErrorKind::Internal, Fault::Input, u"Cannot write %1; settings and layout are not kept."_s.arg(m_path),
                 std::nullopt};
}

void LayoutFile::writeSoon(const QVariantMap &layout)
{
    m_writer.start([this, layout] {
        if (const auto written = write(layout); !written)
            qInfo().noquote() << written.error().text;
    });
}

} // namespace graticule
