// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/keeperverb.h"

#include "app/console/verbs/jsontext.h"
#include "app/console/verbs/listingvalues.h"
#include "backend/keeper/privatekeeper.h"

#include <QJsonArray>
#include <QJsonObject>

namespace graticule {
using namespace Qt::Literals::StringLiterals;
namespace {

VerbEntry entry(const QString &what, const QString &summary, const QString &text, const QList<OptionSpec> &options = {})
{
    VerbSpec spec;
    spec.words = {u"keeper"_s, what};
    spec.summary = summary;
    spec.text = text;
    spec.options = options;
    spec.examples = {{u"graticule keeper %1"_s.arg(what), {}}};
    spec.codes = {ExitCode::NoKeeper};
    return {spec, [](VerbContext context) { return std::make_unique<KeeperVerb>(std::move(context)); }};
}

Error onlyPrivate()
{
    return {ErrorKind::Invalid, Fault::Input,
            u"A keeper elsewhere is started and stopped where it runs; leave --keeper out for the private one."_s,
            std::nullopt};
}

} // namespace

std::vector<VerbEntry> KeeperVerb::entries()
{
    return {entry(u"start"_s, u"Starts the private keeper, if it does not run."_s,
                  u"Every verb and the window do so by themselves. It ends 30 seconds after nobody has used it."_s),
            entry(u"stop"_s, u"Ends the private keeper in order; consoles that are open start it again."_s, {}),
            entry(u"status"_s,
                  u"Says whether the keeper runs and who it is. Exit code 2 when it does not; starts none."_s, {},
                  {{u"json"_s, {}, u"Print JSON."_s, {}, false}})};
}

void KeeperVerb::start()
{
    const QString what = arguments().words.last();
    if (what == u"status")
        status();
    else if (!access().isPrivate())
        failUsage(onlyPrivate());
    else if (what == u"start")
        startKeeper();
    else
        stopKeeper();
}

void KeeperVerb::startKeeper()
{
    const auto running = PrivateKeeper(access().home()).ensureRunning();
    if (!running) {
        terminal().say(u"graticule: "_s + running.error().text);
        finish(ExitCode::NoKeeper);
        return;
    }
    terminal().print(u"The keeper runs%1: process %2, %3\n"_s.arg(running->started ? u""_s : u" already"_s)
                         .arg(running->processId)
                         .arg(running->address.target));
    finish(ExitCode::Ok);
}

void KeeperVerb::stopKeeper()
{
    const PrivateKeeper keeper(access().home());
    const bool wasRunning = keeper.running().has_value();
    const Result<Done> stopped = keeper.stop();
    if (!stopped) {
        fail(stopped.error());
        return;
    }
    terminal().print(wasRunning ? QByteArray("The keeper has ended.\n") : QByteArray("The keeper did not run.\n"));
    finish(ExitCode::Ok);
}

void KeeperVerb::status()
{
    if (access().isPrivate() && !PrivateKeeper(access().home()).running()) {
        terminal().print(arguments().has(u"json"_s) ? QByteArray("{\"running\":false}\n")
                                                    : QByteArray("The keeper does not run.\n"));
        finish(ExitCode::NoKeeper);
        return;
    }
    withKeeper([this](const ControlCalls &calls) {
        calls.describe(this, orFail<Description>([this](const Description &keeper) { print(keeper); }));
    });
}

void KeeperVerb::print(const Description &keeper)
{
    if (arguments().has(u"json"_s)) {
        QByteArray out;
        appendJson(out, QJsonObject{{u"running"_s, true},
                                    {u"id"_s, keeper.keeperId},
                                    {u"name"_s, keeper.name},
                                    {u"version"_s, keeper.version},
                                    {u"build"_s, keeper.build},
                                    {u"mode"_s, keeper.mode},
                                    {u"processId"_s, keeper.processId},
                                    {u"startedAt"_s, listingvalues::time(instantFromMs(qint64(keeper.epoch)))},
                                    {u"configured"_s, keeper.configured},
                                    {u"permissions"_s, listingvalues::array(keeper.permissions)},
                                    {u"capabilities"_s, listingvalues::array(keeper.capabilities)}});
        terminal().print(out + '\n');
    } else {
        terminal().print(
            u"The keeper \"%1\" runs: version %2, %3, process %4, since %5.\nId %6. You may: %7.\n"_s
                .arg(keeper.name, keeper.version, keeper.mode)
                .arg(keeper.processId)
                .arg(toIso(instantFromMs(qint64(keeper.epoch))), keeper.keeperId, keeper.permissions.join(u", ")));
    }
    finish(ExitCode::Ok);
}

} // namespace graticule
