// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/contextnames.h"

#include <algorithm>
#include <thread>

namespace graticule {

namespace {

constexpr int kPause = 300;      ///< ms
constexpr int kLook = 50;        ///< ms; a file is read in less
constexpr int kMostOffered = 12; ///< rows of a list that is looked through
constexpr qsizetype kMostSaid = 8;

} // namespace

ContextNames::ContextNames(QObject *parent, ReadFile read)
    : QObject(parent)
    , m_read(std::move(read))
{
    m_look.setInterval(kLook);
    connect(&m_look, &QTimer::timeout, this, &ContextNames::lookAtReadings);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &ContextNames::read);
}

void ContextNames::look(const QString &address)
{
    if (address == m_address)
        return;
    m_address = address;
    m_isWaiting = false;
    take(address, {}); // those of another file are none of this one's
    if (address.startsWith(QLatin1Char('/')))
        m_pause.start();
    else
        m_pause.stop();
}

ContextNames::Found ContextNames::readFrom(const QString &address, const ReadFile &read)
{
    const auto kubeconfig = read(address.split(QLatin1Char(':'), Qt::SkipEmptyParts));
    if (!kubeconfig)
        return {}; // a path that is half typed; what is wrong with a whole one the keeper says
    const bool hasCurrent = kubeconfig->contexts.contains(kubeconfig->current);
    return {kubeconfig->contexts.keys(), hasCurrent ? kubeconfig->current : QString()};
}

void ContextNames::read()
{
    m_isWaiting = m_readings.size() >= size_t(kMostUnderWay);
    if (m_isWaiting)
        return;
    auto reading = std::make_shared<Reading>();
    reading->address = m_address;
    m_readings.push_back(reading);
    m_look.start();
    // No pool: the end of the program would wait for what never ends.
    std::thread([reading, read = m_read] {
        reading->found = readFrom(reading->address, read);
        reading->isDone = true;
    }).detach();
}

void ContextNames::lookAtReadings()
{
    const auto done = std::stable_partition(m_readings.begin(), m_readings.end(),
                                            [](const auto &reading) { return !reading->isDone; });
    const std::vector<std::shared_ptr<Reading>> ended(done, m_readings.end());
    m_readings.erase(done, m_readings.end());
    if (m_readings.empty())
        m_look.stop();
    if (!ended.empty() && m_isWaiting)
        read();
    for (const auto &reading : ended)
        take(reading->address, reading->found);
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
