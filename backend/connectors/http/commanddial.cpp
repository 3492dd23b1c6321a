// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/http/commanddial.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSocketNotifier>

#include <cstring>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace graticule {
namespace {

constexpr qsizetype kMostSaid = 4000;
constexpr char kConnection[] = "connection";
constexpr int kWaiting = 16; ///< connections that nobody has taken yet

} // namespace

CommandDial::CommandDial(QStringList command, QObject *parent)
    : QObject(parent)
    , m_command(std::move(command))
    , m_directory(QDir::tempPath() + QStringLiteral("/graticule-XXXXXX"))
{
    listen();
}

void CommandDial::listen()
{
    const QByteArray path = QFile::encodeName(m_directory.filePath(QStringLiteral("s")));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (!m_directory.isValid() || path.size() >= qsizetype(sizeof address.sun_path))
        return;
    std::memcpy(address.sun_path, path.constData(), size_t(path.size()));
    m_listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (m_listener < 0 || ::bind(m_listener, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0 ||
        ::listen(m_listener, kWaiting) != 0)
        return;
    m_path = QFile::decodeName(path);
    auto *notifier = new QSocketNotifier(m_listener, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, &CommandDial::accept);
}

void CommandDial::accept()
{
    for (;;) {
        const int connection = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (connection < 0)
            return;
        run(connection);
    }
}

CommandDial::~CommandDial()
{
    if (m_listener >= 0)
        ::close(m_listener);
    const auto left = findChildren<QProcess *>(QString(), Qt::FindDirectChildrenOnly);
    for (QProcess *process : left) {
        process->disconnect(this);
        ::close(process->property(kConnection).toInt());
        process->setParent(nullptr); // waiting for it here would stop the thread
        connect(process, &QProcess::finished, process, &QObject::deleteLater);
        if (process->state() == QProcess::NotRunning)
            process->deleteLater();
        else
            process->kill();
    }
}

void CommandDial::run(int connection)
{
    m_failure.reset();
    auto *process = new QProcess(this);
    process->setProperty(kConnection, connection);
    process->setProcessChannelMode(QProcess::SeparateChannels);
    process->setStandardInputFile(QProcess::nullDevice());
    process->setStandardOutputFile(QProcess::nullDevice());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C")); // its complaints are read by us
    process->setProcessEnvironment(environment);
    process->setChildProcessModifier([connection] { // in the child, after its own channels were made
        ::dup2(connection, STDIN_FILENO);
        ::dup2(connection, STDOUT_FILENO);
    });
    connect(process, &QProcess::finished, this, [this, process, connection] { ended(process, connection, true); });
    connect(process, &QProcess::errorOccurred, this, [this, process, connection](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            ended(process, connection, false);
    });
    process->start(m_command.first(), m_command.mid(1));
}

void CommandDial::ended(QProcess *process, int connection, bool started)
{
    if (!started || process->exitStatus() != QProcess::NormalExit || process->exitCode() != 0)
        m_failure =
            CommandEnd{started, process->exitCode(), process->readAllStandardError().right(kMostSaid).trimmed()};
    ::close(connection); // only now is the other end told
    process->deleteLater();
}

} // namespace graticule
