// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/desk.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLocalSocket>

namespace graticule::bench {

Desk::Desk(QString programs)
    : m_programs(std::move(programs))
{
    for (QProcess *process : {&m_keeper, &m_console})
        process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
}

Desk::~Desk()
{
    for (QProcess *process : {&m_console, &m_keeper}) {
        process->terminate();
        if (process->state() != QProcess::NotRunning && !process->waitForFinished(30'000))
            process->kill();
    }
}

QString Desk::program(const char *name) const
{
    return m_programs + QLatin1Char('/') + QLatin1StringView(name);
}

QString Desk::socket() const
{
    return m_home.filePath(QStringLiteral("run/keeper.sock"));
}

void Desk::addConnection(const QString &name, const QByteArray &yaml) const
{
    const QString folder = m_home.filePath(QStringLiteral("config/connections.d"));
    QFile file(folder + QLatin1Char('/') + name + QStringLiteral(".yaml"));
    if (!QDir().mkpath(folder) || !file.open(QIODevice::WriteOnly) || file.write(yaml) != yaml.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
}

void Desk::startKeeper()
{
    m_keeper.start(program("graticuled"), {QStringLiteral("--private"), QStringLiteral("--home"), m_home.path(),
                                           QStringLiteral("--linger"), QStringLiteral("3600")});
    QElapsedTimer clock;
    clock.start();
    QLocalSocket probe;
    do {
        if (clock.elapsed() > 60'000 || m_keeper.state() == QProcess::NotRunning)
            qFatal("the keeper does not listen");
        m_keeper.waitForFinished(2); // until then it tries to begin
        probe.connectToServer(socket());
    } while (!probe.waitForConnected(1000));
}

void Desk::startConsole()
{
    m_console.start(program("graticule"), {QStringLiteral("--home"), m_home.path(), QStringLiteral("--no-lab")});
    if (!m_console.waitForStarted())
        qFatal("%s cannot be started", qPrintable(m_console.program()));
}

void Desk::showPage(const QString &page) const
{
    run({QStringLiteral("--page"), page});
}

void Desk::run(const QStringList &words) const
{
    QProcess process;
    process.start(program("graticule"), words + QStringList{QStringLiteral("--home"), m_home.path()});
    if (!process.waitForFinished(300'000) || process.exitCode() != 0)
        qFatal("graticule %s: %s", qPrintable(words.join(u' ')), process.readAllStandardError().constData());
}

} // namespace graticule::bench
