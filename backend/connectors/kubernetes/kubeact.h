// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/kubernetes/kubeactparser.h"
#include "backend/connectors/kubernetes/kubeapi.h"
#include "backend/connectors/kubernetes/kubegoal.h"
#include "backend/domain/action.h"

#include <QJsonObject>
#include <QObject>

namespace graticule {

/// One act on a cluster, from its first request until what it asked for is read back. It asks the load meter before
/// each request, asks again while the server is busy or away for a moment, and ends by its time limit. Backend thread.
class KubeAct : public QObject
{
public:
    using Progress = std::function<void(const ActionProgress &)>;

    /// What it works with; all of it outlives it.
    struct Desk
    {
        KubeApi &api;
        const ConnectorContext &context;
    };

    /// @p name: of its target. @p limit: then it ends with what lateness() says.
    KubeAct(const Desk &desk, Action action, QString name, Progress progress, Milliseconds limit);

    /// Asks for something; @p progress hears the rest.
    void begin();
    /// Ends it cleanly as soon as that can be done. False: it is of one piece.
    virtual bool stop() { return false; }
    /// The session ends: what was asked last may or may not have been done.
    void cut();
    bool isFinished() const { return m_progress.finished; }
    const Action &action() const { return m_action; }
    /// As told last.
    const ActionProgress &progress() const { return m_progress; }

protected:
    virtual void start() = 0;
    /// Why it is not done by its time limit.
    virtual Error lateness() const = 0;

    const Desk &desk() const { return m_desk; }
    const QString &name() const { return m_name; }
    Instant now() const { return m_desk.context.clock.now(); }
    void later(Milliseconds delay, std::function<void()> task);
    /// One request, when the load meter lets it; whatever comes of it.
    void send(const HttpRequest &request, const std::function<void(HttpReply &)> &done);
    /// A request that changes nothing: its body, or the end. @p what completes "when asked to ...".
    void ask(const HttpRequest &request, const QString &what, const std::function<void(const QByteArray &)> &done);

    using Wanted = std::function<Result<QJsonObject>(const KubeState &before)>;
    using Written = std::function<void(const KubeState &after)>;
    /// Reads @p goal and writes what @p wanted says, a merge patch, in one request with our mark, under the version
    /// that was read. Read anew on conflict; ends when it is another object of the name, or a newer act wrote it
    /// meanwhile.
    ///
    /// An empty patch: nothing needs to be, and @p done gets what was read. Nothing is written then, unless the asker
    /// holds a lease (the argument "generation"): its number is noted in any case, since what an earlier holder asked
    /// for may still be on its way and must not undo what is already so. Without a lease acts have no order but that in
    /// which they come, and a mark would only be noise.
    ///
    /// @p part: of the object, which alone is written ("/scale"), for who may write nothing else of it. No mark can be
    /// left there, but those of others are read and hold.
    void change(const KubeGoal &goal, const Wanted &wanted, const Written &done, const QByteArray &part = {});
    /// Whether an act that is newer than @p than wrote the object that is @p state now; text empty: none.
    Error newer(const KubeState &state, qint64 than) const;
    /// What was written last may be done or not: no answer came.
    bool mayBeWritten() const { return m_mayBeWritten; }

    /// How far it is; @p items that changed.
    void tell(const QString &text, int done = 0, int of = 0, const QList<ActionItem> &items = {});
    void finish(const QString &text);
    /// @p stopped: by somebody.
    void fail(const Error &error, bool stopped = false);
    void setStoppable(bool can) { m_progress.stoppable = can; }

private:
    /// A change under way.
    struct Change
    {
        KubeGoal goal;
        Wanted wanted;
        Written done;
        QByteArray part;
        std::optional<qint64> generation = {}; ///< as first read
    };
    void read(const Change &change);
    void consider(Change change, const KubeState &state);
    void write(const Change &change, const KubeState &before, QJsonObject patch);
    /// Of the lease; none: it has none.
    std::optional<qint64> token() const;
    /// Why @p state must not be written by us; text empty: it may.
    Error hindrance(const KubeState &state, const Change &change) const;
    void end();

    const Desk m_desk;
    const Action m_action;
    const QString m_name;
    const Progress m_tell;
    const Milliseconds m_limit;
    ActionProgress m_progress;
    bool m_mayBeWritten = false;
};

/// A failure after which the same may be asked again: the way or the server, not what was asked. The wait until then;
/// none: it is final.
std::optional<Milliseconds> kubePassing(const HttpReply &reply);

} // namespace graticule
