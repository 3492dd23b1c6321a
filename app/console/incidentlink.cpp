// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/incidentlink.h"

#include "app/console/verbs/incidentsave.h"
#include "backend/connectors/pooltask.h"

#include <QCoreApplication>
#include <QProcess>

namespace graticule {

IncidentLink::IncidentLink(KeeperHome home, QString homeWord, QObject *parent)
    : IncidentFiles(parent)
    , m_home(std::move(home))
    , m_homeWord(std::move(homeWord))
{
    m_thread.setObjectName(QStringLiteral("incident"));
    m_thread.start();
}

/// What is being made is given up: the thread deletes it at its end.
IncidentLink::~IncidentLink()
{
    m_thread.quit();
    m_thread.wait();
}

void IncidentLink::save(const Order &order)
{
    if (m_save || !m_channel) {
        Q_EMIT finished(m_save ? Error{ErrorKind::Conflict, Fault::Input,
                                       QStringLiteral("An incident file is being made already."), std::nullopt}
                               : Error{ErrorKind::Unreachable, Fault::Network,
                                       QStringLiteral("The keeper has not answered yet; nothing was asked of it."),
                                       Milliseconds(1000)});
        return;
    }
    m_save = new IncidentSave(order.path, m_home);
    m_save->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_save, &QObject::deleteLater);
    connect(m_save, &IncidentSave::progressed, this, &IncidentLink::progressed);
    connect(m_save, &IncidentSave::finished, this, [this](const Error &why) {
        m_save->deleteLater();
        m_save = nullptr;
        Q_EMIT finished(why);
    });
    const IncidentOrder wanted{order.span, {}, order.sites, order.services};
    QMetaObject::invokeMethod(m_save, [save = m_save, channel = m_channel, wanted] {
        if (const auto opened = save->open(); !opened)
            Q_EMIT save->finished(opened.error());
        else
            save->start(channel, wanted);
    });
}

void IncidentLink::cancel()
{
    if (m_save)
        QMetaObject::invokeMethod(m_save, [save = m_save] { save->cancel(); });
}

void IncidentLink::replay(const QString &path)
{
    QStringList words{path};
    if (!m_homeWord.isEmpty())
        words << QStringLiteral("--home") << m_homeWord;
    runInPool<bool>(
        this,
        [words, program = QCoreApplication::applicationFilePath()] { return QProcess::startDetached(program, words); },
        [this, path](bool isStarted) {
            if (!isStarted)
                Q_EMIT replayFailed(path);
        });
}

} // namespace graticule
