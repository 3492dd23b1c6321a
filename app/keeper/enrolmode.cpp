// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keeper/modes.h"
#include "backend/authority/authority.h"
#include "backend/authority/ownedfile.h"
#include "backend/config/keeperconfig.h"
#include "backend/records/actrecord.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSysInfo>

#include <cstdio>
#include <memory>
#include <optional>

#include <pwd.h>
#include <unistd.h>

namespace graticule {
namespace {

constexpr int kFailed = 1;
constexpr int kUsage = 2;

Instant now()
{
    return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
}

int complain(const QString &text, int code = kFailed)
{
    std::fprintf(stderr, "graticuled: %s\n", qUtf8Printable(text));
    return code;
}

void print(const QString &line)
{
    std::printf("%s\n", qUtf8Printable(line));
}

QString day(Instant at)
{
    return toIso(at).left(10);
}

/// Names by which a keeper may be called at: its address, this machine's, and from this machine itself.
QStringList hostsOf(const KeeperConfig &config)
{
    QStringList hosts{QStringLiteral("localhost"), QStringLiteral("127.0.0.1")};
    for (const QString &address : {config.listen, config.address}) {
        const QString host = address.section(QLatin1Char(':'), 0, -2).remove(QLatin1Char('[')).remove(QLatin1Char(']'));
        if (host != QLatin1String("0.0.0.0") && host != QLatin1String("::") && !hosts.contains(host))
            hosts.prepend(host);
    }
    if (!hosts.contains(QSysInfo::machineHostName()))
        hosts.append(QSysInfo::machineHostName());
    return hosts;
}

/// A team's keeper, as its file says, and the record of what is done to it.
struct Team
{
    Authority::Place place;
    std::unique_ptr<ActRecord> record;
};

/// Who runs this program; behind sudo the one who asked for it.
Actor caller()
{
    const passwd *user = ::getpwuid(::getuid());
    const QString behind = qEnvironmentVariable("SUDO_USER");
    const QString mark = QStringLiteral("uid %1").arg(::getuid());
    return {::getuid() == 0 && !behind.isEmpty() ? behind
            : user                               ? QString::fromLocal8Bit(user->pw_name)
                                                 : mark,
            QStringLiteral("command"), mark, QStringLiteral("admin")};
}

Act certificateAct(const char *verb, const QString &name = {}, const QString &role = {})
{
    Act act;
    act.verb = QLatin1String(verb);
    act.subject = {name, QStringLiteral("certificate"), {}, role};
    return act;
}

/// Writes beside the keeper, which may be running.
std::unique_ptr<ActRecord> recordOf(const KeeperConfig &config)
{
    QFile idFile(config.dataDirectory + QStringLiteral("/keeper.id")); // a keeper that never ran has none yet
    const QString id = idFile.open(QIODevice::ReadOnly) ? QString::fromUtf8(idFile.read(100)).trimmed() : QString();
    ActRecord::Options options{
        .place = {config.dataDirectory + QStringLiteral("/audit")}, .keeperId = id, .now = [] { return now(); }};
    if (!config.auditHeadsFile.isEmpty())
        options.sinks.push_back(std::make_unique<FileHeadSink>(config.auditHeadsFile));
    if (config.auditSyslog)
        options.sinks.push_back(std::make_unique<SyslogHeadSink>());
    return std::make_unique<ActRecord>(std::move(options));
}

/// Where the authority of that keeper is; nothing, and why not is printed, when the file does not say.
std::optional<Team> teamOf(const QString &configFile)
{
    Mistakes mistakes;
    const KeeperConfig config = readKeeperConfig(configFile, mistakes);
    for (const Mistake &mistake : std::as_const(mistakes))
        complain(mistake.toString(configFile));
    if (!mistakes.isEmpty())
        return {};
    if (config.authorityDirectory.isEmpty()) {
        complain(QStringLiteral("%1: authority: is missing. Say where the keeper's certificates are to be, e.g. "
                                "\"authority: %2/authority\", and leave tls out.")
                     .arg(configFile, config.dataDirectory));
        return {};
    }
    return Team{{config.authorityDirectory, config.name, config.address, hostsOf(config)}, recordOf(config)};
}

/// In @p directory, made if need be, as files for programs that take them so.
Result<Done> writeFiles(const Enrolment &enrolment, const QString &directory)
{
    const Result<Done> made = makeOwnedDirectory(directory);
    if (!made)
        return made;
    for (const auto &[name, bytes] :
         {std::pair("ca.pem", enrolment.authorities), std::pair("client.pem", enrolment.certificate),
          std::pair("client.key", enrolment.key)}) {
        const Result<Done> written =
            writeOwnedFile(directory + QLatin1Char('/') + QLatin1String(name), bytes, FileOwner::Writer);
        if (!written)
            return written;
    }
    return Done();
}

} // namespace

int runEnrol(const EnrolOptions &options)
{
    const CallerRole role = roleFromWord(options.role);
    if (role == CallerRole::None)
        return complain(QStringLiteral("--role takes one of %1").arg(roleWords().join(QLatin1String(", "))), kUsage);
    QString file = options.file;
    if (file.isEmpty()) {
        QString name = options.name;
        file = name.replace(QRegularExpression(QStringLiteral("[^\\w.@+-]")), QStringLiteral("-")) +
               QStringLiteral(".enrolment");
    }
    if (options.directory.isEmpty() && QFileInfo::exists(file))
        return complain(QStringLiteral("%1 exists already; name another file with --out.").arg(file));
    const auto team = teamOf(options.configFile);
    if (!team)
        return kFailed;
    if (team->place.address.endsWith(QLatin1String(":0")))
        return complain(
            QStringLiteral("address: say in %1 by which host:port this keeper is reached.").arg(options.configFile));
    const bool asOne = options.directory.isEmpty();
    const auto enrol = [&]() -> Result<Enrolment> {
        auto authority = Authority::open(team->place, now());
        if (!authority)
            return authority.error();
        const auto days = options.days > 0 ? std::chrono::days(options.days) : Authority::kClientFor;
        auto made = authority.value().enrol(options.name, role, days, now());
        if (!made)
            return made;
        const Result<Done> written =
            asOne ? writeOwnedFile(file, made->toFile(), FileOwner::Writer) : writeFiles(*made, options.directory);
        return written ? made : written.error();
    };
    const auto enrolment =
        team->record->during(caller(), certificateAct("certificate.enrol", options.name, options.role), enrol);
    if (!enrolment)
        return complain(enrolment.error().text);
    print(QStringLiteral("%1 may reach %2 at %3 as %4, until %5.")
              .arg(enrolment->name, enrolment->keeper, enrolment->address, options.role, day(enrolment->expires)));
    if (asOne)
        print(QStringLiteral("%1 holds the key: hand it over where nobody else can read it. There, \"graticule keeper "
                             "add %2\" takes it in; then delete it.")
                  .arg(QDir::toNativeSeparators(file), QFileInfo(file).fileName()));
    else
        print(QStringLiteral("%1 holds ca.pem, client.pem and client.key.").arg(options.directory));
    return 0;
}

int runRotate(const QString &configFile, bool authorityToo)
{
    const auto team = teamOf(configFile);
    if (!team)
        return kFailed;
    auto authority = Authority::existing(team->place);
    if (!authority)
        return complain(authority.error().text);
    const char *verb = authorityToo ? "authority.rotate" : "certificate.rotate";
    const Result<Done> done = team->record->during(caller(), certificateAct(verb), [&] {
        return authorityToo ? authority.value().rotateAuthority(now()) : authority.value().rotateServer(now());
    });
    if (!done)
        return complain(done.error().text);
    if (authorityToo)
        print(
            QStringLiteral("%1 has a new authority. Certificates of the earlier one stay good until they expire or are "
                           "revoked; enrol their owners again before that.")
                .arg(team->place.keeper));
    print(
        QStringLiteral("%1 has a new certificate, until %2. A keeper that runs shows it within seconds; no connection "
                       "is cut.")
            .arg(team->place.keeper, day(now() + Authority::kServerFor)));
    return 0;
}

int runRevoke(const QString &configFile, const QString &name)
{
    const auto team = teamOf(configFile);
    if (!team)
        return kFailed;
    auto authority = Authority::existing(team->place);
    if (!authority)
        return complain(authority.error().text);
    const auto count = team->record->during(caller(), certificateAct("certificate.revoke", name),
                                            [&] { return authority.value().revoke(name, now()); });
    if (!count)
        return complain(count.error().text);
    if (*count == 0)
        print(QStringLiteral("%1 was revoked before.").arg(name));
    else
        print(QStringLiteral("%1 may not reach %2 any more. A keeper that runs ends what is open within seconds.")
                  .arg(name, team->place.keeper));
    return 0;
}

int runClients(const QString &configFile)
{
    const auto team = teamOf(configFile);
    if (!team)
        return kFailed;
    const AuthorityFiles files(team->place.directory);
    const auto clients =
        files.isMade() ? ClientRegister::read(files.clients()) : Result<ClientRegister>(ClientRegister());
    if (!clients)
        return complain(clients.error().text);
    if (clients->clients().isEmpty())
        print(QStringLiteral("Nobody is enrolled."));
    for (const EnrolledClient &client : clients->clients()) {
        const QString state = client.revoked != kNever  ? QStringLiteral("revoked %1").arg(day(client.revoked))
                              : client.expires <= now() ? QStringLiteral("expired %1").arg(day(client.expires))
                                                        : QStringLiteral("until %1").arg(day(client.expires));
        print(QStringLiteral("%1  %2  %3").arg(client.name, -20).arg(roleWord(client.role), -8).arg(state));
    }
    return 0;
}

} // namespace graticule
