// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubelogin.h"

#include "backend/connectors/http/httperror.h"
#include "backend/domain/saying.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTimer>

namespace graticule {
namespace {

constexpr Milliseconds kLongest{60'000};
constexpr Milliseconds kRenewBefore{20'000};
constexpr Milliseconds kShortest{5000};
constexpr Milliseconds kAgain{30'000}; // what a person has to mend
constexpr qsizetype kMostSaid = 256 << 10;
constexpr qsizetype kMostComplaint = 4000;

/// What KUBERNETES_EXEC_INFO says: that nobody is there to answer questions and, where wanted, of which cluster.
QByteArray execInfo(const KubeTarget &target)
{
    QJsonObject spec{{QStringLiteral("interactive"), false}};
    if (target.user.exec->wantsCluster) {
        QJsonObject cluster{{QStringLiteral("server"), target.cluster.server}};
        if (!target.cluster.authorities.isEmpty())
            cluster.insert(QStringLiteral("certificate-authority-data"),
                           QString::fromLatin1(target.cluster.authorities.toBase64()));
        if (!target.cluster.serverName.isEmpty())
            cluster.insert(QStringLiteral("tls-server-name"), target.cluster.serverName);
        if (target.cluster.insecure)
            cluster.insert(QStringLiteral("insecure-skip-tls-verify"), true);
        spec.insert(QStringLiteral("cluster"), cluster);
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("apiVersion"), target.user.exec->apiVersion},
                                     {QStringLiteral("kind"), QStringLiteral("ExecCredential")},
                                     {QStringLiteral("spec"), spec}})
        .toJson(QJsonDocument::Compact);
}

} // namespace

KubeLogin::~KubeLogin()
{
    stop();
}

bool KubeLogin::isGood() const
{
    return m_credential && (m_credential->expiry == kNever || m_credential->expiry > m_clock.now() + kShortest);
}

void KubeLogin::login(const KubeTarget &target)
{
    stop();
    if (m_target.user.exec != target.user.exec || m_target.cluster.server != target.cluster.server)
        forget();
    m_target = target;
    if (!isGood()) {
        run();
        return;
    }
    QTimer::singleShot(0, this, [this, turn = m_turn] {
        if (turn == m_turn)
            Q_EMIT done();
    });
    renewLater();
}

void KubeLogin::stop()
{
    ++m_turn;
    if (!m_process)
        return;
    m_process->disconnect(this);
    if (m_process->state() == QProcess::NotRunning) {
        m_process->deleteLater();
    } else { // waiting for its end would stop the thread
        m_process->setParent(nullptr);
        connect(m_process, &QProcess::stateChanged, m_process, [process = m_process](QProcess::ProcessState state) {
            if (state == QProcess::NotRunning)
                process->deleteLater();
        });
        m_process->kill();
    }
    m_process = nullptr;
}

void KubeLogin::run()
{
    m_said.clear();
    m_complaint.clear();
    m_process = new QProcess(this);
    m_process->setStandardInputFile(QProcess::nullDevice());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const KubeExec &exec = *m_target.user.exec;
    for (auto it = exec.environment.cbegin(); it != exec.environment.cend(); ++it)
        environment.insert(it.key(), it.value());
    environment.insert(QStringLiteral("KUBERNETES_EXEC_INFO"), QString::fromUtf8(execInfo(m_target)));
    m_process->setProcessEnvironment(environment);
    connect(m_process, &QProcess::readyReadStandardOutput, this, [this] {
        m_said += m_process->readAllStandardOutput();
        if (m_said.size() > kMostSaid)
            fail(QStringLiteral("it prints more than 256 kB"));
    });
    connect(m_process, &QProcess::readyReadStandardError, this,
            [this] { m_complaint = (m_complaint + m_process->readAllStandardError()).right(kMostComplaint); });
    connect(m_process, &QProcess::finished, this, &KubeLogin::finished);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        const QString hint = plainText(m_target.user.exec->installHint.toUtf8());
        const QString why = m_process->errorString();
        fail(hint.isEmpty() ? why : why + QStringLiteral("; ") + hint);
    });
    m_clock.after(kLongest, m_process, [this] { fail(QStringLiteral("it has not ended after a minute")); });
    m_process->start(exec.command, exec.arguments);
}

void KubeLogin::finished()
{
    m_said += m_process->readAllStandardOutput();
    m_complaint = (m_complaint + m_process->readAllStandardError()).right(kMostComplaint);
    if (m_process->exitStatus() != QProcess::NormalExit) {
        fail(QStringLiteral("it crashed"));
        return;
    }
    if (m_process->exitCode() != 0) {
        fail(QStringLiteral("it ended with code %1").arg(m_process->exitCode()));
        return;
    }
    auto credential = parseKubeCredential(m_said, m_target.user.exec->apiVersion);
    if (!credential) {
        fail(credential.error().text);
        return;
    }
    stop();
    m_credential = std::move(credential).value();
    m_said.clear();
    renewLater();
    Q_EMIT done();
}

/// While requests go on with the old one, so that none of them ever has to wait.
void KubeLogin::renewLater()
{
    if (m_credential->expiry == kNever)
        return;
    const Milliseconds left = m_credential->expiry - m_clock.now();
    const Milliseconds wait = std::max(kShortest, std::min(left - kRenewBefore, Milliseconds(left.count() * 4 / 5)));
    m_clock.after(wait, this, [this, turn = m_turn] {
        if (turn == m_turn)
            run();
    });
}

void KubeLogin::fail(const QString &why)
{
    const QString said = plainText(m_complaint, 500);
    stop();
    forget();
    QStringList arguments{m_target.user.exec->command, why};
    if (!said.isEmpty())
        arguments.append(said);
    Q_EMIT failed(saidError(ErrorKind::Refused, Fault::NotAllowed, "kube.login-failed", arguments, kAgain));
}

} // namespace graticule
