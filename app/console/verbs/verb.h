// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/verbs/arguments.h"
#include "app/console/verbs/keeperaccess.h"
#include "app/console/verbs/terminal.h"
#include "backend/control/controlcalls.h"
#include "backend/domain/clock.h"

#include <QObject>

#include <memory>
#include <vector>

namespace graticule {

/// What a verb works with. What is referred to outlives the verb.
struct VerbContext
{
    Arguments arguments;
    KeeperAccess access;
    Terminal &terminal;
    Clock &clock;
};

/// One run of one verb. Lives in the main thread of a program without windows; nothing waits, it ends with finished().
class Verb : public QObject
{
    Q_OBJECT

public:
    explicit Verb(VerbContext context);

    virtual void start() = 0;

Q_SIGNALS:
    /// Once, and nothing is printed afterwards.
    void finished(graticule::ExitCode code);

protected:
    const Arguments &arguments() const { return m_context.arguments; }
    const KeeperAccess &access() const { return m_context.access; }
    Terminal &terminal() const { return m_context.terminal; }
    Clock &clock() const { return m_context.clock; }

    void finish(ExitCode code) { Q_EMIT finished(code); }
    /// Says why, and what the exit code for such a failure is.
    void fail(const Error &error);
    void failUsage(const Error &error);
    /// Opens the keeper, or fails.
    void withKeeper(std::function<void(const ControlCalls &calls)> task);
    /// A callback for a call: hands on the value, or fails.
    template<class T> ControlCalls::Reply<T> orFail(std::function<void(const T &)> task)
    {
        return [this, task = std::move(task)](const Result<T> &reply) {
            if (reply)
                task(*reply);
            else
                fail(reply.error());
        };
    }

private:
    VerbContext m_context;
};

ExitCode exitCodeOf(const Error &error);

/// One row of the verb table: what the command line says, and what is run.
struct VerbEntry
{
    VerbSpec spec;
    std::function<std::unique_ptr<Verb>(VerbContext)> make;
};

/// All verbs that need no display.
std::vector<VerbEntry> headlessVerbs();

} // namespace graticule
