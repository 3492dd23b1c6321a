// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/actverb.h"

#include "app/console/verbs/entitynamed.h"
#include "app/console/verbs/interrupt.h"
#include "app/console/verbs/printable.h"
#include "backend/connectors/connectionstate.h"

#include <QUuid>

#include <unistd.h>

namespace graticule {
using namespace Qt::Literals::StringLiterals;
namespace {

constexpr Milliseconds kIsItThere{3000};

Error wrong(ErrorKind kind, const QString &text)
{
    return {kind, Fault::Input, text, std::nullopt};
}

/// Whose keeper's it is, of a placement or node, or its own.
QString shownWith(const FleetTables &tables, const EntityId &id)
{
    const QByteArray uuid = id.utf8().left(id.utf8().indexOf('/'));
    const Connection *connection = tables.connections.find(EntityId(uuid));
    return u"  %1%2\n"_s.arg(id.toString(), connection ? u" ("_s + connection->name + u')' : QString());
}

} // namespace

ActVerb::ActVerb(VerbContext context)
    : FleetVerb(std::move(context))
{
}

ActVerb::~ActVerb() = default;

VerbEntry ActVerb::entry()
{
    VerbSpec spec;
    spec.words = {u"act"_s};
    spec.operands = {u"VERB"_s, u"TARGET"_s};
    spec.summary = u"Does something at an endpoint, such as draining a node."_s;
    spec.text =
        u"VERB is what the target's platform can do: cordon, uncordon, drain (a Kubernetes node); scale, restart (a "
        "service or placement there). TARGET is a name or an id, as the lists print it.\n"
        "First it prints what would happen: what moves, what ends, what a budget forbids for now. Then it asks, and "
        "with "
        "--yes it does not. While it is done, each step is told on standard error. It is done when the platform itself "
        "says so, and recorded with who asked.\n"
        "Arguments: scale replicas=N; drain grace=SECONDS (for each pod; its own otherwise), deleteLocal=true (pods "
        "that "
        "lose local data), force=true (pods that nothing starts again); drain, scale and restart timeout=SECONDS.\n"
        "Ctrl+C asks the keeper to stop between two pods of a drain; what was done stays. What is of one piece goes on "
        "at the keeper; it is not followed any more then, nor after a second Ctrl+C. All of these end with exit code "
        "7, "
        "as the answer no does. Needs the role operator or admin."_s;
    spec.options = {{u"connection"_s, u"NAME"_s, u"By this connection, where several have the target."_s, {}, false},
                    {u"arg"_s, u"KEY=VALUE"_s, u"An argument of the verb."_s, u'a', true},
                    {u"yes"_s, {}, u"Do it without asking."_s, u'y', false},
                    {u"preview"_s, {}, u"Print what would happen, and do nothing."_s, {}, false},
                    {u"json"_s, {}, u"Print a line of JSON for the plan and for each step."_s, {}, false}};
    spec.options += FleetVerb::waitOptions();
    spec.examples = {{u"graticule act drain node-3 --connection fra"_s, {}},
                     {u"graticule act scale shop/web --arg replicas=5 --yes"_s, {}},
                     {u"graticule act drain node-3 --preview --json"_s, {}}};
    spec.codes = {ExitCode::NoKeeper, ExitCode::EndpointFailed, ExitCode::NotFound, ExitCode::TimedOut,
                  ExitCode::Refused};
    return {spec, [](VerbContext context) { return std::make_unique<ActVerb>(std::move(context)); }};
}

ExitCode actExitCode(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::TimedOut:
        return ExitCode::TimedOut;
    case ErrorKind::Unreachable:
    case ErrorKind::Disconnected:
    case ErrorKind::Certificate:
    case ErrorKind::Malformed:
    case ErrorKind::TooLarge:
    case ErrorKind::Refused: // by the platform; by the keeper nothing was offered
        return ExitCode::EndpointFailed;
    default:
        return exitCodeOf(error);
    }
}

void ActVerb::start()
{
    const auto given = arguments().pairs(u"arg"_s);
    if (!given) {
        failUsage(given.error());
        return;
    }
    if (!arguments().has(u"yes"_s) && !arguments().has(u"preview"_s) && !::isatty(STDIN_FILENO)) {
        failUsage(wrong(ErrorKind::Invalid, u"Nobody can be asked here: say --yes to do it, or --preview to see."_s));
        return;
    }
    m_action.verb = arguments().operands.value(0);
    m_action.arguments = *given;
    m_action.key = QUuid::createUuid().toString(QUuid::WithoutBraces);
    FleetVerb::start();
}

void ActVerb::look()
{
    if (!m_isResolved && isSettled())
        timedOut();
}

void ActVerb::timedOut()
{
    if (std::exchange(m_isResolved, true))
        return;
    const auto meant = actionMeant();
    if (!meant) {
        const QStringList lines = meant.error().text.split(u'\n');
        for (const QString &line : lines.mid(1))
            terminal().say(line);
        Error first = meant.error();
        first.text = lines.first();
        fail(first);
        return;
    }
    m_action = *meant;
    access().open(this, [this](const Result<std::shared_ptr<ControlChannel>> &channel) {
        if (!channel) {
            fail(channel.error());
            return;
        }
        m_calls = std::make_unique<ControlCalls>(*channel);
        askOffers();
    });
}

Result<Action> ActVerb::actionMeant() const
{
    const FleetTables &tables = snapshot()->tables;
    const QString by = arguments().value(u"connection"_s);
    const QString name = arguments().operands.value(1);
    Action action = m_action;
    const auto connection = connectionNamed(tables, by);
    if (!connection)
        return connection.error();
    action.connection = *connection;
    const QList<EntityId> found = entitiesNamed(tables, name, action.connection);
    if (found.isEmpty())
        return wrong(ErrorKind::NotFound,
                     u"Nothing is called \"%1\"%2."_s.arg(name, by.isEmpty() ? QString() : u" there"_s));
    if (found.size() > 1) {
        QString all;
        for (const EntityId &id : found.mid(0, 20))
            all += shownWith(tables, id);
        return wrong(ErrorKind::Conflict,
                     u"\"%1\" is the name of %2; say which by its id, or with --connection:\n%3"_s.arg(name)
                         .arg(found.size())
                         .arg(all.chopped(1)));
    }
    action.target = found.first();
    return action;
}

void ActVerb::askOffers()
{
    m_calls->offers(this, m_action.target,
                    orFail<QList<ActionOffer>>([this](const QList<ActionOffer> &offers) { consider(offers); }),
                    m_action.connection);
}

void ActVerb::consider(const QList<ActionOffer> &offers)
{
    QStringList verbs;
    for (const ActionOffer &offer : offers) {
        verbs.append(offer.verb);
        if (offer.verb != m_action.verb)
            continue;
        if (offer.permission == ActionPermission::Denied)
            notForYou(offer.reason);
        else
            askPlan(); // what makes no sense now, the plan says better
        return;
    }
    if (verbs.isEmpty() && !unseen().isEmpty()) {
        terminal().say(u"graticule: "_s + printable(unseen()));
        finish(ExitCode::EndpointFailed);
        return;
    }
    fail(wrong(ErrorKind::Unsupported,
               verbs.isEmpty()
                   ? u"Nothing can be done to \"%1\" from here."_s.arg(arguments().operands.value(1))
                   : u"\"%1\" is not what can be done to it; that is %2."_s.arg(m_action.verb, verbs.join(u", "_s))));
}

/// Who said to do it all the same has tried: the keeper refuses that itself, and writes it down.
void ActVerb::notForYou(const QString &reason)
{
    const Error refused =
        wrong(ErrorKind::Refused, u"%1 is not for you to do: %2"_s.arg(m_action.verb, printable(reason)));
    if (!arguments().has(u"yes"_s) || arguments().has(u"preview"_s)) {
        fail(refused);
        return;
    }
    m_action.isShown = true; // should we be allowed to meanwhile: nothing was shown, so nothing is done
    m_calls->perform(this, m_action, [this, refused](const ActionProgress &progress) {
        if (progress.finished && progress.error.text.isEmpty())
            finish(ExitCode::Ok); // by a platform that does not mind what was shown
        else if (progress.finished)
            fail(refused);
    });
}

/// Why the connection that has the target is not seen; empty: it is.
QString ActVerb::unseen() const
{
    const QByteArray &target = m_action.target.utf8();
    const EntityId id =
        m_action.connection.isEmpty() ? EntityId(target.left(target.indexOf('/'))) : m_action.connection;
    const Connection *connection = snapshot()->tables.connections.find(id);
    if (!connection || isSeen(connection->state))
        return {};
    return connection->error.text.isEmpty() ? u"%1 is not connected now."_s.arg(connection->name)
                                            : connection->error.text;
}

void ActVerb::askPlan()
{
    m_calls->preview(this, m_action, [this](const Result<ActionPlan> &plan) {
        if (plan)
            show(*plan);
        else
            end(plan.error());
    });
}

void ActVerb::show(const ActionPlan &plan)
{
    m_action.isShown = true;
    const bool isRefused = std::any_of(plan.effects.cbegin(), plan.effects.cend(),
                                       [](const ActionEffect &one) { return one.effect == EffectKind::Refused; });
    if (arguments().has(u"json"_s))
        terminal().print(planJson(plan));
    else
        terminal().print(planText(plan));
    if (arguments().has(u"preview"_s))
        finish(ExitCode::Ok);
    else if (isRefused)
        fail(wrong(ErrorKind::Conflict, plan.warnings.value(0, u"It would be refused as it is."_s)));
    else if (arguments().has(u"yes"_s))
        perform();
    else
        askPerson();
}

void ActVerb::askPerson()
{
    terminal().say(u"Do it? [y/N] "_s);
    m_input = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
    connect(m_input.get(), &QSocketNotifier::activated, this, &ActVerb::readAnswer);
}

void ActVerb::readAnswer()
{
    m_input->setEnabled(false);
    char answer[64] = {};
    const auto size = ::read(STDIN_FILENO, answer, sizeof answer - 1);
    const QByteArray word = QByteArray(answer, size > 0 ? qsizetype(size) : 0).trimmed().toLower();
    if (word == "y" || word == "yes") {
        perform();
        return;
    }
    terminal().say(u"Nothing was done."_s);
    finish(ExitCode::Failed);
}

void ActVerb::perform()
{
    m_interrupt = std::make_unique<Interrupt>();
    connect(m_interrupt.get(), &Interrupt::interrupted, this, &ActVerb::stop);
    m_calls->perform(this, m_action, [this](const ActionProgress &progress) { follow(progress); });
}

void ActVerb::follow(const ActionProgress &progress)
{
    fold(m_progress, progress);
    if (arguments().has(u"json"_s)) {
        terminal().print(progressJson(progress));
    } else {
        for (const ActionItem &item : progress.items)
            terminal().say(u"  "_s + itemText(item));
        if (!progress.finished && progress.text != m_said)
            terminal().say(printable(progress.text));
        m_said = progress.text;
    }
    if (!progress.finished)
        return;
    if (!progress.error.text.isEmpty()) {
        end(progress.error);
        return;
    }
    if (!arguments().has(u"json"_s))
        terminal().print(printable(progress.text) + u".\n"_s);
    finish(ExitCode::Ok);
}

void ActVerb::end(const Error &error)
{
    if (!arguments().has(u"json"_s) || !m_progress.finished)
        terminal().say(u"graticule: "_s + error.text);
    if (error.kind != ErrorKind::Unreachable && error.kind != ErrorKind::Disconnected) {
        finish(actExitCode(error));
        return;
    }
    // The endpoint, or the keeper itself, which may go on with it.
    m_calls->describe(
        this,
        [this, error](const Result<Description> &keeper) { finish(keeper ? actExitCode(error) : ExitCode::NoKeeper); },
        kIsItThere);
}

/// A second Ctrl+C, which only the one before let through.
void ActVerb::waitForAnother()
{
    m_interrupt.reset();
    m_interrupt = std::make_unique<Interrupt>();
    connect(m_interrupt.get(), &Interrupt::interrupted, this, [this] {
        terminal().say(u"Nobody follows it here any more. The keeper was asked to stop, and goes on with that."_s);
        finish(ExitCode::Failed);
    });
}

void ActVerb::stop()
{
    if (!m_progress.stoppable) {
        terminal().say(u"It cannot be stopped now, and goes on at the keeper. Nobody follows it here any more."_s);
        finish(ExitCode::Failed);
        return;
    }
    terminal().say(
        u"Asking the keeper to stop; what has been begun is waited for. Ctrl+C again stops following only."_s);
    QMetaObject::invokeMethod(this, &ActVerb::waitForAnother, Qt::QueuedConnection); // we are within its signal
    m_calls->stopAction(this, m_action.key, [this](const Result<ActionProgress> &progress) {
        if (!progress)
            terminal().say(u"graticule: "_s + progress.error().text);
    });
}

} // namespace graticule
