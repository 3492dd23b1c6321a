// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/test.h"
#include "widgets/theme/systemlook.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QGuiApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QThreadPool>

using namespace graticule;

using Groups = QMap<QString, QVariantMap>;
Q_DECLARE_METATYPE(Groups)

namespace {

/// A desktop's settings portal, on a bus of its own.
class FakePortal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    Groups groups;

    bool open(const QDBusConnection &bus)
    {
        m_bus = bus;
        qDBusRegisterMetaType<Groups>();
        return m_bus.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), this,
                                    QDBusConnection::ExportAllSlots) &&
               m_bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop"));
    }

    void say(const char *group, const char *key, const QVariant &value)
    {
        QDBusMessage changed = QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/portal/desktop"),
                                                          QStringLiteral("org.freedesktop.portal.Settings"),
                                                          QStringLiteral("SettingChanged"));
        changed << QLatin1String(group) << QLatin1String(key) << QVariant::fromValue(QDBusVariant(value));
        m_bus.send(changed);
    }

public Q_SLOTS:
    Groups ReadAll(const QStringList &) { return groups; } // NOLINT(readability-identifier-naming): the portal's name

private:
    QDBusConnection m_bus{QString()};
};

QString text(const SystemLook &look)
{
    QString words = !look.isDark   ? QStringLiteral("?")
                    : *look.isDark ? QStringLiteral("dark")
                                   : QStringLiteral("light");
    if (look.isHighContrast)
        words += QStringLiteral(" contrast");
    if (look.isReducedMotion)
        words += QStringLiteral(" still");
    return words;
}

} // namespace

class TestSystemLook : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void withoutABusTheDesktopDoesNotSay()
    {
        const QByteArray before = qgetenv("DBUS_SESSION_BUS_ADDRESS");
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        SystemLookWatcher watcher;
        watcher.start();
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(watcher.look().isReducedMotion, false);
        QCOMPARE(watcher.look().isHighContrast, false);
        qputenv("DBUS_SESSION_BUS_ADDRESS", before);
    }

    void thePortalIsAskedAndFollowed()
    {
        const QString program = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
        if (program.isEmpty())
            QSKIP("there is no dbus-daemon");
        QProcess bus;
        bus.start(program,
                  {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        QTRY_VERIFY(bus.canReadLine() || bus.state() == QProcess::NotRunning);
        const QByteArray address = bus.readLine().trimmed();
        QVERIFY(!address.isEmpty());
        qputenv("DBUS_SESSION_BUS_ADDRESS", address);

        FakePortal portal;
        portal.groups[QStringLiteral("org.freedesktop.appearance")] = {{QStringLiteral("color-scheme"), 2u},
                                                                       {QStringLiteral("contrast"), 1u}};
        portal.groups[QStringLiteral("org.gnome.desktop.interface")] = {{QStringLiteral("enable-animations"), false}};
        QDBusConnection served = QDBusConnection::connectToBus(QString::fromUtf8(address), QStringLiteral("portal"));
        QVERIFY(portal.open(served));

        SystemLookWatcher watcher;
        QStringList seen;
        connect(&watcher, &SystemLookWatcher::changed, this, [&](const SystemLook &look) { seen << text(look); });
        watcher.start();
        QTRY_COMPARE(text(watcher.look()), QStringLiteral("light contrast still"));

        portal.say("org.freedesktop.appearance", "color-scheme", 1u);
        QTRY_COMPARE(text(watcher.look()), QStringLiteral("dark contrast still"));
        portal.say("org.gnome.desktop.interface", "enable-animations", true);
        portal.say("org.freedesktop.appearance", "contrast", 0u);
        QTRY_COMPARE(text(watcher.look()), QStringLiteral("dark"));
        // Nonsense is no answer.
        portal.say("org.freedesktop.appearance", "color-scheme", QStringLiteral("mauve"));
        QTRY_COMPARE(watcher.look().isDark.has_value(), false);

        QDBusConnection::disconnectFromBus(QStringLiteral("portal"));
        bus.terminate();
        QVERIFY(bus.waitForFinished());
    }
};

QTEST_MAIN(TestSystemLook)
#include "tst_systemlook.moc"
