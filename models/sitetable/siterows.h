// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sitesmodel.h"
#include "models/sitetable/sitefield.h"

#include <array>
#include <string>
#include <vector>

namespace graticule {

/// The values that sites share in one field, each once, numbered in the order in which they were met.
class SharedValues
{
public:
    int add(const QString &value);
    /// Texts that were added may have gone meanwhile.
    void startPass() { m_met.fill({}); }
    int size() const { return int(m_texts.size()); }
    const QString &text(int value) const { return m_texts[size_t(value)]; }
    /// Place of a value among all of them in natural order; an empty one is last.
    int rank(int value) const;

private:
    struct Met
    {
        const QChar *data = nullptr;
        qsizetype size = 0;
        int number = 0;
    };
    QHash<QString, int> m_numbers;
    std::vector<QString> m_texts;
    std::array<Met, 64> m_met{};      ///< texts of this pass, by address: sites share their words
    mutable std::vector<int> m_ranks; ///< empty: to be computed
};

/// Beside each row of a SitesModel what makes filtering and sorting quick: numbers instead of shared texts, and bytes
/// that compare. Rows are those of the model; whoever owns this tells of its changes. GUI thread.
class SiteRows
{
public:
    SiteRows(const SitesModel &sites, const FleetStore &store);

    void clear();
    void append(int first, int last);
    void update(int first, int last);
    void remove(int first, int last);

    int size() const { return int(m_rows.size()); }
    const Site &site(int row) const { return m_sites.site(row); }
    SiteStatus status(int row) const { return m_sites.status(row); }
    int severity(int row) const { return m_rows[size_t(row)].severity; }
    /// The connection by which it is seen first; empty: none.
    const QString &through(int row) const;

    const SharedValues &values(SiteField field) const { return m_values[size_t(field)]; }
    /// Number of the row's value; the field is shared.
    int value(SiteField field, int row) const { return m_rows[size_t(row)].values[size_t(sharedIndex(field))]; }
    /// For people: "Germany" for the country "DE", "not known" for an empty one.
    QString valueText(SiteField field, int value) const;

    /// The use of a resource; null when @p field is none.
    static const Usage *usageOf(const Site &site, SiteField field);

    /// A number that orders rows by @p field, the natural way round. Rows with equal numbers may still differ:
    /// compare().
    quint64 sortKey(SiteField field, int row) const;
    /// < 0, 0, > 0. Costs more than the key.
    int compare(SiteField field, int left, int right) const;

    /// The name as bytes that compare in natural order, and as folded ones to search in.
    const std::string &nameKey(int row) const { return m_rows[size_t(row)].key; }
    const std::string &foldedName(int row) const { return m_rows[size_t(row)].name; }
    const QString &reason(int row) const { return m_sites.reason(row); }

private:
    static constexpr int kShared = 7;
    struct Row
    {
        std::string name; ///< folded
        std::string key;  ///< natural
        quint64 namePrefix = 0;
        std::array<int, kShared> values{};
        int severity = 0;
    };

    static int sharedIndex(SiteField field);
    void startPass();
    Row rowOf(int row);
    QString throughOf(const Site &site);

    const SitesModel &m_sites;
    const FleetStore &m_store;
    std::vector<Row> m_rows;
    std::array<SharedValues, kSiteFields> m_values;
    QHash<EntityId, QString> m_connectionByFeed;      ///< of the pass that runs
    std::array<std::array<int, 2>, 6> m_severities{}; ///< by state, and whether it is stale
};

} // namespace graticule
