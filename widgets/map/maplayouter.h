// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/map/maplayout.h"

#include <QObject>
#include <QThreadPool>

#include <memory>
#include <optional>
#include <vector>

namespace graticule {

/// Computes layouts in a worker, one after the other, always the newest wish. GUI thread; never waits.
class MapLayouter : public QObject
{
    Q_OBJECT

public:
    /// How the sites are to be laid out.
    struct Wish
    {
        std::vector<MapMark> marks; ///< one per site, in the order of setSites
        std::vector<MapKey> prominent;
        double scale = 1;
        bool problemsOnly = false;
        bool merge = true;
    };

    explicit MapLayouter(QObject *parent = nullptr);
    ~MapLayouter() override; ///< waits for the layout in work

    /// Projected with the next wish.
    void setSites(std::vector<MapSite> sites);
    void setLinks(std::vector<MapLink> links);
    /// Replaces a wish that waits. The answer comes as layoutReady, unless sites are set meanwhile.
    void request(Wish wish);

    bool isIdle() const { return !m_working && !m_waiting; }

Q_SIGNALS:
    void layoutReady(const graticule::MapLayoutPtr &layout);

private:
    using RawLinks = std::shared_ptr<const std::vector<MapLink>>;

    void start();
    void finish(const MapLayoutPtr &layout, const MapSitesPtr &sites, const MapLinksPtr &links, int sitesVersion,
                int linksVersion);

    MapSites::Raw m_rawSites;
    RawLinks m_rawLinks;
    MapSitesPtr m_sites; ///< null: not yet projected
    MapLinksPtr m_links; ///< of the newest sites and links, or older
    bool m_linksAreNew = true;
    int m_sitesVersion = 0;
    int m_linksVersion = 0;
    bool m_working = false;
    std::optional<Wish> m_waiting;
    QThreadPool m_pool; ///< one thread: each layout builds on the one before
};

} // namespace graticule
