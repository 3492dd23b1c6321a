// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/windowrequest.h"

#include <QLocalServer>

namespace graticule {

/// Where the one window of a home hears of later starts of the program. GUI thread; a caller who sends nothing, or too
/// much, is hung up on.
class WindowDoor : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 kLongestLine = 64 * 1024;

    explicit WindowDoor(QObject *parent = nullptr);

    /// Listens at @p path; call only while holding the claim, since a socket of the dead is removed. False: it cannot,
    /// and later starts are told that nobody answers.
    bool open(const QString &path);

Q_SIGNALS:
    /// Emitted before the caller is answered.
    void asked(const graticule::WindowRequest &request);

private:
    void receive();

    QLocalServer m_server;
};

} // namespace graticule
