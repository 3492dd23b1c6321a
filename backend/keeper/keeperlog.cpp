// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/keeperlog.h"

#include <QDateTime>

#include <cstdio>

namespace graticule {
namespace {

KeeperLog *theLog = nullptr; // Qt's message handler is one for the process and takes no data

const char *wordFor(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
        return "error";
    case QtFatalMsg:
        return "fatal";
    }
    return "info";
}

} // namespace

KeeperLog::KeeperLog(const QString &path)
    : m_file(path)
    , m_before(nullptr)
{
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append, QFile::ReadOwner | QFile::WriteOwner)) {
        std::fprintf(stderr, "cannot write %s: %s\n", qPrintable(path), qPrintable(m_file.errorString()));
        return;
    }
    theLog = this;
    m_before = qInstallMessageHandler(&KeeperLog::handle);
}

KeeperLog::~KeeperLog()
{
    if (theLog != this)
        return;
    qInstallMessageHandler(m_before);
    theLog = nullptr;
}

void KeeperLog::handle(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (theLog)
        theLog->write(type, text);
}

void KeeperLog::write(QtMsgType type, const QString &text)
{
    const std::scoped_lock lock(m_mutex);
    if (m_file.size() > kMost) {
        const QString path = m_file.fileName();
        m_file.close();
        QFile::remove(path + QStringLiteral(".1"));
        QFile::rename(path, path + QStringLiteral(".1"));
        m_file.setFileName(path);
        if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append, QFile::ReadOwner | QFile::WriteOwner))
            return;
    }
    const QString time = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    m_file.write(QStringLiteral("%1 %2: %3\n").arg(time, QLatin1String(wordFor(type)), text.left(4000)).toUtf8());
    m_file.flush();
}

} // namespace graticule
