// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entities.h"

#include <memory>
#include <vector>

namespace graticule {

/// One entity out of what several sources say of it: those in sight first, else in the order of their ids (so that the
/// result does not depend on who came first). The first one wins; a site also takes what the first lacks, all feeds and
/// labels, the worst condition and the sum of the capacities that different feeds tell of.
template<class T> std::shared_ptr<const T> merge(const std::vector<std::shared_ptr<const T>> &said)
{
    return said.front();
}

template<> std::shared_ptr<const Site> merge(const std::vector<std::shared_ptr<const Site>> &said);

/// A service as one source tells of it.
struct SaidService
{
    std::shared_ptr<const Service> service;
    QString by; ///< name of the connection
};

/// The first one, with the tier of the most important, and with the labels of all. What they say otherwise of one label
/// stands under its key and who says so: "version (dock)", "version (kube, lab)"; then there is none under the key
/// itself, since it would be one connection's only.
std::shared_ptr<const Service> mergeServices(const std::vector<SaidService> &said);

} // namespace graticule
