// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/fakeengine.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

namespace graticule::testing {
namespace {

QByteArray withoutVersion(const QByteArray &path)
{
    static const QRegularExpression version(QStringLiteral("^/v1\\.\\d+"));
    return QString::fromUtf8(path).remove(version).toUtf8();
}

QByteArray quoted(const QByteArray &text)
{
    return '"' + text + '"';
}

} // namespace

FakeEngine::FakeEngine()
{
    m_server.listenUnix(m_directory.filePath(QStringLiteral("docker.sock")));
    play();
}

FakeEngine::FakeEngine(const QSslConfiguration &tls)
{
    m_server.listenTls(tls);
    play();
}

void FakeEngine::play()
{
    m_server.setScript([this](const QByteArray &, const QByteArray &path) { return answer(withoutVersion(path)); });
}

QStringList FakeEngine::asked(const char *part) const
{
    QStringList found;
    for (const QString &request : m_server.asked()) {
        const QByteArray path = withoutVersion(request.section(QLatin1Char(' '), 1).toUtf8());
        if (path.contains(part))
            found.append(QString::fromUtf8(path));
    }
    return found;
}

void FakeEngine::say(const QByteArray &type, const QByteArray &action, const QByteArray &actor, qint64 timeNano)
{
    m_server.say("{\"Type\":" + quoted(type) + ",\"Action\":" + quoted(action) + ",\"Actor\":{\"ID\":" + quoted(actor) +
                 "},\"timeNano\":" + QByteArray::number(timeNano) + "}\n");
}

Answer FakeEngine::answer(const QByteArray &fullPath)
{
    const QByteArray path = fullPath.split('?').first();
    if (const auto other = instead.constFind(path); other != instead.cend())
        return *other;
    if (path == "/_ping") {
        const QDateTime now = QDateTime::currentDateTimeUtc().addSecs(clockAhead);
        const QByteArray date = QLocale::c().toString(now, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'")).toUtf8();
        return Answer::of(
            200, "OK", "Api-Version: " + apiVersion + "\r\nServer: Docker/20.10.24 (linux)\r\nDate: " + date + "\r\n");
    }
    if (path == "/info")
        return Answer::json(info());
    if (path == "/events")
        return Answer::stream();
    if (path == "/containers/json")
        return Answer::json(listing());
    if (path == "/volumes") {
        QByteArrayList list;
        for (const QByteArray &name : std::as_const(volumes))
            list.append("{\"Name\":" + quoted(name) + "}");
        return Answer::json("{\"Volumes\":[" + list.join(',') + "]}");
    }
    const QList<QByteArray> parts = path.split('/'); // "", "containers", "id-NAME", "json"
    const QByteArray name = parts.value(2).mid(3);
    if (parts.value(1) == "containers" && parts.value(3) == "json" && containers.contains(name))
        return Answer::json(inspection(name));
    if (parts.value(1) == "volumes" && volumes.contains(parts.value(2)))
        return Answer::json("{\"Name\":" + quoted(parts.value(2)) + "}");
    return Answer::of(404, "{\"message\":\"No such object\"}");
}

QByteArray FakeEngine::info() const
{
    const QByteArray now = QDateTime::currentDateTimeUtc().addSecs(clockAhead).toString(Qt::ISODateWithMs).toUtf8();
    return "{\"ID\":" + quoted(id) +
           ",\"Name\":\"dub\",\"ServerVersion\":\"20.10.24\",\"OperatingSystem\":\"Debian\"," +
           "\"Architecture\":\"x86_64\",\"NCPU\":2,\"MemTotal\":1000,\"Labels\":[],\"SystemTime\":" + quoted(now) + "}";
}

QByteArray FakeEngine::listing() const
{
    QByteArrayList list;
    for (auto it = containers.cbegin(); it != containers.cend(); ++it) {
        list.append("{\"Id\":" + quoted("id-" + it.key()) + ",\"Names\":[" + quoted('/' + it.key()) +
                    "],\"Image\":\"image:1\"," + "\"Created\":1795000000,\"State\":" + quoted(it->state) +
                    ",\"Status\":" + quoted(it->status) + ",\"Labels\":{" + it->labels + "}}");
    }
    return '[' + list.join(',') + ']';
}

QByteArray FakeEngine::inspection(const QByteArray &name) const
{
    const Container c = containers.value(name);
    QByteArray health;
    for (const char *word : {"healthy", "unhealthy"}) {
        if (c.status.endsWith(QByteArray("(") + word + ')'))
            health = ",\"Health\":{\"Status\":" + quoted(word) + ",\"FailingStreak\":0}";
    }
    return "{\"Id\":" + quoted("id-" + name) + ",\"Name\":" + quoted('/' + name) +
           ",\"Created\":\"2026-11-18T11:06:40Z\"," + "\"RestartCount\":" + QByteArray::number(c.restarts) +
           ",\"State\":{\"Status\":" + quoted(c.state) + ",\"ExitCode\":" + QByteArray::number(c.exitCode) +
           ",\"StartedAt\":\"2026-11-18T11:06:41Z\"" + health + "}," +
           "\"HostConfig\":{\"RestartPolicy\":{\"Name\":" + quoted(c.policy) + "}}," +
           "\"Config\":{\"Image\":\"image:1\",\"Env\":[\"PASSWORD=hunter2\"],\"Labels\":{" + c.labels + "}}}";
}

} // namespace graticule::testing
