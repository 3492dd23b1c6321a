// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sitesfilter.h"

#include <utility>

namespace graticule {

SitesFilter::SitesFilter(SitesModel &sites, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_sites(sites)
{
    setDynamicSortFilter(true);
    setSourceModel(&sites);
    sort(SitesModel::State);
}

void SitesFilter::rest()
{
    if (std::exchange(m_rests, true))
        return;
    invalidateFilter();
}

void SitesFilter::showAll()
{
    m_region.reset();
    m_ids.reset();
    m_rests = false;
    invalidateFilter();
}

void SitesFilter::showRegion(const QString &region)
{
    m_region = region;
    m_ids.reset();
    m_rests = false;
    invalidateFilter();
}

void SitesFilter::showSites(const QList<EntityId> &sites)
{
    m_region.reset();
    m_ids = QSet<EntityId>(sites.begin(), sites.end());
    m_rests = false;
    invalidateFilter();
}

void SitesFilter::setWords(const QString &words)
{
    m_words = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

bool SitesFilter::isInScope(int row) const
{
    if (m_region)
        return m_sites.site(row).region == *m_region;
    return !m_ids || m_ids->contains(m_sites.site(row).id);
}

int SitesFilter::inScope() const
{
    int count = 0;
    for (int row = 0; row < m_sites.rowCount(); ++row)
        count += isInScope(row);
    return count;
}

EntityId SitesFilter::idAt(int row) const
{
    const QModelIndex source = mapToSource(index(row, 0));
    return source.isValid() ? m_sites.site(source.row()).id : EntityId();
}

bool SitesFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    if (m_rests || !isInScope(row))
        return false;
    if (m_words.isEmpty())
        return true;
    QString text;
    for (const int column :
         {SitesModel::Name, SitesModel::PlaceText, SitesModel::Region, SitesModel::State, SitesModel::ReasonText})
        text += m_sites.index(row, column).data().toString() + QLatin1Char(' ');
    return std::all_of(m_words.begin(), m_words.end(),
                       [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

bool SitesFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const auto severity = [this](const QModelIndex &index) {
        const SiteStatus status = m_sites.status(index.row());
        return StateText::look(status.state, status.stale).severity;
    };
    const int a = severity(left);
    const int b = severity(right);
    if (a != b)
        return a > b;
    return m_sites.site(left.row()).name < m_sites.site(right.row()).name;
}

} // namespace graticule
