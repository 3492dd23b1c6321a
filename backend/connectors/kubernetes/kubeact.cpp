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
    later(m_limit, [this] { fail(lateness()); });
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

void KubeAct::change(const QByteArray &path, const Wanted &wanted, const Written &done)
{
    change(path, wanted, done, std::nullopt);
}

void KubeAct::change(const QByteArray &path, const Wanted &wanted, const Written &done, const std::optional<Seen> &seen)
{
    HttpRequest request = m_desk.api.json("GET", path);
    request.limits.body = kMostObject;
    ask(request, QStringLiteral("tell of %1").arg(m_name), [this, path, wanted, done, seen](const QByteArray &body) {
        const auto state = parseKubeState(body);
        if (!state) {
            fail(state.error());
            return;
        }
        if (!m_action.key.isEmpty() && state->act == m_action.key) { // by an earlier try
            done(*state);
            return;
        }
        if (const Error error = hindrance(*state, seen); !error.text.isEmpty()) {
            fail(error);
            return;
        }
        const auto patch = wanted(*state);
        if (!patch)
            fail(patch.error());
        else if (patch->isEmpty())
            done(*state);
        else
            write(path, *state, *patch, wanted, done);
    });
}

Error KubeAct::hindrance(const KubeState &state, const std::optional<Seen> &seen) const
{
    if (seen && seen->uid != state.uid)
        return saidError(ErrorKind::NotFound, Fault::Input, "act.replaced", {m_name}, std::nullopt);
    bool isToken = false;
    const qint64 token = m_action.arguments.value(QStringLiteral("generation")).toLongLong(&isToken);
    const qint64 ours = isToken ? token : seen ? seen->generation : state.generation;
    if (state.generation <= ours)
        return {};
    return saidError(ErrorKind::Conflict, Fault::Input, "act.newer",
                     {m_name, QString::number(state.generation), QString::number(ours)}, std::nullopt);
}

void KubeAct::write(const QByteArray &path, const KubeState &before, QJsonObject patch, const Wanted &wanted,
                    const Written &done)
{
    const Seen seen{before.uid, before.generation};
    const QString token = m_action.arguments.value(QStringLiteral("generation"));
    QJsonObject meta = patch.value(QLatin1String("metadata")).toObject();
    QJsonObject notes = meta.value(QLatin1String("annotations")).toObject();
    notes.insert(QLatin1String(kGenerationAnnotation),
                 token.isEmpty() ? QString::number(before.generation + 1) : token);
    notes.insert(QLatin1String(kActAnnotation), m_action.key);
    meta.insert(QLatin1String("annotations"), notes);
    meta.insert(QLatin1String("resourceVersion"), before.version);
    patch.insert(QLatin1String("metadata"), meta);
    HttpRequest request = m_desk.api.json("PATCH", path, QJsonDocument(patch).toJson(QJsonDocument::Compact));
    request.limits.body = kMostObject;
    send(request, [this, path, wanted, done, seen](HttpReply &reply) {
        const bool isConflict = !reply.error() && reply.status() == 409;
        const auto wait = isConflict ? std::optional(kConflict) : kubePassing(reply);
        if (wait) { // it may have been written: that shows when it is read
            later(*wait, [this, path, wanted, done, seen] { change(path, wanted, done, seen); });
            return;
        }
        if (const auto error = m_desk.api.failure(reply, reply.body(), QStringLiteral("change %1").arg(m_name))) {
            fail(*error);
            return;
        }
        const auto after = parseKubeState(reply.body());
        after ? done(*after) : fail(after.error());
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
