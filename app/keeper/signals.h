// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace graticule {

/// The process's signals as Qt signals. At most one object. Main thread.
class Signals : public QObject
{
    Q_OBJECT

public:
    Signals();
    ~Signals() override;

Q_SIGNALS:
    void endAsked();       ///< SIGTERM, SIGINT
    void reloadAsked();    ///< SIGHUP
    void endIfIdleAsked(); ///< SIGUSR1

private:
    void read();

    QSocketNotifier m_notifier;
};

} // namespace graticule
