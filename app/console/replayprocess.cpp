// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/replayprocess.h"

#include "backend/incident/incidentmanifest.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QStandardPaths>

namespace graticule {
using namespace Qt::Literals::StringLiterals;
namespace {

constexpr int kEndsWithinMs = 1000; // nothing keeps a process from being killed

QString keeperProgram()
{
    const QString beside = QCoreApplication::applicationDirPath() + u"/graticuled"_s;
    return QFileInfo::exists(beside) ? beside : QStandardPaths::findExecutable(u"graticuled"_s);
}

} // namespace

bool ReplayProcess::isIncidentFile(const QString &path)
{
    if (path.endsWith(u".graticule-incident"_s))
        return true;
    QFile file(path); // whatever it is called; a word without a slash may be a verb
    return path.contains(u'/') && QFileInfo(file).isFile() && file.open(QIODevice::ReadOnly) &&
           file.read(incidentform::kMagicBytes) == QByteArray(incidentform::kMagic, incidentform::kMagicBytes);
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
    m_process.kill();
    m_process.waitForFinished(kEndsWithinMs);
}

QString ReplayProcess::address() const
{
    return u"unix://"_s + m_directory.filePath(u"replay.sock"_s);
}

void ReplayProcess::start()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TMPDIR"_s, m_directory.path()); // what it unpacks is gone with this
    m_process.setProcessEnvironment(environment);
    m_process.start(keeperProgram(),
                    {u"--replay"_s, m_file, u"--socket"_s, m_directory.filePath(u"replay.sock"_s), u"--child"_s});
}

void ReplayProcess::read()
{
    while (m_process.canReadLine()) {
        const QJsonDocument said = QJsonDocument::fromJson(m_process.readLine());
        if (!said.isObject())
            continue;
        if (const QJsonValue permille = said[u"permille"_s]; permille.isDouble()) {
            Q_EMIT reading(permille.toInt() / 10);
            continue;
        }
        Q_EMIT ready({instantFromMs(qint64(said[u"untilMs"_s].toDouble())), said[u"keeper"_s].toString(),
                      said[u"key"_s].toString(), said[u"whole"_s].toBool(),
                      said[u"missing"_s].toVariant().toStringList()});
    }
}

} // namespace graticule
