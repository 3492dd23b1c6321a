// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubeeventwatch.h"

#include "backend/connectors/http/poolparse.h"

#include <QPointer>
#include <QUrl>

namespace graticule {
namespace {

constexpr int kMostPages = 4; // of 500: no more are kept
constexpr qsizetype kLongestEvent = 1 << 20;
constexpr qsizetype kMostWaiting = 2000;
constexpr Milliseconds kPace{200};
constexpr Milliseconds kAfterEnd{2000};
constexpr Milliseconds kAfterFailure{30'000};
constexpr Milliseconds kAfterRefusal{300'000};

} // namespace

KubeEventWatch::KubeEventWatch(KubeApi &api, const ConnectorContext &context, QString space)
    : m_api(api)
    , m_context(context)
    , m_space(std::move(space))
{
}

void KubeEventWatch::start()
{
    list();
}

void KubeEventWatch::close()
{
    m_over = true;
    m_watch.reset();
}

QByteArray KubeEventWatch::path() const
{
    QByteArray path = m_isNewGroup ? "/apis/events.k8s.io/v1" : "/api/v1";
    if (!m_space.isEmpty())
        path += "/namespaces/" + QUrl::toPercentEncoding(m_space);
    return path + "/events";
}

void KubeEventWatch::again(Milliseconds delay, void (KubeEventWatch::*what)())
{
    m_context.clock.after(delay, this, [this, what] {
        if (!m_over)
            (this->*what)();
    });
}

void KubeEventWatch::list()
{
    if (!m_context.load.mayRequest()) {
        again(m_context.load.wait(), &KubeEventWatch::list);
        return;
    }
    QByteArray query = "?limit=500";
    if (!m_next.isEmpty())
        query += "&continue=" + QUrl::toPercentEncoding(m_next);
    HttpRequest request = m_api.request(path() + query);
    request.headers.removeLast();
    request.headers.append({QByteArray("Accept"), QByteArray("application/json")});
    m_api.send(request, this, [this](HttpReply &reply) {
        if (!m_over)
            listCame(reply);
    });
}

void KubeEventWatch::listCame(HttpReply &reply)
{
    if (const auto error = m_api.failure(reply, reply.body(), QStringLiteral("list events"))) {
        m_next.clear();
        m_pages = 0;
        const bool isClosed = !reply.error() && (reply.status() == 403 || reply.status() == 404);
        if (isClosed && !std::exchange(m_isNewGroup, true)) {
            list();
            return;
        }
        m_isNewGroup = false;
        again(isClosed ? kAfterRefusal : kAfterFailure, &KubeEventWatch::list);
        if (isClosed)
            Q_EMIT refused(*error);
        return;
    }
    parseAside<KubeHappenings>(reply.body(), parseKubeHappenings, this, [this](const Result<KubeHappenings> &page) {
        if (m_over)
            return;
        if (!page) {
            again(kAfterFailure, &KubeEventWatch::list);
            return;
        }
        m_version = page->version;
        m_next = page->next;
        const QPointer<KubeEventWatch> guard(this);
        Q_EMIT happened(page->items);
        if (!guard || m_over)
            return;
        if (m_next.isEmpty() || ++m_pages >= kMostPages) {
            m_next.clear();
            m_pages = 0;
            watch();
        } else {
            list();
        }
    });
}

void KubeEventWatch::watch()
{
    if (!m_context.load.mayRequest()) {
        again(m_context.load.wait(), &KubeEventWatch::watch);
        return;
    }
    HttpRequest request = m_api.request(
        path() + "?watch=1&allowWatchBookmarks=true&resourceVersion=" + QUrl::toPercentEncoding(m_version));
    request.headers.removeLast();
    request.headers.append({QByteArray("Accept"), QByteArray("application/json")});
    request.stream = true;
    request.limits.whole = Milliseconds(0);
    request.limits.body = 0;
    m_lines = std::make_unique<LineSplitter>(kLongestEvent);
    m_hasExpired = false;
    m_watch = m_api.client().send(request);
    connect(m_watch.get(), &HttpReply::received, this, &KubeEventWatch::receive);
    connect(m_watch.get(), &HttpReply::finished, this, &KubeEventWatch::watchEnded);
}

void KubeEventWatch::receive(const QByteArray &bytes)
{
    using Type = KubeHappeningChange::Type;
    if (m_watch->status() != 200)
        return;
    const QList<QByteArray> lines = m_lines->add(bytes);
    for (const QByteArray &line : lines) {
        const auto change = parseKubeHappeningChange(line);
        if (!change)
            continue; // one event less; the session's own watches judge the server
        m_hasExpired = m_hasExpired || change->type == Type::Expired;
        if (!change->version.isEmpty() && change->type != Type::Error)
            m_version = change->version;
        if (change->type == Type::Told && qsizetype(m_waiting.size()) < kMostWaiting)
            m_waiting.push_back(change->event);
    }
    if (m_lines->overflowed()) {
        m_watch->disconnect(this);
        m_watch.release()->deleteLater(); // we are inside one of its signals
        again(kAfterFailure, &KubeEventWatch::list);
    }
    if (m_waiting.empty() || std::exchange(m_isTelling, true))
        return;
    again(kPace, &KubeEventWatch::tell);
}

void KubeEventWatch::tell()
{
    m_isTelling = false;
    Q_EMIT happened(std::exchange(m_waiting, {}));
}

void KubeEventWatch::watchEnded()
{
    const bool isGood = !m_watch->error() && m_watch->status() == 200 && !m_hasExpired;
    const bool isForgotten = m_hasExpired || m_watch->status() == 410;
    m_watch.release()->deleteLater();
    again(isGood || isForgotten ? kAfterEnd : kAfterFailure, isGood ? &KubeEventWatch::watch : &KubeEventWatch::list);
}

} // namespace graticule
