// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/logsverb.h"

#include "app/console/verbs/entitynamed.h"
#include "app/console/verbs/interrupt.h"
#include "app/console/verbs/jsontext.h"
#include "app/console/verbs/printable.h"
#include "app/console/verbs/samplesverb.h"

#include <QJsonObject>

namespace graticule {
using namespace Qt::Literals::StringLiterals;
namespace {

Error wrong(const QString &text)
{
    return {ErrorKind::Invalid, Fault::Input, text, std::nullopt};
}

QString channelWord(LogChannel channel)
{
    return channel == LogChannel::Err ? u"err"_s : channel == LogChannel::Out ? u"out"_s : QString();
}

/// "web", "pod/web" and "web-6d4f7" all say which.
bool isNamed(const LogSource &source, const QString &name)
{
    return source.name == name || source.id == name || source.name.endsWith(u'/' + name) ||
           source.name.startsWith(name + u'/');
}

} // namespace

LogsVerb::LogsVerb(VerbContext context)
    : FleetVerb(std::move(context))
{
}

LogsVerb::~LogsVerb()
{
    terminal().setStopper(-1);
}

VerbEntry LogsVerb::entry()
{
    VerbSpec spec;
    spec.words = {u"logs"_s};
    spec.operands = {u"TARGET"_s};
    spec.summary = u"Prints what the containers of a service, node or placement write."_s;
    spec.text =
        u"TARGET is a name or an id, as the lists print it. Logs are read from their platform when they are asked for, "
        "and never kept. With several containers each line begins with the name of its own, and they come as they "
        "are read.\n"
        "Sequences that steer or colour a terminal are left out; --json has the text as it was written. A line is cut "
        "after 16 kB. Who reads too slowly loses the oldest lines, and is told how many.\n"
        "Needs the role operator or admin, for logs may hold secrets. That they were read is recorded, what was read "
        "is not.\n"
        "With --follow, Ctrl+C ends the verb with exit code 0."_s;
    spec.options = {
        {u"connection"_s, u"NAME"_s, u"Only what this connection has."_s, {}, false},
        {u"container"_s, u"NAME"_s, u"Only this one: a container, a pod, or POD/CONTAINER."_s, u'c', true},
        {u"follow"_s, {}, u"Go on with what is written from now on."_s, u'f', false},
        {u"previous"_s, {}, u"Of the run before the last restart, where the platform keeps it apart."_s, {}, false},
        {u"tail"_s, u"N"_s, u"The newest lines of each, at most 100000. Default: 1000."_s, {}, false},
        {u"since"_s, u"TIME"_s, u"ISO 8601 in UTC, or how long ago: 90s, 15m, 24h, 7d."_s, {}, false},
        {u"times"_s, {}, u"Begin each line with its time, in UTC."_s, {}, false},
        {u"json"_s, {}, u"Print a line of JSON for each: at, source, channel, text, cut."_s, {}, false}};
    spec.options += FleetVerb::waitOptions();
    spec.examples = {{u"graticule logs shop/web --follow --tail 20"_s, u"of all its containers, wherever they run"_s},
                     {u"graticule logs shop/web -c web-6d4f7 --previous"_s, u"why it was restarted"_s},
                     {u"graticule logs node-3 --since 15m --json | jq -r .text"_s, {}}};
    spec.codes = {ExitCode::NoKeeper, ExitCode::EndpointFailed, ExitCode::NotFound, ExitCode::TimedOut,
                  ExitCode::Refused};
    return {spec, [](VerbContext context) { return std::make_unique<LogsVerb>(std::move(context)); }};
}

ExitCode logExitCode(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::NotFound:
        return ExitCode::NotFound;
    case ErrorKind::Invalid:
    case ErrorKind::Unsupported:
        return ExitCode::Refused;
    default:
        return ExitCode::EndpointFailed;
    }
}

QString logLineText(const LogLine &line, const QString &name, bool hasTime)
{
    QString text;
    if (!name.isEmpty())
        text += u'[' + printable(name) + u"] "_s;
    if (hasTime)
        text += (line.at == kNever ? u"-"_s : toIso(line.at)) + u' ';
    text += shownLog(line.text);
    if (line.isCut)
        text += u" ... (cut)"_s;
    return text;
}

Result<LogOrder> LogsVerb::orderAsked() const
{
    LogOrder order;
    order.follow = arguments().has(u"follow"_s);
    order.previous = arguments().has(u"previous"_s);
    if (order.follow && order.previous)
        return wrong(u"--follow and --previous exclude each other: what has ended writes no more."_s);
    const Result<qint64> tail = arguments().number(u"tail"_s, order.tail, 0, LogOrder::kMostLines);
    if (!tail)
        return tail.error();
    order.tail = int(*tail);
    if (arguments().has(u"since"_s)) {
        const Result<Instant> since = momentOf(u"since"_s, arguments().value(u"since"_s), clock().now());
        if (!since)
            return since.error();
        order.since = *since;
    }
    return order;
}

void LogsVerb::start()
{
    const Result<LogOrder> order = orderAsked();
    if (!order) {
        failUsage(order.error());
        return;
    }
    m_order = *order;
    if (m_order.follow) {
        auto *interrupt = new Interrupt(this);
        terminal().setStopper(interrupt->descriptor());
        connect(interrupt, &Interrupt::interrupted, this, [this] { finish(ExitCode::Ok); });
    }
    FleetVerb::start();
}

void LogsVerb::look()
{
    if (!m_isResolved && isSettled())
        timedOut();
}

void LogsVerb::timedOut()
{
    if (std::exchange(m_isResolved, true))
        return;
    const auto connection = connectionNamed(snapshot()->tables, arguments().value(u"connection"_s));
    if (!connection) {
        fail(connection.error());
        return;
    }
    m_connection = *connection;
    const QString name = arguments().operands.value(0);
    const QList<EntityId> targets = entitiesNamed(snapshot()->tables, name, m_connection);
    if (targets.isEmpty()) {
        fail({ErrorKind::NotFound, Fault::Input, u"No service, node or placement is called \"%1\"."_s.arg(name),
              std::nullopt});
        return;
    }
    access().open(this, [this, targets](const Result<std::shared_ptr<ControlChannel>> &channel) {
        if (!channel) {
            fail(channel.error());
            return;
        }
        m_channel = *channel;
        askSources(targets);
    });
}

void LogsVerb::askSources(const QList<EntityId> &targets)
{
    m_asking = int(targets.size());
    for (const EntityId &target : targets) {
        LogQueries(m_channel).sources(this, target, [this](const Result<QList<LogSource>> &sources) {
            if (sources)
                m_found += *sources;
            else
                m_error = sources.error();
            if (--m_asking == 0)
                choose();
        });
    }
}

void LogsVerb::choose()
{
    const QStringList names = arguments().values(u"container"_s);
    for (const LogSource &source : std::as_const(m_found)) {
        const bool isAsked = names.isEmpty() || std::any_of(names.cbegin(), names.cend(),
                                                            [&](const QString &name) { return isNamed(source, name); });
        if (isAsked && (m_connection.isEmpty() || source.connection == m_connection) &&
            !m_order.sources.contains(source))
            m_order.sources.append(source);
    }
    QStringList all;
    for (const LogSource &source : std::as_const(m_found))
        all.append(source.name);
    if (m_order.sources.isEmpty() && m_found.isEmpty() && m_error) {
        terminal().say(u"graticule: "_s + m_error->text);
        finish(m_error->kind == ErrorKind::Refused ? ExitCode::Refused : logExitCode(*m_error));
    } else if (m_order.sources.isEmpty()) {
        fail({ErrorKind::NotFound, Fault::Input,
              all.isEmpty() ? u"Nothing that writes a log runs there."_s
                            : u"It has no such container; there are %1."_s.arg(all.mid(0, 20).join(u", ")),
              std::nullopt});
    } else if (m_order.sources.size() > LogOrder::kMostSources) {
        fail(wrong(u"That are %1 containers, and at most %2 can be read at once. Choose with --container: %3, ..."_s
                       .arg(m_order.sources.size())
                       .arg(LogOrder::kMostSources)
                       .arg(all.mid(0, 5).join(u", "))));
    } else {
        if (m_error) { // of another target of the name
            terminal().say(u"graticule: "_s + m_error->text);
            m_code = logExitCode(*m_error);
        }
        read();
    }
}

void LogsVerb::read()
{
    m_reading = std::make_unique<LogReading>(
        m_channel, m_order, this, [this](const LogPart &part) { print(part); },
        [this](const Error &why) { why.text.isEmpty() ? finish(m_code) : fail(why); });
}

void LogsVerb::print(const LogPart &part)
{
    if (part.lost > 0)
        terminal().say(u"%1 lines are left out here: they came faster than they were read."_s.arg(part.lost));
    const bool isJson = arguments().has(u"json"_s);
    const bool hasTimes = arguments().has(u"times"_s);
    QByteArray out;
    for (const LogLine &line : part.lines) {
        const QString name = m_order.sources.value(line.source).name;
        if (isJson) {
            appendJson(out, QJsonObject{{u"at"_s, line.at == kNever ? QJsonValue() : QJsonValue(toIso(line.at))},
                                        {u"source"_s, name},
                                        {u"channel"_s, channelWord(line.channel)},
                                        {u"text"_s, line.text},
                                        {u"cut"_s, line.isCut}});
        } else {
            out += logLineText(line, m_order.sources.size() > 1 ? name : QString(), hasTimes).toUtf8();
        }
        out += '\n';
    }
    terminal().print(out);
    for (const LogEnd &end : part.ends)
        tellEnd(end);
    if (terminal().isClosed()) {
        m_reading.reset();
        finish(terminal().failure().isEmpty() ? ExitCode::Ok : ExitCode::Failed);
    }
}

void LogsVerb::tellEnd(const LogEnd &end)
{
    if (end.error.text.isEmpty())
        return;
    terminal().say(u"graticule: %1: %2"_s.arg(m_order.sources.value(end.source).name, end.error.text));
    m_code = logExitCode(end.error);
}

} // namespace graticule
