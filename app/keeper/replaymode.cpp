// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keeper/composition.h"
#include "app/keeper/modes.h"
#include "app/keeper/signals.h"
#include "backend/keeper/replaykeeper.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSocketNotifier>

#include <csignal>
#include <cstdio>
#include <new>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace graticule {
namespace {

int complain(const QString &text)
{
    std::fprintf(stderr, "graticuled: %s\n", qUtf8Printable(text));
    return 1;
}

/// What is replayed may be made to do harm: it gets so much memory and disk, and starts nothing.
void bound()
{
#ifndef __SANITIZE_ADDRESS__
    constexpr rlim_t kMostMemory = rlim_t(6) << 30;
    const rlimit memory{kMostMemory, kMostMemory};
    ::setrlimit(RLIMIT_DATA, &memory);
#endif
    constexpr rlim_t kMostFile = rlim_t(16) << 30;
    const rlimit file{kMostFile, kMostFile};
    ::setrlimit(RLIMIT_FSIZE, &file);
    std::signal(SIGXFSZ, SIG_IGN); // writing fails instead, and says so
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    std::set_new_handler([] {
        static constexpr char kText[] = "graticuled: It needs more memory than an incident file may.\n";
        (void)!::write(STDERR_FILENO, kText, sizeof kText - 1);
        ::_exit(1);
    });
}

void tellParent(const QJsonObject &said)
{
    std::puts(QJsonDocument(said).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

} // namespace

int runReplay(const ReplayModeOptions &options)
{
    if (options.child)
        ::prctl(PR_SET_PDEATHSIG, SIGTERM); // in case standard input stays open elsewhere
    SystemClock clock;
    ::umask(0077); // the socket is this user's, and so is what is unpacked
    bound();
    const auto tellProgress = [last = 0](int permille) mutable {
        if (permille / 10 == last)
            return;
        last = permille / 10;
        tellParent({{QStringLiteral("permille"), permille}});
    };
    const auto keeper = ReplayKeeper::open(options.file, ownBuild(), clock,
                                           options.child ? std::function<void(int)>(tellProgress) : nullptr);
    if (!keeper)
        return complain(keeper.error().text);
    ServerOptions door;
    door.listen = QStringLiteral("unix://") + QFileInfo(options.socket).absoluteFilePath();
    const auto served = (*keeper)->serve(door);
    if (!served)
        return complain(served.error().text);
    Signals signals;
    QObject::connect(&signals, &Signals::endAsked, QCoreApplication::instance(), &QCoreApplication::quit);
    std::unique_ptr<QSocketNotifier> parent;
    if (options.child) { // its end is ours
        parent = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
        QObject::connect(parent.get(), &QSocketNotifier::activated, QCoreApplication::instance(),
                         &QCoreApplication::quit);
    }
    const IncidentFile &file = (*keeper)->file();
    for (const QString &damage : file.damage())
        std::fprintf(stderr, "graticuled: %s: %s\n", qUtf8Printable(file.path()), qUtf8Printable(damage));
    if (options.child) {               // what the window says of it
        constexpr qsizetype most = 16; // as many as a person reads
        const QStringList missing = (file.damage() + file.manifest().notes).mid(0, most);
        tellParent({{QStringLiteral("untilMs"), double(toMs(file.manifest().span.until))},
                    {QStringLiteral("keeper"), file.manifest().keeperName},
                    {QStringLiteral("key"), file.fingerprint()},
                    {QStringLiteral("whole"), file.isWhole()},
                    {QStringLiteral("missing"), QJsonArray::fromStringList(missing)}});
    } else {
        std::printf("replays %s at %s\n", qUtf8Printable(file.path()), qUtf8Printable(door.listen));
    }
    std::fflush(stdout);
    const int code = QCoreApplication::exec();
    ::unlink(QFile::encodeName(options.socket).constData());
    return code;
}

} // namespace graticule
