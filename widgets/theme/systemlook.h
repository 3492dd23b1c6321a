// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusVariant>
#include <QObject>

#include <optional>

class QDBusPendingCallWatcher;

namespace graticule {

/// What the desktop was told by its person about looks.
struct SystemLook
{
    std::optional<bool> isDark; ///< nothing: the desktop does not say
    bool isHighContrast = false;
    bool isReducedMotion = false;

    friend bool operator==(const SystemLook &, const SystemLook &) = default;
};

/// Asks the desktop for its look and follows it: by the settings portal of XDG, and since Qt 6.5 by Qt. Where there is
/// neither, look() stays as it is at the start. Nothing waits; the first answer may come after the first paint. GUI
/// thread.
class SystemLookWatcher : public QObject
{
    Q_OBJECT

public:
    explicit SystemLookWatcher(QObject *parent = nullptr);
    ~SystemLookWatcher() override;

    /// Begins to listen; once.
    void start();
    const SystemLook &look() const { return m_look; }

Q_SIGNALS:
    void changed(const graticule::SystemLook &look);

private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void listen();
    void readAll(QDBusPendingCallWatcher &answer);
    void followQt();
    void publish();

    QString m_bus; ///< our name for the connection to the session bus
    std::optional<bool> m_portalDark;
    std::optional<bool> m_qtDark;
    bool m_contrast = false;         ///< as the portal says
    bool m_desktopContrast = false;  ///< as a desktop's own settings say
    bool m_reducedMotion = false;    ///< as the portal says
    bool m_animationsEnabled = true; ///< as a desktop's own settings say
    SystemLook m_look;
};

} // namespace graticule
