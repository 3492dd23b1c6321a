// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/labverb.h"

#include <QUuid>

namespace graticule {
using namespace Qt::Literals::StringLiterals;
namespace {

/// A lab that comes up in less is not worth a word.
constexpr Milliseconds kSilentAtMost{2000};
constexpr Milliseconds kAtMost{60'000};

VerbEntry entry(const QString &what, const QString &operands, const QString &summary, const QString &text,
                const QList<OptionSpec> &options, const QList<Example> &examples)
{
    VerbSpec spec;
    spec.words = {u"lab"_s, what};
    spec.operands = operands.split(u' ', Qt::SkipEmptyParts);
    spec.summary = summary;
    spec.text = text;
    spec.options = options;
    spec.examples = examples;
    spec.codes = {ExitCode::NoKeeper, ExitCode::NotFound, ExitCode::Refused};
    return {spec, [](VerbContext context) { return std::make_unique<LabVerb>(std::move(context)); }};
}

} // namespace

std::vector<VerbEntry> LabVerb::entries()
{
    return {
        entry(u"start"_s, {}, u"Starts the lab: invented sites, marked LAB everywhere."_s,
              u"The lab is six regional keepers, read like real ones. The same number and seed make the same fleet."_s,
              {{u"sites"_s, u"N"_s, u"How many sites, 6 to 100000. Default: as last time, at first 120."_s, {}, false},
               {u"seed"_s,
                u"S"_s,
                u"What the fleet is made from, 1 or more. Default: as last time, at first 1."_s,
                {},
                false}},
              {{u"graticule lab start --sites 10000"_s, {}}}),
        entry(u"stop"_s, {}, u"Ends the lab; its sites go, and its faults are forgotten."_s, {}, {},
              {{u"graticule lab stop"_s, {}}}),
        entry(u"status"_s, {}, u"Says whether the lab runs."_s, {}, {}, {{u"graticule lab status"_s, {}}}),
        entry(u"fault"_s, u"KIND ID"_s, u"Breaks something in the lab."_s,
              u"KIND and what ID names, by id or by name: site-down (a site); endpoint-frozen, clock-wrong (a region, "
              u"or anything in "
              "it); link-cut, link-slow (a link such as \"fra1>iad1\", or a site for all its links); replica-lag (an "
              "asset, or one replica). The lab keeps its faults, also when the keeper is started again, until they are "
              "healed or the lab is stopped. While it is starting, it is waited for."_s,
              {{u"seconds"_s, u"N"_s, u"For clock-wrong: by how much, may be negative. Default: 3600."_s, {}, false}},
              {{u"graticule lab fault site-down fra1"_s, {}}}),
        entry(u"heal"_s, u"ID"_s, u"Mends what fault broke; ID \"all\" mends everything."_s, {}, {},
              {{u"graticule lab heal fra1"_s, {}}})};
}

void LabVerb::start()
{
    withKeeper([this](const ControlCalls &calls) {
        const QString what = arguments().words.last();
        const auto printed = orFail<LabStatus>([this](const LabStatus &lab) { print(lab); });
        if (what == u"start")
            startLab(calls);
        else if (what == u"stop")
            stopLab(calls);
        else if (what == u"status")
            calls.labStatus(this, printed);
        else
            perform(calls);
    });
}

void LabVerb::startLab(const ControlCalls &calls)
{
    const Result<qint64> sites = arguments().number(u"sites"_s, 0, 1, 1'000'000);
    const Result<qint64> seed = arguments().number(u"seed"_s, 0, 1, std::numeric_limits<qint64>::max());
    for (const auto *number : {&sites, &seed}) {
        if (!*number) {
            failUsage(number->error());
            return;
        }
    }
    calls.startLab(this, int(*sites), quint64(*seed), orFail<LabStatus>([this](const LabStatus &lab) { print(lab); }));
}

void LabVerb::stopLab(const ControlCalls &calls)
{
    calls.labStatus(this, orFail<LabStatus>([this, calls](const LabStatus &before) {
                        calls.stopLab(this, orFail<LabStatus>([this, ran = before.running](const LabStatus &) {
                                          terminal().print(ran ? QByteArray("The lab has ended.\n")
                                                               : QByteArray("The lab did not run.\n"));
                                          finish(ExitCode::Ok);
                                      }));
                    }));
}

void LabVerb::print(const LabStatus &lab)
{
    QString line =
        lab.running ? u"The lab runs: %1 sites, seed %2."_s.arg(lab.sites).arg(lab.seed) : u"The lab does not run."_s;
    if (!lab.text.isEmpty())
        line += u" (%1)"_s.arg(lab.text);
    terminal().print(line + u'\n');
    finish(ExitCode::Ok);
}

void LabVerb::perform(const ControlCalls &calls)
{
    Action action;
    action.verb = u"lab."_s + arguments().words.last();
    action.target = EntityId(arguments().operands.last());
    action.key = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (arguments().operands.size() > 1)
        action.arguments.insert(u"kind"_s, arguments().operands.first());
    if (arguments().has(u"seconds"_s))
        action.arguments.insert(u"seconds"_s, arguments().value(u"seconds"_s));
    clock().after(kSilentAtMost, this, [this] {
        if (!m_isAnswered)
            terminal().say(u"The lab is starting; waiting for it, at most 30 s."_s);
    });
    const auto told = [this](const ActionProgress &progress) {
        m_isAnswered = true;
        if (!progress.error.text.isEmpty()) {
            fail(progress.error);
            return;
        }
        if (!progress.text.isEmpty())
            terminal().print(progress.text + u'\n');
        if (progress.finished)
            finish(ExitCode::Ok);
    };
    calls.perform(this, action, told, kAtMost);
}

} // namespace graticule
