// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/places/placetrouble.h"

#include <QObject>

#include <memory>

namespace graticule {

class Gazetteer;

/// Cities and countries for the forms: what is meant by a few letters, and what cannot be meant. The cities are read in
/// a worker when they are first needed. GUI thread.
class PlaceNames : public QObject
{
    Q_OBJECT

public:
    /// What is written when it is chosen, and how it is offered.
    struct Offer
    {
        QString text;
        QString shown;
    };

    explicit PlaceNames(QObject *parent = nullptr);
    ~PlaceNames() override;

    /// Begins to read the cities, once.
    void load();
    bool isLoaded() const { return m_cities != nullptr; }

    /// Nothing while the cities are not there yet. @p country: a code, or what stands where one should.
    QList<Offer> cities(const QString &text, const QString &country) const;
    QList<Offer> countries(const QString &text) const;
    QList<PlaceTrouble> troubles(const Labels &declared) const;

Q_SIGNALS:
    void loaded();

private:
    std::shared_ptr<const Gazetteer> m_cities;
    bool m_isLoading = false;
};

} // namespace graticule
