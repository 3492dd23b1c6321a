// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/kubernetes/kubecredential.h"
#include "backend/connectors/kubernetes/kubetarget.h"
#include "backend/domain/clock.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QProcess;
QT_END_NAMESPACE

namespace graticule {

/// Runs the log-in program of a kubeconfig and keeps what it gave until that expires, over sessions. Only programs that
/// KubeTarget has let through. Backend thread; never waits.
class KubeLogin : public QObject
{
    Q_OBJECT

public:
    /// @p clock outlives it.
    explicit KubeLogin(Clock &clock)
        : m_clock(clock)
    {
    }
    ~KubeLogin() override; ///< ends the program

    /// Signals done() or failed(), never at once; again later, well before it expires, it is run anew and signals so.
    void login(const KubeTarget &target);
    /// The server did not take it: the next login() runs the program.
    void forget() { m_credential.reset(); }
    void stop();
    const KubeCredential &credential() const { return *m_credential; }

Q_SIGNALS:
    void done();
    void failed(const graticule::Error &error);

private:
    void run();
    void finished();
    void fail(const QString &why);
    void renewLater();
    bool isGood() const;

    Clock &m_clock;
    KubeTarget m_target;
    std::optional<KubeCredential> m_credential;
    QProcess *m_process = nullptr; // a child
    QByteArray m_said;
    QByteArray m_complaint;
    int m_turn = 0; // only the latest plan counts
};

} // namespace graticule
