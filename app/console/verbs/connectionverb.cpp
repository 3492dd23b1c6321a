// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/connectionverb.h"

#include "app/console/verbs/teststeps.h"

namespace graticule {
using namespace Qt::Literals::StringLiterals;
namespace {

VerbEntry entry(const QString &what, const QString &summary)
{
    VerbSpec spec;
    spec.words = {u"connections"_s, what};
    spec.operands = {u"NAME"_s};
    spec.summary = summary;
    spec.text = u"NAME is the connection's name or its id."_s;
    spec.examples = {{u"graticule connections %1 desk"_s.arg(what), {}}};
    spec.codes = {ExitCode::NoKeeper, ExitCode::NotFound, ExitCode::Refused};
    if (what == u"test")
        spec.codes.append(ExitCode::EndpointFailed);
    return {spec, [](VerbContext context) { return std::make_unique<ConnectionVerb>(std::move(context)); }};
}

} // namespace

std::vector<VerbEntry> ConnectionVerb::entries()
{
    return {entry(u"pause"_s, u"Stops asking an endpoint; what it last said stays, marked as such."_s),
            entry(u"resume"_s, u"Asks a paused endpoint again."_s),
            entry(u"remove"_s, u"Removes a connection, and everything that only it told of."_s),
            entry(u"test"_s, u"Tries a connection step by step, beside the one that runs."_s)};
}

void ConnectionVerb::start()
{
    withKeeper(
        [this](const ControlCalls &calls) { arguments().words.last() == u"test" ? test(calls) : change(calls); });
}

void ConnectionVerb::change(const ControlCalls &calls)
{
    const QString verb = arguments().words.last();
    const QString done = verb == u"pause" ? u"Paused"_s : verb == u"resume" ? u"Resumed"_s : u"Removed"_s;
    const auto told = orFail<ConnectionConfig>([this, done](const ConnectionConfig &config) {
        terminal().print(u"%1 %2  %3\n"_s.arg(done, config.name, config.id.toString()));
        finish(ExitCode::Ok);
    });
    const QString name = arguments().operands.first();
    if (verb == u"pause")
        calls.pause(this, name, told);
    else if (verb == u"resume")
        calls.resume(this, name, told);
    else
        calls.remove(this, name, told);
}

void ConnectionVerb::test(const ControlCalls &calls)
{
    const QString name = arguments().operands.first();
    calls.connections(
        this, orFail<QList<ConnectionConfig>>([this, calls, name](const QList<ConnectionConfig> &list) {
            const auto found = std::find_if(list.cbegin(), list.cend(), [&](const ConnectionConfig &config) {
                return config.name == name || config.id == EntityId(name);
            });
            if (found == list.cend()) { // the keeper knows why, and does nothing to a connection that it has not
                calls.retry(this, name, orFail<ConnectionConfig>([this, calls](const ConnectionConfig &config) {
                                run(calls, config);
                            }));
                return;
            }
            run(calls, *found);
        }));
}

void ConnectionVerb::run(const ControlCalls &calls, const ConnectionConfig &config)
{
    calls.test(this, config, [this](const TestStep &step) {
        const QString line = stepLine(step);
        if (!line.isEmpty())
            terminal().print(line + u'\n');
        if (!step.finished)
            return;
        if (!step.error.text.isEmpty())
            terminal().say(u"graticule: "_s + failureText(step.error));
        finish(step.error.text.isEmpty() ? ExitCode::Ok : ExitCode::EndpointFailed);
    });
}

} // namespace graticule
