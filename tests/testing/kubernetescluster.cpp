// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/kubernetescluster.h"

#include "tests/testing/peerscript.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace graticule::testing {

namespace {

constexpr int kScriptMs = 120'000; // a server with much to read starts for half of that

QString scriptPath()
{
    return QStringLiteral("kubernetes/cluster");
}

} // namespace

KubernetesCluster::KubernetesCluster(Size size)
{
    QString state =
        qEnvironmentVariable("GRATICULE_KUBERNETES_STATE", QDir::tempPath() + QStringLiteral("/graticule-kubernetes"));
    if (size == Size::Large) {
        state += QStringLiteral("-scale");
        m_option.append(QStringLiteral("--scale"));
    }
    QFile file(state + QStringLiteral("/cluster.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        m_whyNot = QStringLiteral("no Kubernetes is running: tests/peers/kubernetes/cluster up starts one");
        return;
    }
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    m_url = root[u"url"].toString();
    m_version = root[u"version"].toString();
    m_nodes = root[u"nodes"].toInt();
    m_kubeconfigs = root[u"kubeconfigs"].toString();
    m_programs = root[u"bin"].toString();
}

QString KubernetesCluster::kubeconfig(const QString &name) const
{
    return m_kubeconfigs + QLatin1Char('/') + name + QStringLiteral(".kubeconfig");
}

bool KubernetesCluster::fault(const QString &what) const
{
    return PeerScript::run(scriptPath(), m_option + QStringList{QStringLiteral("fault"), what}, kScriptMs).succeeded;
}

QStringList KubernetesCluster::churnArguments(double perSecond, double seconds, const QStringList &kinds)
{
    QStringList arguments{QStringLiteral("churn"), QStringLiteral("--rate"), QString::number(perSecond),
                          QStringLiteral("--seconds"), QString::number(seconds)};
    if (!kinds.isEmpty())
        arguments += {QStringLiteral("--only"), kinds.join(QLatin1Char(','))};
    return arguments;
}

QByteArray KubernetesCluster::churn(double perSecond, double seconds, const QStringList &kinds) const
{
    return script(churnArguments(perSecond, seconds, kinds), kScriptMs + int(seconds * 1000));
}

void KubernetesCluster::startChurn(QProcess &process, double perSecond, double seconds, const QStringList &kinds) const
{
    PeerScript::start(process, scriptPath(), m_option + churnArguments(perSecond, seconds, kinds));
}

QByteArray KubernetesCluster::kubectl(const QString &kubeconfig, const QStringList &arguments) const
{
    return script(QStringList{QStringLiteral("kubectl"), kubeconfig} + arguments, kScriptMs);
}

QByteArray KubernetesCluster::requests(const QString &user) const
{
    return script({QStringLiteral("requests"), user}, kScriptMs);
}

void KubernetesCluster::mend() const
{
    fault(QStringLiteral("thaw"));
    fault(QStringLiteral("restart"));
}

QByteArray KubernetesCluster::script(const QStringList &arguments, int withinMs) const
{
    return PeerScript::run(scriptPath(), m_option + arguments, withinMs).output;
}

} // namespace graticule::testing
