// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/replayprocess.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QStandardPaths>

namespace graticule {
using namespace Qt::Literals::StringLiterals;
namespace {

constexpr int kEndsWithinMs = 3000;

QString keeperProgram()
{
    const QString beside = QCoreApplication::applicationDirPath() + u"/graticuled"_s;
    return QFileInfo::exists(beside) ? beside : QStandardPaths::findExecutable(u"graticuled"_s);
}

} // namespace

bool ReplayProcess::isIncidentFile(const QString &path)
{
    return path.endsWith(u".graticule-incident"_s);
}

ReplayProcess::ReplayProcess(const QString &file)
    : m_file(QFileInfo(file).absoluteFilePath())
{
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &ReplayProcess::read);
    const auto fail = [this] {
        const QString said = QString::fromUtf8(m_process.readAllStandardError()).remove(u"graticuled: "_s).trimmed();
        Q_EMIT failed(said.isEmpty() ? m_process.errorString() : said.section(u'\n', -1));
    };
    connect(&m_process, &QProcess::finished, this, fail);
    connect(&m_process, &QProcess::errorOccurred, this, [fail](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail();
    });
}

ReplayProcess::~ReplayProcess()
{
    stop();
}

void ReplayProcess::stop()
{
    m_process.disconnect(this);
    m_process.closeWriteChannel(); // by which it knows
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(kEndsWithinMs))
        m_process.kill();
}

QString ReplayProcess::address() const
{
    return u"unix://"_s + m_directory.filePath(u"replay.sock"_s);
}

void ReplayProcess::start()
{
    m_process.start(keeperProgram(),
                    {u"--replay"_s, m_file, u"--socket"_s, m_directory.filePath(u"replay.sock"_s), u"--child"_s});
}

void ReplayProcess::read()
{
    while (m_process.canReadLine()) {
        const QJsonDocument said = QJsonDocument::fromJson(m_process.readLine());
        if (!said.isObject())
            continue;
        Q_EMIT ready({instantFromMs(qint64(said[u"untilMs"_s].toDouble())), said[u"keeper"_s].toString(),
                      said[u"key"_s].toString(), said[u"whole"_s].toBool()});
    }
}

} // namespace graticule
