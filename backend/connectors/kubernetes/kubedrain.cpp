// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubedrain.h"

#include "backend/connectors/http/poolparse.h"
#include "backend/connectors/kubernetes/kubecordon.h"
#include "backend/connectors/kubernetes/kubedrainfate.h"
#include "backend/connectors/kubernetes/kubeparser.h"
#include "backend/domain/saying.h"

#include <QJsonDocument>
#include <QUrl>

#include <algorithm>

namespace graticule {
namespace {

constexpr int kAtOnce = 5;
constexpr size_t kMostPods = 10'000; // no node has more than some hundred
constexpr Milliseconds kLook{1500};
constexpr Milliseconds kBlocked{5000}; // as kubectl
constexpr Milliseconds kBlockedMost{30'000};
constexpr Milliseconds kAgain{1000};

} // namespace

KubeDrain::KubeDrain(const Desk &desk, const Action &action, const KubeOrder &order, KubeGoal node, Progress progress)
    : KubeAct(desk, action, node.shown(), std::move(progress), order.limit)
    , m_how(order)
    , m_node(std::move(node))
{
}

void KubeDrain::start()
{
    setStoppable(true);
    tell(phrase("phrase.act-asking", {desk().context.config.name}));
    ask(desk().api.json("GET", "/api/v1"), QStringLiteral("tell how pods are evicted"), [this](const QByteArray &body) {
        const auto version = parseKubeEviction(body);
        if (!version || version->isEmpty()) {
            fail(version ? saidError(ErrorKind::Unsupported, Fault::Endpoint, "act.no-evictions",
                                     {desk().context.config.name}, std::nullopt)
                         : version.error());
            return;
        }
        m_version = *version;
        list(false, [this](const std::vector<KubeDrainPod> &pods) {
            const Error refusal = drainRefusal(name(), pods, m_how);
            refusal.text.isEmpty() ? cordon() : fail(refusal);
        });
    });
}

void KubeDrain::list(bool isShort, const Listed &done, const std::vector<KubeDrainPod> &before, const QString &next)
{
    ask(drainList(desk().api, m_node.name, next, isShort), QStringLiteral("list the pods of %1").arg(name()),
        [this, isShort, done, before](const QByteArray &body) {
            parseAside<KubeDrainPage>(body, &parseKubeDrainPods, this, [=, this](const Result<KubeDrainPage> &page) {
                if (isFinished())
                    return;
                if (!page) {
                    fail(page.error());
                    return;
                }
                std::vector<KubeDrainPod> pods = before;
                pods.insert(pods.end(), page->pods.begin(), page->pods.end());
                if (pods.size() > kMostPods) {
                    fail(saidError(ErrorKind::TooLarge, Fault::Endpoint, "act.too-many",
                                   {name(), QString::number(kMostPods)}, std::nullopt));
                    return;
                }
                page->next.isEmpty() ? done(pods) : list(isShort, done, pods, page->next);
            });
        });
}

void KubeDrain::cordon()
{
    if (m_isStopping) {
        endIfStopped();
        return;
    }
    m_isCordoning = true;
    change(
        m_node,
        [this](const KubeState &before) -> Result<QJsonObject> {
            // Stopped, nothing more is written; what was read tells whether it had been.
            return m_isStopping ? QJsonObject() : KubeCordon::patch(before, true);
        },
        [this](const KubeState &now) {
            m_isCordoning = false;
            m_isCordoned = now.isCordoned;
            m_cordoned = now;
            if (m_isStopping) {
                endIfStopped();
                return;
            }
            list(false, [this](const std::vector<KubeDrainPod> &pods) { // again: some may have come meanwhile
                take(pods, true);
                look();
            });
        });
}

void KubeDrain::take(const std::vector<KubeDrainPod> &pods, bool isWhole)
{
    QSet<QString> there;
    int staying = 0;
    for (const KubeDrainPod &pod : pods) {
        there.insert(pod.uid);
        if (const auto known = m_pods.find(pod.uid); known != m_pods.end()) {
            if (pod.isLeaving && known->item.state != ActionItemState::Working)
                set(*known, ActionItemState::Working, phrase("phrase.act-leaving"));
            continue;
        }
        if (!isWhole)
            continue;
        const KubeDrainFate fate = drainFate(pod, m_how);
        staying += fate.kind == KubeDrainFate::Kind::Stays;
        if (fate.kind == KubeDrainFate::Kind::Stays)
            continue;
        Pod &one = *m_pods.insert(
            pod.uid, {.pod = pod, .item = {pod.shown(), QStringLiteral("pod"), ActionItemState::Unknown, {}}});
        one.place = m_order.size();
        m_order.append(pod.uid);
        ++m_counts[size_t(ActionItemState::Unknown)];
        if (fate.kind == KubeDrainFate::Kind::Refused) // came after we had looked
            giveUp(one, fate.reason);
        else if (pod.isLeaving)
            set(one, ActionItemState::Working, phrase("phrase.act-leaving"));
        else
            set(one, ActionItemState::Waiting, fate.reason);
    }
    if (isWhole)
        m_staying = staying;
    for (Pod &pod : m_pods) {
        if (!there.contains(pod.pod.uid) && pod.item.state != ActionItemState::Done)
            set(pod, ActionItemState::Done, phrase("phrase.act-left"));
    }
    say();
}

/// What is there now, as the platform tells; the next ones are evicted. Until all have gone.
void KubeDrain::look()
{
    if (m_isStopping) {
        endIfStopped();
        return;
    }
    const int failed = count(ActionItemState::Failed);
    if (count(ActionItemState::Done) + failed < m_order.size()) {
        evictNext();
        later(kLook, [this] {
            whileOurs([this] {
                list(true, [this](const std::vector<KubeDrainPod> &pods) {
                    take(pods, false);
                    look();
                });
            });
        });
        return;
    }
    whileOurs([this, known = m_order.size()] {
        list(false, [this, known](const std::vector<KubeDrainPod> &pods) {
            take(pods, true);
            if (m_order.size() > known)
                look();
            else if (const int left = count(ActionItemState::Failed); left > 0)
                fail(saidError(ErrorKind::Conflict, Fault::Endpoint, "act.pods-remain",
                               QStringList{name(), QString::number(left), all()} + m_refusal, std::nullopt));
            else
                finish(phrase("phrase.act-drained", {name(), all(), QString::number(m_staying)}));
        });
    });
}

/// Goes on while the node is cordoned as we left it: who uncordons it means to end this, and what then comes to it is
/// not ours to evict.
void KubeDrain::whileOurs(const std::function<void()> &then)
{
    ask(desk().api.json("GET", m_node.path), QStringLiteral("tell of %1").arg(name()),
        [this, then](const QByteArray &body) {
            const auto now = parseKubeState(body);
            if (!now)
                fail(now.error());
            else if (now->uid != m_cordoned.uid)
                fail(saidError(ErrorKind::NotFound, Fault::Input, "act.replaced", {name()}, std::nullopt));
            else if (!now->isCordoned)
                fail(saidError(ErrorKind::Conflict, Fault::Input, "act.uncordoned", {name(), gone(), all()},
                               std::nullopt));
            else if (const Error error = newer(*now, m_cordoned.generation); !error.text.isEmpty())
                fail(error);
            else
                then();
        });
}

void KubeDrain::evictNext()
{
    for (const QString &uid : std::as_const(m_order)) {
        if (m_isStopping || m_asking >= kAtOnce)
            return;
        Pod &pod = m_pods[uid];
        const bool isDue = pod.item.state == ActionItemState::Waiting || pod.item.state == ActionItemState::Blocked;
        if (!isDue || pod.isAsked || steady() < pod.again)
            continue;
        ++m_asking;
        pod.isAsked = true;
        evict(uid);
    }
}

void KubeDrain::evict(const QString &uid)
{
    const KubeDrainPod &pod = m_pods[uid].pod;
    QJsonObject options{{QStringLiteral("preconditions"), QJsonObject{{QStringLiteral("uid"), uid}}}};
    if (m_how.grace >= 0)
        options.insert(QStringLiteral("gracePeriodSeconds"), m_how.grace);
    const QJsonObject eviction{{QStringLiteral("apiVersion"), m_version},
                               {QStringLiteral("kind"), QStringLiteral("Eviction")},
                               {QStringLiteral("metadata"), QJsonObject{{QStringLiteral("name"), pod.name},
                                                                        {QStringLiteral("namespace"), pod.space}}},
                               {QStringLiteral("deleteOptions"), options}};
    const QByteArray path = "/api/v1/namespaces/" + QUrl::toPercentEncoding(pod.space) + "/pods/" +
                            QUrl::toPercentEncoding(pod.name) + "/eviction";
    send(desk().api.json("POST", path, QJsonDocument(eviction).toJson(QJsonDocument::Compact)),
         [this, uid](HttpReply &reply) { evicted(uid, reply); });
}

void KubeDrain::evicted(const QString &uid, HttpReply &reply)
{
    Pod &pod = m_pods[uid];
    pod.isAsked = false;
    --m_asking;
    const auto error = desk().api.failure(reply, reply.body(), QStringLiteral("evict %1").arg(pod.pod.shown()));
    const bool isAnswer = !reply.error();
    const bool isAboutUs = isAnswer ? reply.status() == 401 : !kubePassing(reply); // and so about all pods
    if (!error) {
        set(pod, ActionItemState::Working, phrase("phrase.act-leaving"));
    } else if (isAboutUs) {
        set(pod, ActionItemState::Failed, error->text);
        say();
        fail(*error);
        return;
    } else if (!isAnswer || reply.status() == 404 || reply.status() == 409) {
        pod.again = steady() + kAgain; // gone, another one of its name, or perhaps done: the next list tells
    } else {
        refused(pod, reply, *error);
    }
    say();
    if (m_isStopping)
        endIfStopped();
    else
        evictNext();
}

/// For now: it is tried again. For good: it stays, and the others go on.
void KubeDrain::refused(Pod &pod, const HttpReply &reply, const Error &error)
{
    const KubeStatus status = parseKubeStatus(reply.body(), isKubeProtobuf(reply));
    const QString why = status.message.isEmpty() ? error.text : status.message;
    // A namespace that is being deleted takes no evictions, and removes its pods itself.
    const bool isEnding = reply.status() == 403 && why.contains(QLatin1String("being terminated"));
    if (!kubePassing(reply) && !isEnding) {
        giveUp(pod, why);
        return;
    }
    pod.pause = std::clamp(pod.pause * 3 / 2, kBlocked, kBlockedMost);
    pod.again = steady() + std::max(pod.pause, kubeRetryAfter(reply));
    set(pod, ActionItemState::Blocked, why);
}

void KubeDrain::giveUp(Pod &pod, const QString &why)
{
    if (m_refusal.isEmpty())
        m_refusal = {pod.pod.shown(), why};
    set(pod, ActionItemState::Failed, why);
}

bool KubeDrain::stop()
{
    m_isStopping = true;
    setStoppable(false);
    endIfStopped();
    return true;
}

/// What was asked of the server is waited for, so that what is said of it is right.
void KubeDrain::endIfStopped()
{
    if (isFinished() || m_asking > 0 || m_isCordoning)
        return;
    if (!m_isCordoned)
        fail(saidError(ErrorKind::Cancelled, Fault::Input, "act.stopped-early", {name()}, std::nullopt), true);
    else if (m_order.isEmpty())
        fail(saidError(ErrorKind::Cancelled, Fault::Input, "act.stopped-cordoned", {name()}, std::nullopt), true);
    else
        fail(saidError(ErrorKind::Cancelled, Fault::Input, "act.stopped", {name(), gone(), all()}, std::nullopt), true);
}

void KubeDrain::set(Pod &pod, ActionItemState state, const QString &text)
{
    if (pod.item.state == state && pod.item.text == text)
        return;
    --m_counts[size_t(pod.item.state)];
    ++m_counts[size_t(state)];
    pod.item.state = state;
    pod.item.text = text;
    pod.item.since = now();
    m_dirty.insert(pod.place);
}

void KubeDrain::say()
{
    QList<ActionItem> items;
    for (const qsizetype place : std::exchange(m_dirty, {}))
        items.append(m_pods[m_order[place]].item);
    const int done = count(ActionItemState::Done);
    if (!items.isEmpty())
        tell(phrase("phrase.act-pods-left", {QString::number(done), all()}), done, int(m_order.size()), items);
}

Error KubeDrain::lateness() const
{
    if (!m_isCordoned)
        return saidError(ErrorKind::TimedOut, Fault::Endpoint, "act.late", {name(), desk().context.config.name});
    return saidError(ErrorKind::TimedOut, Fault::Endpoint, "act.not-empty", {name(), gone(), all()}, std::nullopt);
}

} // namespace graticule
