// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keeper/composition.h"
#include "app/keeper/modes.h"
#include "app/keeper/signals.h"
#include "backend/keeper/keeperhome.h"
#include "backend/keeper/labkeepers.h"
#include "backend/keeper/labmessages.h"

#include <QCoreApplication>
#include <QDir>
#include <QSocketNotifier>

#include <csignal>
#include <cstdio>

#include <sys/prctl.h>
#include <unistd.h>

namespace graticule {
namespace {

/// Orders of the keeper whose child we are: a line each on standard input, answered on standard output.
class OrderDesk : public QObject
{
public:
    explicit OrderDesk(LabKeepers &lab)
        : m_lab(lab)
        , m_notifier(STDIN_FILENO, QSocketNotifier::Read)
    {
        connect(&m_notifier, &QSocketNotifier::activated, this, [this] { read(); });
    }

    static void say(const QByteArray &line)
    {
        std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
        std::fflush(stdout);
    }

private:
    void read()
    {
        char buffer[4096];
        const ssize_t count = ::read(STDIN_FILENO, buffer, sizeof(buffer));
        if (count <= 0) { // our keeper has gone, however that came about
            m_notifier.setEnabled(false);
            QCoreApplication::quit();
            return;
        }
        m_pending.append(buffer, count);
        for (qsizetype end = m_pending.indexOf('\n'); end >= 0; end = m_pending.indexOf('\n')) {
            const LabOrder order = readLabOrder(m_pending.left(end));
            m_pending.remove(0, end + 1);
            const auto tell = [number = order.number](const ActionProgress &progress) {
                say(writeLabProgress(number, progress));
            };
            if (order.number > 0 && !m_lab.perform(order.action, tell))
                tell({{},
                      true,
                      {ErrorKind::Unsupported, Fault::Input,
                       QStringLiteral("The lab knows lab.fault and lab.heal, not \"%1\".").arg(order.action.verb),
                       std::nullopt}});
        }
    }

    LabKeepers &m_lab;
    QSocketNotifier m_notifier;
    QByteArray m_pending;
};

int complain(const Error &error)
{
    std::fprintf(stderr, "graticuled: %s\n", qUtf8Printable(error.text));
    return 1;
}

} // namespace

int runLab(const LabModeOptions &options)
{
    if (options.child)
        ::prctl(PR_SET_PDEATHSIG, SIGTERM); // in case standard input stays open elsewhere
    Composition composition;
    const QString directory = QDir(options.directory).absolutePath();
    const Result<Done> made = makePrivateDirectory(directory); // it is what keeps others out
    if (!made)
        return complain(made.error());
    LabOptions world;
    world.sites = options.sites;
    world.seed = options.seed;
    const auto lab = LabKeepers::start(world, directory, *composition.sites, composition.secrets, ownBuild());
    if (!lab)
        return complain(lab.error());
    Signals signals;
    QObject::connect(&signals, &Signals::endAsked, QCoreApplication::instance(), &QCoreApplication::quit);
    std::unique_ptr<OrderDesk> desk;
    if (options.child) {
        desk = std::make_unique<OrderDesk>(**lab);
        OrderDesk::say(writeLabReady());
    }
    return QCoreApplication::exec();
}

} // namespace graticule
