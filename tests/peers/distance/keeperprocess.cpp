// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/peers/distance/keeperprocess.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTest>
#include <QUuid>

#include <csignal>
#include <unistd.h>
#include <utility>

namespace graticule::testing {
namespace {

QString program()
{
    return QCoreApplication::applicationDirPath() + QStringLiteral("/../bin/graticuled");
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

KeeperProcess::KeeperProcess(const QString &directory, const QString &name)
    : m_directory(directory + QLatin1Char('/') + name)
    , m_name(name)
{
    QDir().mkpath(m_directory + QStringLiteral("/connections.d"));
    write(QStringLiteral("keeper.yaml"), "name: " + name.toUtf8() +
                                             "\ndata: data\nlisten: 127.0.0.1:0\naddress: localhost:7443\n"
                                             "authority: authority\nhost:\n  labels: {graticule.dev/site: " +
                                             name.toUtf8() + "}\n");
}

KeeperProcess::~KeeperProcess()
{
    if (!m_process)
        return;
    thaw();
    m_process->terminate();
    if (!m_process->waitForFinished(10'000))
        qWarning("keeper %s does not end", qPrintable(m_name));
    if (m_tellsLog)
        qInfo("keeper %s said:\n%s", qPrintable(m_name), m_process->readAllStandardError().constData());
}

void KeeperProcess::write(const QString &file, const QByteArray &bytes) const
{
    QFile to(in(file));
    if (!to.open(QIODevice::WriteOnly) || to.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(to.fileName()));
}

QString KeeperProcess::enrol(const QString &peer) const
{
    QProcess verb;
    verb.setProcessChannelMode(QProcess::MergedChannels);
    const QString folder = in(QStringLiteral("for-") + peer);
    verb.start(program(),
               {QStringLiteral("enrol"), peer, QStringLiteral("--role"), QStringLiteral("viewer"),
                QStringLiteral("--dir"), folder, QStringLiteral("--config"), in(QStringLiteral("keeper.yaml"))});
    if (!verb.waitForFinished(20'000) || verb.exitCode() != 0)
        qFatal("%s", verb.readAll().constData());
    return folder;
}

QString KeeperProcess::start()
{
    m_process = std::make_unique<QProcess>();
    m_process->setReadChannel(QProcess::StandardError);
    m_process->start(program(), {QStringLiteral("--config"), in(QStringLiteral("keeper.yaml"))});
    if (!QTest::qWaitFor([this] { return m_process->canReadLine(); }, 20'000))
        return {};
    const int port = QString::fromUtf8(m_process->readLine()).section(QLatin1Char(':'), -1).toInt();
    m_address = port > 0 ? QStringLiteral("127.0.0.1:%1").arg(port) : QString();
    return m_address;
}

void KeeperProcess::connectTo(const QString &name, const QString &type, const QString &address, const QString &enrolled,
                              double probeSeconds) const
{
    const QByteArray certificates = enrolled.toUtf8();
    write(QStringLiteral("connections.d/%1.yaml").arg(name),
          "id: " + QUuid::createUuid().toByteArray(QUuid::WithoutBraces) + "\ntype: " + type.toUtf8() +
              "\naddress: https://" + address.toUtf8() + "\ntls:\n  ca: " + certificates +
              "/ca.pem\n  certificate: " + certificates + "/client.pem\n  key: " + certificates +
              "/client.key\nprobes: {interval: " + QByteArray::number(probeSeconds) + "}\n");
}

void KeeperProcess::freeze()
{
    m_isFrozen = ::kill(pid_t(m_process->processId()), SIGSTOP) == 0;
}

void KeeperProcess::thaw()
{
    if (std::exchange(m_isFrozen, false))
        ::kill(pid_t(m_process->processId()), SIGCONT);
}

std::shared_ptr<ControlChannel> KeeperProcess::channel(const QString &enrolled) const
{
    ControlAddress address;
    address.target = m_address;
    address.tls = true;
    address.caFile = enrolled + QStringLiteral("/ca.pem");
    address.certificateFile = enrolled + QStringLiteral("/client.pem");
    address.keyFile = enrolled + QStringLiteral("/client.key");
    return ControlChannel::open(address).value();
}

double KeeperProcess::cpuSeconds() const
{
    const QByteArray stat = contents(QStringLiteral("/proc/%1/stat").arg(m_process->processId()));
    const QByteArrayList fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    return (fields.value(11).toDouble() + fields.value(12).toDouble()) / double(::sysconf(_SC_CLK_TCK));
}

double KeeperProcess::residentMb() const
{
    const QByteArray statm = contents(QStringLiteral("/proc/%1/statm").arg(m_process->processId()));
    return statm.split(' ').value(1).toDouble() * double(::sysconf(_SC_PAGESIZE)) / 1e6;
}

} // namespace graticule::testing
