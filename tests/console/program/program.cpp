// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/console/program/program.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <csignal>

namespace graticule::testing {
using namespace Qt::Literals::StringLiterals;
namespace {

QString program(const QString &name)
{
    return qEnvironmentVariable("GRATICULE_BIN") + u'/' + name;
}

/// Ends a watching console when its owner is done with it.
class OwnedProcess : public QProcess
{
public:
    ~OwnedProcess() override
    {
        terminate();
        if (!waitForFinished(10'000)) {
            kill();
            waitForFinished(1000);
        }
    }
};

} // namespace

QJsonObject Ended::json() const
{
    return QJsonDocument::fromJson(out).object();
}

Home::Home()
    : m_directory(QDir::tempPath() + u"/gr-XXXXXX"_s) // short: there will be sockets in it
{
}

Home::~Home()
{
    run({u"keeper"_s, u"stop"_s});
}

std::unique_ptr<QProcess> Home::start(const QStringList &arguments) const
{
    auto process = std::make_unique<OwnedProcess>();
    process->setProgram(program(u"graticule"_s));
    process->setArguments(arguments + QStringList{u"--home"_s, m_directory.path()});
    process->start();
    return process;
}

Ended Home::run(const QStringList &arguments) const
{
    const auto process = start(arguments);
    if (!process->waitForFinished(kDeadlineMs))
        return {-1, process->readAllStandardOutput(), process->readAllStandardError() + "\n(did not end)"};
    const bool inOrder = process->exitStatus() == QProcess::NormalExit;
    return {inOrder ? process->exitCode() : -1, process->readAllStandardOutput(), process->readAllStandardError()};
}

qint64 Home::keeper() const
{
    return run({u"keeper"_s, u"status"_s, u"--json"_s}).json().value("processId"_L1).toInteger();
}

void Home::killKeeper() const
{
    const qint64 pid = keeper();
    if (pid <= 0)
        return;
    ::kill(pid_t(pid), SIGKILL);
    QTRY_VERIFY_WITH_TIMEOUT(::kill(pid_t(pid), 0) != 0 || !QFileInfo::exists(u"/proc/%1/exe"_s.arg(pid)), kDeadlineMs);
}

QJsonObject lineThat(QProcess &watch, const std::function<bool(const QJsonObject &)> &wanted)
{
    const QDeadlineTimer deadline(Home::kDeadlineMs);
    while (!deadline.hasExpired()) {
        while (watch.canReadLine()) {
            const QJsonObject line = QJsonDocument::fromJson(watch.readLine()).object();
            if (wanted(line))
                return line;
        }
        watch.waitForReadyRead(200);
    }
    return {};
}

QJsonObject named(const QJsonObject &listing, const QString &kind, const QString &name)
{
    for (const QJsonValue &entity : listing.value(kind).toArray()) {
        if (entity["name"_L1].toString() == name)
            return entity.toObject();
    }
    return {};
}

} // namespace graticule::testing
