// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubeact.h"

#include "backend/domain/saying.h"

#include <QJsonDocument>

namespace graticule {
namespace {

constexpr Milliseconds kAgain{1000};
constexpr Milliseconds kConflict{50};
constexpr qint64 kMostObject = 4 << 20;

} // namespace

std::optional<Milliseconds> kubePassing(const HttpReply &reply)
{
    if (const auto &error = reply.error()) {
        const bool passes = error->kind == ErrorKind::Unreachable || error->kind == ErrorKind::TimedOut ||
                            error->kind == ErrorKind::Disconnected;
        return passes ? std::optional(kAgain) : std::nullopt;
    }
    const int status = reply.status();
    if (status != 429 && (status < 500 || status == 501 || status == 505))
        return std::nullopt;
    return std::max(kAgain, kubeRetryAfter(reply));
}

KubeAct::KubeAct(const Desk &desk, Action action, QString name, Progress progress, Milliseconds limit)
    : m_desk(desk)
    , m_action(std::move(action))
    , m_name(std::move(name))
    , m_tell(std::move(progress))
    , m_limit(limit)
{
}

void KubeAct::begin()
{
    later(m_limit, [this] {
        fail(m_mayBeWritten ? saidError(ErrorKind::TimedOut, Fault::Endpoint, "act.late-unknown",
                                        {m_name, m_desk.context.config.name})
                            : lateness());
    });
    start();
}

void KubeAct::later(Milliseconds delay, std::function<void()> task)
{
    m_desk.context.clock.after(delay, this, [this, task = std::move(task)] {
        if (!isFinished())
            task();
    });
}

void KubeAct::send(const HttpRequest &request, const std::function<void(HttpReply &)> &done)
{
    LoadMeter &load = m_desk.context.load;
    if (!load.mayRequest()) {
        later(load.wait(), [this, request, done] { send(request, done); });
        return;
    }
    m_desk.api.send(request, this, [this, done](HttpReply &reply) {
        if (!isFinished())
            done(reply);
    });
}

void KubeAct::ask(const HttpRequest &request, const QString &what, const std::function<void(const QByteArray &)> &done)
{
    send(request, [this, request, what, done](HttpReply &reply) {
        const auto error = m_desk.api.failure(reply, reply.body(), what);
        if (!error)
            done(reply.body());
        else if (const auto wait = kubePassing(reply))
            later(*wait, [this, request, what, done] { ask(request, what, done); });
        else
            fail(*error);
    });
}

void KubeAct::change(const KubeGoal &goal, const Wanted &wanted, const Written &done, const QByteArray &part)
{
    read({goal, wanted, done, part});
}

void KubeAct::read(const Change &change)
{
    HttpRequest request = m_desk.api.json("GET", change.goal.path); // whole, also to write a part: the marks are here
    request.limits.body = kMostObject;
    ask(request, QStringLiteral("tell of %1").arg(m_name), [this, change](const QByteArray &body) {
        m_mayBeWritten = false; // this tells
        if (const auto state = parseKubeState(body))
            consider(change, *state);
        else
            fail(state.error());
    });
}

void KubeAct::consider(Change change, const KubeState &state)
{
    if (const Error error = hindrance(state, change); !error.text.isEmpty()) {
        fail(error);
        return;
    }
    if (!m_action.key.isEmpty() && state.act == m_action.key) { // by an earlier try
        change.done(state);
        return;
    }
    if (!change.generation)
        change.generation = state.generation;
    const auto patch = change.wanted(state);
    const bool isToBeMarked = token() && *token() > state.generation && change.part.isEmpty();
    if (!patch)
        fail(patch.error());
    else if (patch->isEmpty() && !isToBeMarked)
        change.done(state);
    else
        write(change, state, *patch);
}

std::optional<qint64> KubeAct::token() const
{
    bool isThere = false;
    const qint64 number = m_action.arguments.value(QStringLiteral("generation")).toLongLong(&isThere);
    return isThere ? std::optional(number) : std::nullopt;
}

Error KubeAct::newer(const KubeState &state, qint64 than) const
{
    if (state.generation <= than)
        return {};
    return saidError(ErrorKind::Conflict, Fault::Input, "act.newer",
                     {m_name, QString::number(state.generation), QString::number(than)}, std::nullopt);
}

Error KubeAct::hindrance(const KubeState &state, const Change &change) const
{
    if (!change.goal.uid.isEmpty() && change.goal.uid != state.uid)
        return saidError(ErrorKind::NotFound, Fault::Input, "act.replaced", {m_name}, std::nullopt);
    if (!m_action.key.isEmpty() && state.act == m_action.key)
        return {};
    return newer(state, token().value_or(change.generation.value_or(state.generation)));
}

void KubeAct::write(const Change &change, const KubeState &before, QJsonObject patch)
{
    QJsonObject meta = patch.value(QLatin1String("metadata")).toObject();
    if (change.part.isEmpty()) {
        QJsonObject notes = meta.value(QLatin1String("annotations")).toObject();
        notes.insert(QLatin1String(kGenerationAnnotation), QString::number(token().value_or(before.generation + 1)));
        notes.insert(QLatin1String(kActAnnotation), m_action.key);
        meta.insert(QLatin1String("annotations"), notes);
    }
    meta.insert(QLatin1String("resourceVersion"), before.version);
    patch.insert(QLatin1String("metadata"), meta);
    HttpRequest request =
        m_desk.api.json("PATCH", change.goal.path + change.part, QJsonDocument(patch).toJson(QJsonDocument::Compact));
    request.limits.body = kMostObject;
    m_mayBeWritten = true;
    send(request, [this, change](HttpReply &reply) {
        const bool isConflict = !reply.error() && reply.status() == 409;
        const auto wait = isConflict ? std::optional(kConflict) : kubePassing(reply);
        if (wait) { // it may have been written: that shows when it is read
            later(*wait, [this, change] { read(change); });
            return;
        }
        m_mayBeWritten = false;
        if (const auto error = m_desk.api.failure(reply, reply.body(), QStringLiteral("change %1").arg(m_name))) {
            fail(*error);
            return;
        }
        const auto after = parseKubeState(reply.body());
        after ? change.done(*after) : fail(after.error());
    });
}

void KubeAct::tell(const QString &text, int done, int of, const QList<ActionItem> &items)
{
    ActionProgress step{text, false, {}, done, of, items};
    step.stoppable = m_progress.stoppable;
    m_progress = step;
    m_tell(step);
}

void KubeAct::finish(const QString &text)
{
    m_progress = {text, true, {}, m_progress.of, m_progress.of};
    end();
}

void KubeAct::fail(const Error &error, bool stopped)
{
    if (isFinished())
        return;
    m_progress = {{}, true, error, m_progress.done, m_progress.of};
    m_progress.stopped = stopped;
    end();
}

void KubeAct::cut()
{
    Error error = lateness();
    error.kind = ErrorKind::Disconnected;
    fail(saidError(ErrorKind::Disconnected, Fault::Network, "act.cut", {m_desk.context.config.name, nested(error)}));
}

void KubeAct::end()
{
    deleteLater(); // we may be inside of one of its answers
    m_tell(m_progress);
}

} // namespace graticule
