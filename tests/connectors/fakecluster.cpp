// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/fakecluster.h"

#include <QUrl>
#include <QUrlQuery>

namespace graticule::testing {

FakeCluster::FakeCluster()
{
    m_server.setScript([this](const QByteArray &, const QByteArray &path) { return answer(path); });
    m_server.listenTcp();
}

ConnectionConfig FakeCluster::config() const
{
    ConnectionConfig config;
    config.name = config.type = QStringLiteral("kubernetes");
    config.address = QStringLiteral("http://127.0.0.1:%1").arg(m_server.port());
    config.labels.insert(QStringLiteral("graticule.dev/site"), QStringLiteral("home"));
    config.origin = Origin::Real;
    return config;
}

QStringList FakeCluster::asked(const char *part) const
{
    return m_server.asked().filter(QLatin1String(part));
}

QByteArray FakeCluster::meta(const QByteArray &name, const QByteArray &more)
{
    return R"("metadata":{"name":")" + name + R"(","namespace":"shop","uid":"uid-)" + name +
           R"(","resourceVersion":"VERSION")" + (more.isEmpty() ? QByteArray() : ',' + more) + '}';
}

QByteArray FakeCluster::node(const QByteArray &name, const QByteArray &region, bool ready)
{
    return '{' + meta(name, R"("labels":{"graticule.dev/site":")" + region + R"("})") +
           R"(,"status":{"allocatable":{"cpu":"4","memory":"8Gi"},"conditions":[{"type":"Ready","status":")" +
           (ready ? "True" : "False") + R"("}]}})";
}

QByteArray FakeCluster::pod(const QByteArray &name, const QByteArray &node, bool ready)
{
    return '{' + meta(name) + R"(,"spec":{"nodeName":")" + node +
           R"(","containers":[{"name":"c","image":"web:1"}]},"status":{"phase":"Running","conditions":[{"type":"Ready",)"
           R"("status":")" +
           (ready ? "True" : "False") + R"("}],"containerStatuses":[{"name":"c","ready":)" +
           (ready ? "true" : "false") + R"(,"restartCount":0,"state":{"running":{}}}]}})";
}

QByteArray FakeCluster::tooOld()
{
    return R"({"type":"ERROR","object":{"kind":"Status","status":"Failure","message":"too old resource version",)"
           R"("reason":"Expired","code":410}})"
           "\n";
}

void FakeCluster::put(const QByteArray &kind, const QByteArray &name, const QByteArray &object)
{
    const bool isNew = !m_objects[kind].contains(name);
    m_objects[kind].insert(name, object);
    happen(kind, isNew ? "ADDED" : "MODIFIED", object);
}

void FakeCluster::remove(const QByteArray &kind, const QByteArray &name)
{
    happen(kind, "DELETED", m_objects[kind].take(name));
}

void FakeCluster::happen(const QByteArray &kind, const QByteArray &type, QByteArray object)
{
    object.replace("VERSION", QByteArray::number(++m_version));
    m_happened.append({m_version, kind, R"({"type":")" + type + R"(","object":)" + object + "}\n"});
    if (tellsWatches)
        say(kind, type, object);
}

void FakeCluster::say(const QByteArray &kind, const QByteArray &type, const QByteArray &object)
{
    m_server.say(R"({"type":")" + type + R"(","object":)" + object + "}\n", '/' + kind + "?watch");
}

Answer FakeCluster::watch(const QByteArray &kind, qint64 from) const
{
    if (from < m_oldest)
        return Answer::stream(tooOld());
    QByteArray lines;
    for (const Happened &happened : m_happened) {
        if (happened.kind == kind && happened.version > from)
            lines += happened.line;
    }
    return lines.isEmpty() ? Answer::stream() : Answer::stream(lines);
}

Answer FakeCluster::answer(const QByteArray &path)
{
    for (auto it = instead.cbegin(); it != instead.cend(); ++it) {
        if (path.contains(it.key()))
            return it.value();
    }
    const QUrl url = QUrl::fromEncoded(path);
    if (url.path() == u"/version")
        return Answer::json(R"({"gitVersion":"v1.30.0"})");
    if (url.path() == u"/livez")
        return Answer::of(200, "ok");
    const QUrlQuery query(url);
    const QByteArray kind = url.path().section(u'/', -1).toUtf8();
    if (query.hasQueryItem(QStringLiteral("watch")))
        return watch(kind, query.queryItemValue(QStringLiteral("resourceVersion")).toLongLong());
    if (!query.hasQueryItem(QStringLiteral("limit")))
        return Answer::of(404, "404 page not found\n");
    QByteArrayList items = m_objects.value(kind).values();
    for (QByteArray &item : items)
        item.replace("VERSION", QByteArray::number(m_version));
    return Answer::json(R"({"metadata":{"resourceVersion":")" + QByteArray::number(m_version) + R"("},"items":[)" +
                        items.join(',') + "]}");
}

} // namespace graticule::testing
