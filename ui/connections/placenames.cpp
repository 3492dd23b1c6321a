// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/placenames.h"

#include "backend/places/countries.h"
#include "backend/places/gazetteer.h"
#include "backend/places/geo.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

namespace graticule {

namespace {

constexpr int kMost = 8;

} // namespace

PlaceNames::PlaceNames(QObject *parent)
    : QObject(parent)
{
}

PlaceNames::~PlaceNames() = default;

void PlaceNames::load()
{
    if (std::exchange(m_isLoading, true))
        return;
    // The way back is looked at in the GUI thread only.
    QThreadPool::globalInstance()->start([self = QPointer(this)] {
        auto cities = Gazetteer::builtIn();
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, cities = std::move(cities)] {
                if (!self)
                    return;
                self->m_cities = cities;
                Q_EMIT self->loaded();
            },
            Qt::QueuedConnection);
    });
}

QList<PlaceNames::Offer> PlaceNames::cities(const QString &text, const QString &country) const
{
    QList<Offer> offers;
    if (!m_cities)
        return offers;
    const QString code = country.trimmed().toUpper();
    const QStringList entries = m_cities->suggest(text, isCountryCode(code) ? code : QString(), kMost);
    for (const QString &entry : entries) {
        const City *city = m_cities->find(entry);
        offers.append({entry, city ? QStringLiteral("%1, %2").arg(city->name, city->country) : entry});
    }
    return offers;
}

QList<PlaceNames::Offer> PlaceNames::countries(const QString &text) const
{
    QList<Offer> offers;
    for (const Country &country : suggestCountries(text, kMost))
        offers.append({country.code, QStringLiteral("%1 · %2").arg(country.code, country.name)});
    return offers;
}

QList<PlaceTrouble> PlaceNames::troubles(const Labels &declared) const
{
    return m_cities ? placeTroubles(declared, *m_cities) : QList<PlaceTrouble>();
}

} // namespace graticule
