// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/fleetbookverb.h"

#include "app/console/verbs/jsontext.h"
#include "app/console/verbs/listingvalues.h"
#include "backend/keeper/fleetbook.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

namespace graticule {
using namespace Qt::Literals::StringLiterals;
namespace {

VerbEntry entry(const QString &what, const QStringList &operands, const QString &summary, const QString &text,
                const QList<OptionSpec> &options, const QList<Example> &examples, const QList<ExitCode> &codes)
{
    VerbSpec spec;
    spec.words = {u"keeper"_s, what};
    spec.operands = operands;
    spec.summary = summary;
    spec.text = text;
    spec.options = options;
    spec.examples = examples;
    spec.codes = codes;
    return {spec, [](VerbContext context) { return std::make_unique<FleetBookVerb>(std::move(context)); }};
}

QString where(const KnownFleet &fleet)
{
    return fleet.kind == KnownFleet::Kind::Home ? fleet.home : fleet.address.target;
}

/// "as alice, until 2027-11-22"; empty without a certificate.
QString certificateWords(const KnownFleet &fleet, Instant now)
{
    if (fleet.expires == kNever)
        return {};
    const QString day = toIso(fleet.expires).left(10);
    return fleet.expires > now ? u"as %1, until %2"_s.arg(fleet.caller, day)
                               : u"as %1, EXPIRED %2: be enrolled again"_s.arg(fleet.caller, day);
}

} // namespace

std::vector<VerbEntry> FleetBookVerb::entries()
{
    return {
        entry(u"add"_s, {u"WHAT"_s}, u"Remembers another keeper, or another home, as a fleet of this home."_s,
              u"WHAT is the file that `graticuled enrol` wrote, the address of a keeper that needs no certificate "
              "(unix:///path, or host:port on this machine), or the directory of another home. Afterwards --keeper "
              "takes its name, and the window offers it in its top bar. Adding a file of the same keeper again renews "
              "the certificate. The file is not needed any more then: delete it."_s,
              {{u"name"_s, u"NAME"_s, u"Call it so; default: the keeper's name, or the directory's."_s, {}, false},
               {u"at"_s,
                u"ADDRESS"_s,
                u"Reach it at host:port, not where the file says, e.g. through a tunnel."_s,
                {},
                false}},
              {{u"graticule keeper add alice.enrolment"_s, {}},
               {u"graticule keeper add ~/test-home --name test"_s, {}},
               {u"graticule sites --keeper emea"_s, u"the fleet of that keeper"_s}},
              {ExitCode::NotFound, ExitCode::Refused}),
        entry(u"list"_s, {}, u"Lists the fleets that this home knows, and until when their certificates are good."_s,
              {}, {{u"json"_s, {}, u"Print JSON."_s, {}, false}}, {{u"graticule keeper list"_s, {}}}, {}),
        entry(u"remove"_s, {u"NAME"_s}, u"Forgets a fleet that was added, with its certificate and key."_s, {}, {},
              {{u"graticule keeper remove emea"_s, {}}}, {ExitCode::NotFound})};
}

void FleetBookVerb::start()
{
    const QString what = arguments().words.last();
    if (what == u"add")
        add();
    else if (what == u"list")
        list();
    else
        remove();
}

void FleetBookVerb::add()
{
    const FleetBook book(access().home());
    const QString what = arguments().operands.value(0);
    const QString name = arguments().value(u"name"_s);
    const QString at = arguments().value(u"at"_s);
    const QFileInfo file(what);
    const auto added = [&]() -> Result<KnownFleet> {
        if (file.isDir())
            return book.addHome(what, name);
        if (file.exists() || (!what.contains(u':') && !what.startsWith(u"unix"))) {
            const auto enrolment = Enrolment::read(what);
            return enrolment ? book.add(*enrolment, name, at) : enrolment.error();
        }
        const auto address = readKeeperAddress(what, false);
        if (!address)
            return address.error();
        if (address->tls)
            return Error{
                ErrorKind::Invalid, Fault::Input,
                u"%1 is reached with a certificate: have its administrator run `graticuled enrol`, and give the "
                "file that this writes."_s.arg(what),
                std::nullopt};
        return book.add(*address, name);
    }();
    if (!added) {
        fail(added.error());
        return;
    }
    const QString certificate = certificateWords(*added, clock().now());
    terminal().print(u"Added \"%1\" at %2%3. Look at it with `graticule --keeper \"%1\"`.\n"_s.arg(
        added->name, where(*added), certificate.isEmpty() ? QString() : u", "_s + certificate));
    finish(ExitCode::Ok);
}

void FleetBookVerb::list()
{
    const QList<KnownFleet> fleets = FleetBook(access().home()).fleets();
    if (arguments().has(u"json"_s)) {
        QJsonArray array;
        for (const KnownFleet &fleet : fleets)
            array.append(QJsonObject{{u"name"_s, fleet.name},
                                     {u"kind"_s, fleet.kind == KnownFleet::Kind::Home ? u"home"_s : u"keeper"_s},
                                     {u"at"_s, where(fleet)},
                                     {u"caller"_s, fleet.caller.isEmpty() ? QJsonValue() : QJsonValue(fleet.caller)},
                                     {u"certificateExpiry"_s, listingvalues::time(fleet.expires)}});
        QByteArray out;
        appendJson(out, QJsonObject{{u"fleets"_s, array}});
        terminal().print(out + '\n');
    } else if (fleets.isEmpty()) {
        terminal().print(QByteArray("This home knows its own fleet only; `graticule keeper add` adds others.\n"));
    } else {
        for (const KnownFleet &fleet : fleets)
            terminal().print(u"%1  %2  %3\n"_s.arg(fleet.name, -16)
                                 .arg(where(fleet), -32)
                                 .arg(certificateWords(fleet, clock().now())));
    }
    finish(ExitCode::Ok);
}

void FleetBookVerb::remove()
{
    const QString name = arguments().operands.value(0);
    const Result<Done> removed = FleetBook(access().home()).remove(name);
    if (!removed) {
        fail(removed.error());
        return;
    }
    terminal().print(u"\"%1\" is forgotten.\n"_s.arg(name));
    finish(ExitCode::Ok);
}

} // namespace graticule
