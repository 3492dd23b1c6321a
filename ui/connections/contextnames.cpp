// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/contextnames.h"

#include "backend/connectors/kubernetes/kubeconfig.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

namespace graticule {

namespace {

constexpr int kPause = 300;      ///< ms
constexpr int kMostOffered = 12; ///< rows of a list that is looked through
constexpr qsizetype kMostSaid = 8;

} // namespace

ContextNames::ContextNames(QObject *parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &ContextNames::read);
}

void ContextNames::look(const QString &address)
{
    if (address == m_address)
        return;
    m_address = address;
    take(address, {}); // those of another file are none of this one's
    if (address.startsWith(QLatin1Char('/')))
        m_pause.start();
    else
        m_pause.stop();
}

ContextNames::Found ContextNames::readFrom(const QString &address)
{
    const auto kubeconfig = Kubeconfig::load(address.split(QLatin1Char(':'), Qt::SkipEmptyParts));
    if (!kubeconfig)
        return {}; // a path that is half typed; what is wrong with a whole one the keeper says
    const bool hasCurrent = kubeconfig->contexts.contains(kubeconfig->current);
    return {kubeconfig->contexts.keys(), hasCurrent ? kubeconfig->current : QString()};
}

void ContextNames::read()
{
    // The way back is looked at in the GUI thread only.
    QThreadPool::globalInstance()->start([self = QPointer(this), address = m_address] {
        const Found found = readFrom(address);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, address, found] {
                if (self)
                    self->take(address, found);
            },
            Qt::QueuedConnection);
    });
}

void ContextNames::take(const QString &address, const Found &found)
{
    if (address != m_address || found == m_found)
        return;
    m_found = found;
    Q_EMIT changed();
}

QList<PlaceNames::Offer> ContextNames::offers(const QString &text) const
{
    QList<PlaceNames::Offer> begin;
    QList<PlaceNames::Offer> hold;
    for (const QString &name : m_found.names) {
        if (name.startsWith(text, Qt::CaseInsensitive))
            begin.append({name, name});
        else if (name.contains(text, Qt::CaseInsensitive))
            hold.append({name, name});
    }
    return (begin + hold).mid(0, kMostOffered);
}

QString ContextNames::words() const
{
    if (m_found.names.isEmpty())
        return {};
    QString names = m_found.names.mid(0, kMostSaid).join(QStringLiteral(", "));
    if (m_found.names.size() > kMostSaid)
        names = tr("%1 and %n more", nullptr, int(m_found.names.size() - kMostSaid)).arg(names);
    return m_found.current.isEmpty() ? tr("In that file: %1.").arg(names)
                                     : tr("In that file: %1. Without a name: %2.").arg(names, m_found.current);
}

} // namespace graticule
