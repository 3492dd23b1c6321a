// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/maplayouter.h"

namespace graticule {

MapLayouter::MapLayouter(QObject *parent)
    : QObject(parent)
    , m_rawSites(std::make_shared<std::vector<MapSite>>())
    , m_rawLinks(std::make_shared<std::vector<MapLink>>())
{
    m_pool.setMaxThreadCount(1);
}

MapLayouter::~MapLayouter()
{
    m_pool.waitForDone();
}

void MapLayouter::setSites(std::vector<MapSite> sites)
{
    m_rawSites = std::make_shared<const std::vector<MapSite>>(std::move(sites));
    m_sites.reset();
    m_links.reset(); // its lines belong to sites by their index
    m_linksAreNew = true;
    m_waiting.reset(); // its marks belong to the old sites
    ++m_sitesVersion;
}

void MapLayouter::setLinks(std::vector<MapLink> links)
{
    m_rawLinks = std::make_shared<const std::vector<MapLink>>(std::move(links));
    m_linksAreNew = true;
    ++m_linksVersion;
}

void MapLayouter::request(Wish wish)
{
    m_waiting = std::move(wish);
    if (!m_working) {
        start();
    }
}

void MapLayouter::start()
{
    m_working = true;
    m_pool.start([this, wish = std::move(*m_waiting), rawSites = m_rawSites, rawLinks = m_rawLinks, known = m_sites,
                  before = m_links, linksAreNew = m_linksAreNew, sitesVersion = m_sitesVersion,
                  linksVersion = m_linksVersion] {
        const MapSitesPtr sites = known ? known : std::make_shared<const MapSites>(rawSites);
        const MapLinksPtr links =
            linksAreNew ? std::make_shared<const MapLinks>(*rawLinks, *sites, before.get()) : before;
        const auto layout = std::make_shared<const MapLayout>(
            MapLayout::Input{sites, links, wish.marks, wish.prominent, wish.scale, wish.problemsOnly, wish.merge});
        QMetaObject::invokeMethod(
            this, [=, this] { finish(layout, sites, links, sitesVersion, linksVersion); }, Qt::QueuedConnection);
    });
    m_waiting.reset();
}

void MapLayouter::finish(const MapLayoutPtr &layout, const MapSitesPtr &sites, const MapLinksPtr &links,
                         int sitesVersion, int linksVersion)
{
    m_working = false;
    const bool current = sitesVersion == m_sitesVersion;
    if (current) {
        m_sites = sites;
        m_links = links;
        m_linksAreNew = linksVersion != m_linksVersion;
    }
    if (m_waiting) {
        start();
    }
    if (current) {
        Q_EMIT layoutReady(layout);
    }
}

} // namespace graticule
