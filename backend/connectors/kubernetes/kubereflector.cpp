// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubereflector.h"

#include "backend/connectors/kubernetes/kubeparser.h"
#include "backend/connectors/pooltask.h"
#include "backend/domain/saying.h"

#include <QPointer>
#include <QUrl>

namespace graticule {
namespace {

constexpr int kPage = 1000; // objects: some megabytes; a server counts all that are left for each page
constexpr int kMostParsing = 1;
constexpr qint64 kLargestPage = 64 << 20;
constexpr Milliseconds kAnswer{30'000};
constexpr qsizetype kLongestEvent = 4 << 20; // etcd keeps nothing larger than 1.5 MB
constexpr qsizetype kLongestRefusal = 64 << 10;
constexpr int kMostRepeats = 6;
constexpr int kMostExpired = 3;
constexpr Milliseconds kPause{1000};
constexpr Milliseconds kRefusedAgain{300'000};
constexpr int kWatchSeconds = 540;        // then it is asked anew; each kind at another moment
constexpr Milliseconds kSilence{150'000}; // a server sends a bookmark each minute
constexpr int kMostSilent = 2;            // watches in a row, then it is listed
constexpr Milliseconds kResumed{300};     // a version that is forgotten is refused in the stream, right after its head

bool isBusy(int status)
{
    return status == 429 || status == 503 || status == 504;
}

/// Of versions that are numbers, as those of every server today; others say nothing of their order.
bool isBefore(const QString &version, const QString &other)
{
    bool isNumber = false;
    bool isOther = false;
    const qulonglong mine = version.toULongLong(&isNumber);
    const qulonglong its = other.toULongLong(&isOther);
    return isNumber && isOther && mine < its;
}

} // namespace

KubeReflector::KubeReflector(KubeApi &api, const ConnectorContext &context, KubeKind kind, const QString &space)
    : m_api(api)
    , m_context(context)
    , m_kind(kind)
    , m_path(kubePath(kind, space))
{
}

QString KubeReflector::question(const char *verb) const
{
    return QLatin1String(verb) + QLatin1Char(' ') + kubePlural(m_kind);
}

void KubeReflector::list()
{
    if (m_over)
        return;
    ++m_turn;
    m_isWhole = m_isResuming = false;
    m_next.clear();
    m_isFirstPage = true;
    m_isLastPage = false;
    m_parsing = 0;
    askPage();
}

void KubeReflector::resume(const QString &version)
{
    m_version = version;
    m_isWhole = m_isResuming = true;
    watch();
}

void KubeReflector::askPage()
{
    if (m_over)
        return;
    if (!m_context.load.mayRequest()) {
        after(m_context.load.wait(), &KubeReflector::askPage);
        return;
    }
    QByteArray query = "?limit=" + QByteArray::number(kPage);
    if (m_kind == KubeKind::Pod) // those of finished jobs may be many
        query += "&fieldSelector=status.phase!%3DSucceeded";
    if (!m_next.isEmpty())
        query += "&continue=" + QUrl::toPercentEncoding(m_next);
    HttpRequest request = m_api.request(m_path + query);
    request.limits.answer = request.limits.whole = kAnswer;
    request.limits.body = kLargestPage;
    m_isAsking = true;
    m_api.send(request, this, [this, turn = m_turn](HttpReply &reply) {
        m_isAsking = false;
        if (!m_over && turn == m_turn)
            pageCame(reply);
    });
}

void KubeReflector::pageCame(HttpReply &reply)
{
    if (waitAndRepeat(reply, &KubeReflector::askPage))
        return;
    if (reply.status() == 410 && ++m_expired <= kMostExpired) { // too slow for it: from the beginning
        list();
        return;
    }
    if (const auto error = m_api.failure(reply, reply.body(), question("list"))) {
        if (!reply.error() && (reply.status() == 403 || reply.status() == 404)) {
            after(kRefusedAgain, &KubeReflector::list);
            Q_EMIT refused(*error);
        } else {
            fail(*error);
        }
        return;
    }
    const bool protobuf = isKubeProtobuf(reply);
    const auto head = parseKubeListHead(reply.body(), protobuf);
    if (!head) {
        fail(head.error());
        return;
    }
    m_version = head->version;
    m_next = head->next;
    m_isLastPage = m_next.isEmpty();
    const QPointer<KubeReflector> guard(this);
    if (std::exchange(m_isFirstPage, false))
        Q_EMIT listBegan();
    if (!guard || m_over)
        return;
    ++m_parsing;
    runInPool<Result<KubeList>>(
        this, [bytes = reply.body(), kind = m_kind, protobuf] { return parseKubeList(kind, bytes, protobuf); },
        [this, turn = m_turn](const Result<KubeList> &page) {
            if (!m_over && turn == m_turn)
                take(page);
        });
    goOn();
}

/// The next page is asked for while earlier ones are read, but only so many are kept.
void KubeReflector::goOn()
{
    if (!m_isLastPage && !m_isAsking && m_parsing <= kMostParsing)
        askPage();
}

void KubeReflector::take(const Result<KubeList> &page)
{
    --m_parsing;
    if (!page) {
        fail(page.error());
        return;
    }
    const QPointer<KubeReflector> guard(this);
    Q_EMIT listed(*page);
    if (!guard || m_over)
        return;
    goOn();
    if (!m_isLastPage || m_parsing > 0)
        return;
    m_repeats = m_expired = 0;
    m_isWhole = true;
    Q_EMIT listEnded();
    if (guard && !m_over)
        watch();
}

bool KubeReflector::waitAndRepeat(const HttpReply &reply, void (KubeReflector::*what)())
{
    if (reply.error() || !isBusy(reply.status()) || ++m_repeats > kMostRepeats)
        return false;
    const Milliseconds asked = kubeRetryAfter(reply);
    after(asked.count() > 0 ? asked : kPause * m_repeats, what);
    return true;
}

void KubeReflector::watch()
{
    if (m_over)
        return;
    m_frames = std::make_unique<KubeFrames>(kLongestEvent);
    m_lines = std::make_unique<LineSplitter>(kLongestEvent);
    m_refusal.clear();
    m_watchBegan = m_heardAt = m_context.clock.steady();
    ++m_watchNumber;
    QByteArray query = "?watch=1&allowWatchBookmarks=true&resourceVersion=" + QUrl::toPercentEncoding(m_version) +
                       "&timeoutSeconds=" + QByteArray::number(kWatchSeconds + 10 * int(m_kind));
    if (m_kind == KubeKind::Pod)
        query += "&fieldSelector=status.phase!%3DSucceeded";
    HttpRequest request = m_api.request(m_path + query);
    request.stream = true;
    request.limits.answer = kAnswer;
    request.limits.whole = Milliseconds(0);
    request.limits.body = 0;
    m_watch = m_api.client().send(request);
    connect(m_watch.get(), &HttpReply::answered, this, &KubeReflector::watchAnswered);
    connect(m_watch.get(), &HttpReply::received, this, &KubeReflector::receive);
    connect(m_watch.get(), &HttpReply::finished, this, &KubeReflector::watchEnded);
    if (m_hasBookmarks)
        listenOn();
}

/// Beats come by a connection of their own: they say nothing of this one.
void KubeReflector::listenOn()
{
    const Milliseconds left = m_heardAt + kSilence - m_context.clock.steady();
    m_context.clock.after(std::max(left, kPause), this, [this, number = m_watchNumber] {
        if (m_over || !m_watch || number != m_watchNumber)
            return;
        if (m_context.clock.steady() - m_heardAt < kSilence) {
            listenOn();
            return;
        }
        dropWatch();
        const QPointer<KubeReflector> guard(this);
        Q_EMIT interrupted();
        if (!guard || m_over)
            return;
        if (++m_silentWatches < kMostSilent) {
            watch();
        } else { // no failure: after a new start a server may have nothing to say of a quiet kind
            m_silentWatches = 0;
            list();
        }
    });
}

void KubeReflector::watchAnswered()
{
    if (m_isResuming && m_watch->status() == 200)
        after(kResumed, &KubeReflector::settleResume);
}

void KubeReflector::settleResume()
{
    if (m_watch && std::exchange(m_isResuming, false))
        Q_EMIT resumed();
}

void KubeReflector::receive(const QByteArray &bytes)
{
    if (m_watch->status() != 200) {
        m_refusal.append(bytes.left(kLongestRefusal - m_refusal.size()));
        return;
    }
    m_heardAt = m_context.clock.steady();
    m_silentWatches = 0;
    const QPointer<KubeReflector> guard(this);
    const bool protobuf = isKubeProtobuf(*m_watch);
    const QList<QByteArray> events = protobuf ? m_frames->add(bytes) : m_lines->add(bytes);
    const HttpReply *const stream = m_watch.get();
    for (const QByteArray &bytesOfEvent : events) {
        const auto event = parseKubeEvent(m_kind, bytesOfEvent, protobuf);
        if (!event) {
            fail(event.error());
            return;
        }
        take(*event);
        if (!guard || m_over || m_watch.get() != stream)
            return;
    }
    if (m_frames->overflowed() || m_lines->overflowed())
        fail(saidError(ErrorKind::TooLarge, Fault::Endpoint, "kube.event-too-large", {m_api.endpoint().shown}));
}

void KubeReflector::take(const KubeEvent &event)
{
    if (event.type == KubeEvent::Type::Error) {
        dropWatch();
        if (event.status.code == 410 || ++m_repeats > kMostRepeats)
            list();
        else
            after(kPause, &KubeReflector::watch);
        return;
    }
    // It was set back to an older state, out of a backup: what we know of is none of its past.
    if (event.type == KubeEvent::Type::Bookmark && isBefore(event.version, m_version)) {
        dropWatch();
        list();
        return;
    }
    if (!event.version.isEmpty())
        m_version = event.version;
    if (event.type == KubeEvent::Type::Bookmark && !std::exchange(m_hasBookmarks, true))
        listenOn();
    const QPointer<KubeReflector> guard(this);
    settleResume();
    if (!guard || m_over)
        return;
    if (event.type != KubeEvent::Type::Bookmark && event.type != KubeEvent::Type::Unknown)
        Q_EMIT happened(event);
}

void KubeReflector::watchEnded()
{
    const std::unique_ptr<HttpReply, void (*)(HttpReply *)> reply(m_watch.release(),
                                                                  [](HttpReply *r) { r->deleteLater(); });
    if (m_over)
        return;
    const bool wasStream = reply->status() == 200;
    const bool lasted = m_context.clock.steady() - m_watchBegan >= kPause;
    if (wasStream && lasted)
        m_repeats = 0;
    if (wasStream && reply->error()) {
        const QPointer<KubeReflector> guard(this);
        Q_EMIT interrupted();
        if (!guard || m_over)
            return;
    }
    if (waitAndRepeat(*reply, &KubeReflector::watch))
        return;
    if (!wasStream && !reply->error() && (reply->status() == 410 || m_isResuming)) {
        list(); // which says why, where it is refused
    } else if (wasStream && (lasted || ++m_repeats <= kMostRepeats)) {
        // Also when it was cut: whether the server has gone is for the beat to say, and for the next attempt.
        after(lasted ? Milliseconds(0) : kPause, &KubeReflector::watch);
    } else {
        const auto error = m_api.failure(*reply, m_refusal, question("watch"));
        fail(error ? *error
                   : saidError(ErrorKind::Disconnected, Fault::Endpoint, "kube.watch-ended", {m_api.endpoint().shown}));
    }
}

void KubeReflector::after(Milliseconds delay, void (KubeReflector::*what)())
{
    m_context.clock.after(delay, this, [this, what, turn = m_turn] {
        if (!m_over && turn == m_turn)
            (this->*what)();
    });
}

void KubeReflector::fail(const Error &error)
{
    if (m_over)
        return;
    close();
    Q_EMIT failed(error);
}

void KubeReflector::close()
{
    m_over = true;
    if (m_watch)
        dropWatch();
}

void KubeReflector::dropWatch()
{
    m_watch->disconnect(this);
    m_watch.release()->deleteLater(); // we may be inside one of its signals
}

} // namespace graticule
