// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sitesmodel.h"
#include "models/sitetable/foldedtexts.h"
#include "models/sitetable/nameorder.h"
#include "models/sitetable/sharedvalues.h"
#include "models/sitetable/sitefield.h"

#include <array>
#include <vector>

namespace graticule {

/// Beside each row of a SitesModel what makes filtering and sorting quick: numbers instead of shared texts, names that
/// lie together, and orders that are kept from one question to the next. Rows are those of the model; whoever owns this
/// tells of its changes. GUI thread.
class SiteRows
{
public:
    using Usages = std::array<Usage, 3>; ///< CPU, memory, storage

    SiteRows(const SitesModel &sites, const FleetStore &store);

    void clear();
    void append(int first, int last);
    void update(int first, int last);
    void remove(int first, int last);

    int size() const { return int(m_states.size()); }
    const Site &site(int row) const { return m_sites.site(row); }
    /// Without the time since when.
    SiteStatus status(int row) const
    {
        return {SiteState(m_states[size_t(row)] & kStateBits), (m_states[size_t(row)] & kStaleBit) != 0, kNever};
    }
    /// The connection by which it is seen first; empty: none.
    const QString &through(int row) const;
    /// What is used of each resource; kept from the first question on.
    const std::vector<Usages> &usages() const;

    /// Of a shared field.
    const SharedValues &values(SiteField field) const;
    /// Numbers of the rows' values; the field is shared. Kept from the first question on.
    const std::vector<int> &numbers(SiteField field) const;
    /// Makes the numbers of several fields in one go, which is quicker.
    void prepare(std::initializer_list<SiteField> fields) const;
    int number(SiteField field, int row) const { return numbers(field)[size_t(row)]; }
    /// For people: "Germany" for the country "DE", "not known" for an empty one.
    QString valueText(SiteField field, int value) const;

    /// A value as it was told and as people read it, folded: what words are searched in.
    const std::string &searchText(SiteField field, int value) const;

    /// The use of a resource; null when @p field is none.
    static const Usage *usageOf(const Site &site, SiteField field);

    /// For each of @p rows a number that orders them by @p field, the natural way round.
    std::vector<quint64> sortKeys(SiteField field, const std::vector<int> &rows) const;
    /// By name, and sites of the same name by id; kept until a name changes.
    const NameOrder &nameOrder() const;

    /// Name and reason, folded: what words are searched in.
    const FoldedTexts &texts() const { return m_texts; }

private:
    static constexpr quint8 kStateBits = 0x07;
    static constexpr quint8 kStaleBit = 0x08;

    static Usages usagesOf(const Site &site) { return {site.cpu, site.memory, site.storage}; }
    void startPass() const;
    void setState(int row);
    void setKept(int row);
    int numberOf(SiteField field, int row) const;
    int throughOf(const Site &site) const;
    std::vector<quint64> reasonKeys(const std::vector<int> &rows) const;
    std::vector<quint64> seenKeys(const std::vector<int> &rows) const;

    const SitesModel &m_sites;
    const FleetStore &m_store;
    std::vector<quint8> m_states; ///< by row: SiteState, and whether it is stale
    FoldedTexts m_texts;
    // What a question needs is made when it is first asked: a table that is only looked at has no use for most of it.
    mutable std::array<std::vector<int>, kSiteFields> m_numbers; ///< by field and row; empty: nobody asked yet
    mutable std::array<SharedValues, kSiteFields> m_values;      ///< by field
    mutable std::array<std::vector<std::string>, kSiteFields> m_searchTexts; ///< by field and number
    mutable MetTexts<int> m_metFeeds;      ///< connection by feed, of the pass that runs
    mutable std::vector<Usages> m_usages;  ///< empty: nobody asked yet
    mutable NameOrder m_nameOrder;         ///< empty: to be computed
    std::array<quint8, 16> m_severities{}; ///< by state, and whether it is stale, as in m_states
};

} // namespace graticule
