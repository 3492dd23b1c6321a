// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/systemlook.h"

#include <QCoreApplication>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMap>
#include <QPointer>
#include <QStyleHints>
#include <QThreadPool>
#include <QVariantMap>

namespace graticule {

namespace {

constexpr QLatin1String kService("org.freedesktop.portal.Desktop");
constexpr QLatin1String kPath("/org/freedesktop/portal/desktop");
constexpr QLatin1String kInterface("org.freedesktop.portal.Settings");
constexpr QLatin1String kAppearance("org.freedesktop.appearance");
constexpr QLatin1String kDesktop("org.gnome.desktop.interface");
constexpr QLatin1String kAccessibility("org.gnome.desktop.a11y.interface");

/// Empty when there is no session bus: asked for one without an address, libdbus would start its own.
QString sessionBus()
{
    const QString given = qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS");
    const QString usual = qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus");
    if (given.isEmpty() && QFileInfo::exists(usual))
        return QStringLiteral("unix:path=") + usual;
    return given;
}

/// Portals of some ages wrap a value twice.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

SystemLookWatcher::SystemLookWatcher(QObject *parent)
    : QObject(parent)
{
}

SystemLookWatcher::~SystemLookWatcher()
{
    if (!m_bus.isEmpty())
        QDBusConnection::disconnectFromBus(m_bus);
}

void SystemLookWatcher::start()
{
    followQt();
    const QString address = sessionBus();
    if (!m_bus.isEmpty() || address.isEmpty())
        return;
    m_bus = QStringLiteral("graticule-look-%1").arg(quintptr(this), 0, 16);
    // Connecting waits for the bus, so a worker does it. The way back is looked at in the GUI thread only.
    QThreadPool::globalInstance()->start([address, name = m_bus, self = QPointer(this)] {
        if (!QDBusConnection::connectToBus(address, name).isConnected())
            return;
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, name] {
                if (self)
                    self->listen();
                else
                    QDBusConnection::disconnectFromBus(name);
            },
            Qt::QueuedConnection);
    });
}

void SystemLookWatcher::listen()
{
    QDBusConnection bus(m_bus);
    qRegisterMetaType<QDBusVariant>(); // or Qt does not know the slot's arguments, unless a message was made before
    // No service is named: to follow a service's owner, Qt would ask the bus for it and wait.
    bus.connect(QString(), kPath, kInterface, QStringLiteral("SettingChanged"), this,
                SLOT(settingChanged(QString, QString, QDBusVariant)));
    QDBusMessage ask = QDBusMessage::createMethodCall(kService, kPath, kInterface, QStringLiteral("ReadAll"));
    ask << QStringList{QString(kAppearance), QString(kDesktop), QString(kAccessibility)};
    auto *answer = new QDBusPendingCallWatcher(bus.asyncCall(ask), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        readAll(*answer);
        answer->deleteLater();
    });
}

void SystemLookWatcher::readAll(QDBusPendingCallWatcher &answer)
{
    const QDBusMessage reply = answer.reply();
    if (reply.type() != QDBusMessage::ReplyMessage || reply.signature() != QLatin1String("a{sa{sv}}"))
        return; // no portal, or one that has no settings: as if the desktop did not say
    const auto groups = qdbus_cast<QMap<QString, QVariantMap>>(reply.arguments().constFirst());
    for (auto group = groups.begin(); group != groups.end(); ++group) {
        for (auto it = group->begin(); it != group->end(); ++it)
            settingChanged(group.key(), it.key(), QDBusVariant(*it));
    }
}

void SystemLookWatcher::settingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    const QVariant said = unwrapped(value.variant());
    if (group == kAppearance && key == QLatin1String("color-scheme")) {
        const uint scheme = said.toUInt(); // 0: no preference
        m_portalDark = scheme == 1 || scheme == 2 ? std::optional(scheme == 1) : std::nullopt;
    } else if (group == kAppearance && key == QLatin1String("contrast")) {
        m_contrast = said.toUInt() == 1;
    } else if (group == kAppearance && key == QLatin1String("reduced-motion")) {
        m_reducedMotion = said.toUInt() == 1;
    } else if (group == kDesktop && key == QLatin1String("enable-animations")) {
        m_animationsEnabled = said.toBool();
    } else if (group == kAccessibility && key == QLatin1String("high-contrast")) {
        m_desktopContrast = said.toBool();
    }
    publish();
}

void SystemLookWatcher::followQt()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const auto take = [this](Qt::ColorScheme scheme) {
        m_qtDark = scheme == Qt::ColorScheme::Unknown ? std::nullopt : std::optional(scheme == Qt::ColorScheme::Dark);
        publish();
    };
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, take);
    take(QGuiApplication::styleHints()->colorScheme());
#endif
}

void SystemLookWatcher::publish()
{
    const SystemLook look{m_portalDark ? m_portalDark : m_qtDark, m_contrast || m_desktopContrast,
                          m_reducedMotion || !m_animationsEnabled};
    if (look == m_look)
        return;
    m_look = look;
    Q_EMIT changed(m_look);
}

} // namespace graticule
