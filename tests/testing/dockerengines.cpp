// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/dockerengines.h"

#include "tests/testing/peerscript.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace graticule::testing {

namespace {

PeerScript runScript(const QStringList &arguments)
{
    return PeerScript::run(QStringLiteral("docker"), arguments);
}

} // namespace

DockerEngines::DockerEngines()
{
    const QString state =
        qEnvironmentVariable("GRATICULE_DOCKER_STATE", QDir::tempPath() + QStringLiteral("/graticule-docker"));
    QFile file(state + QStringLiteral("/engines.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        m_whyNot = QStringLiteral("no Docker Engines are running: tests/peers/docker up starts them");
        return;
    }
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    m_config = root[u"config"].toString();
    m_tls = root[u"tls"].toString();
    const QJsonArray engines = root[u"engines"].toArray();
    for (const QJsonValue &value : engines) {
        m_engines.append({value[u"name"].toString(), value[u"region"].toString(), value[u"country"].toString(),
                          value[u"position"].toString(), value[u"socket"].toString(), value[u"address"].toString()});
    }
}

const DockerEngines::Engine &DockerEngines::engine(const QString &name) const
{
    for (const Engine &engine : m_engines) {
        if (engine.name == name)
            return engine;
    }
    qFatal("no Docker Engine has the name %s", qPrintable(name));
}

bool DockerEngines::fault(const QString &name, const QString &what) const
{
    return runScript({QStringLiteral("fault"), name, what}).succeeded;
}

QByteArray DockerEngines::client(const QString &name, const QStringList &arguments) const
{
    return runScript(QStringList{QStringLiteral("client"), name} + arguments).output;
}

void DockerEngines::mendAll() const
{
    for (const Engine &engine : m_engines) {
        fault(engine.name, QStringLiteral("thaw"));
        fault(engine.name, QStringLiteral("restart"));
        fault(engine.name, QStringLiteral("healthy"));
    }
}

} // namespace graticule::testing
