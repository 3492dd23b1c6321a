// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sitesmodel.h"

#include <QSet>
#include <QSortFilterProxyModel>

#include <optional>

namespace graticule {

/// Some of the sites, worst first and then by name: those of a region or of a group, and among them those whose name,
/// place, region or reason contains the words that a person typed.
class SitesFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit SitesFilter(SitesModel &sites, QObject *parent = nullptr);

    /// Empty until the first of these three is called: sorting every site is for when somebody looks.
    void showAll();
    void showRegion(const QString &region);
    void showSites(const QList<EntityId> &sites);
    /// Stops to follow the sites, and has none, until one of the three above is called.
    void rest();
    /// Case and order of words do not matter.
    void setWords(const QString &words);

    /// Sites of the region or group, before words.
    int inScope() const;
    EntityId idAt(int row) const;

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    bool isInScope(int sourceRow) const;

    SitesModel &m_sites;
    std::optional<QString> m_region;
    std::optional<QSet<EntityId>> m_ids;
    QStringList m_words;
    bool m_rests = true;
};

} // namespace graticule
