// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/states.h"

#include <array>

/// What runs and what is kept in the lab: the services and data of an invented retailer.
namespace graticule::labcatalogue {

/// Where a service runs.
enum class Where { Hub, Edge, Presence, Gateway };

struct ServiceKind
{
    const char *name;
    int tier;
    Where where;
    double share; ///< of the sites of that sort that have it
};

inline constexpr std::array kServices = std::to_array<ServiceKind>({
    {"payments", 1, Where::Hub, 0.35},
    {"checkout", 1, Where::Hub, 0.5},
    {"orders", 1, Where::Hub, 0.4},
    {"login", 1, Where::Hub, 0.45},
    {"accounts", 2, Where::Hub, 0.3},
    {"catalogue", 2, Where::Hub, 0.45},
    {"inventory", 2, Where::Hub, 0.3},
    {"search", 2, Where::Hub, 0.4},
    {"messaging", 2, Where::Hub, 0.2},
    {"telemetry-ingest", 2, Where::Hub, 0.3},
    {"recommendations", 3, Where::Hub, 0.3},
    {"analytics", 3, Where::Hub, 0.2},
    {"reports", 3, Where::Hub, 0.15},
    {"media-resize", 3, Where::Hub, 0.2},
    {"edge-cache", 2, Where::Edge, 1.0},
    {"point-of-sale", 1, Where::Edge, 0.6},
    {"stock-sync", 3, Where::Edge, 0.4},
    {"dns", 1, Where::Presence, 1.0},
    {"tls-front", 1, Where::Presence, 0.9},
    {"device-ingest", 2, Where::Gateway, 1.0},
    {"firmware-updates", 3, Where::Gateway, 0.5},
});

struct AssetKind
{
    const char *name;
    const char *classification;
    const char *owner;
    int copies;  ///< standbys beside the primary
    bool abroad; ///< one of them in another region
    double gigabytes;
};

inline constexpr std::array kAssets = std::to_array<AssetKind>({
    {"orders-db", "personal", "Commerce", 3, true, 820},
    {"ledger", "financial", "Finance", 2, true, 310},
    {"identity-db", "personal", "Platform", 3, true, 95},
    {"invoices", "financial", "Finance", 2, false, 140},
    {"inventory-db", "internal", "Supply", 2, true, 210},
    {"catalogue-db", "public", "Commerce", 4, true, 75},
    {"media-store", "public", "Commerce", 2, true, 18'400},
    {"search-index", "internal", "Commerce", 3, true, 160},
    {"sessions", "personal", "Platform", 1, false, 22},
    {"telemetry-archive", "internal", "Operations", 1, true, 9'600},
    {"audit-log", "confidential", "Security", 2, true, 430},
});

/// One of these per region, kept within it.
inline constexpr AssetKind kCustomers{"customers", "personal", "Customer care", 2, false, 240};

} // namespace graticule::labcatalogue
