// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/lab/labplan.h"
#include "backend/connectors/lab/labregion.h"
#include "backend/connectors/lab/rttmodel.h"

#include <array>
#include <memory>
#include <vector>

namespace graticule {

/// Half-open range of indices.
struct LabRange
{
    int begin = 0;
    int end = 0;
    int size() const { return end - begin; }
};

/// Everything in the lab, by index. `now` is the entity as last told; the members beside it say what it is like on a
/// calm day, so that a fault can be healed. Sites, nodes, placements, replicas and links of one region stand together.
struct LabFleet
{
    struct SiteEntry
    {
        std::shared_ptr<const Site> now;
        int region = 0;
        double longitude = 0; ///< for local time
        Condition normal = Condition::Up;
        QString normalText;
        LabRange nodes;
        LabRange placements;
        std::vector<int> links; ///< from or to here
    };
    struct NodeEntry
    {
        std::shared_ptr<const Node> now;
        int site = 0;
        Condition normal = Condition::Up;
        QString normalText;
    };
    struct PlacementEntry
    {
        std::shared_ptr<const Placement> now;
        int site = 0;
        int normalReady = 0;
        Health normal = Health::Healthy;
        QString normalText;
    };
    struct ReplicaEntry
    {
        std::shared_ptr<const Replica> now;
        int site = 0;
        int asset = 0;
        double normalLagMs = 0;
    };
    struct LinkEntry
    {
        std::shared_ptr<const Link> now;
        int from = 0;
        int to = 0;
        float normalRttMs = 0;
    };
    struct AssetEntry
    {
        std::shared_ptr<const Asset> value;
        std::vector<int> replicas;
    };
    /// What belongs to one region. Services and assets that have a part in several regions are told of by each.
    struct Part
    {
        LabRange sites;
        LabRange nodes;
        LabRange placements;
        LabRange replicas;
        LabRange links;
        std::vector<int> services;
        std::vector<int> assets;
    };

    std::array<LabRegion, kLabRegionCount> regions;
    std::array<Part, kLabRegionCount> parts;
    std::vector<SiteEntry> sites;
    std::vector<NodeEntry> nodes;
    std::vector<PlacementEntry> placements;
    std::vector<ReplicaEntry> replicas;
    std::vector<LinkEntry> links;
    std::vector<std::shared_ptr<const Service>> services;
    std::vector<AssetEntry> assets;
};

/// Builds the fleet of @p options. Beyond some thousand sites, edges have no nodes and one link each: the lab then is
/// wide rather than deep. One to two in a hundred sites are not well from the start: maintenance, a failed node, a
/// lagging copy.
LabFleet buildLabFleet(const LabOptions &options, const CloudRegions &clouds, const Gazetteer &cities,
                       const RttModel &rtt, Instant start);

} // namespace graticule
