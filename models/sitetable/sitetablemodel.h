// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sitetable/sitelines.h"

namespace graticule {

/// The table of sites: column n is SiteField n; behind them are those of trails. What new data does to order, groups
/// and filter waits for kSettle.
class SiteTableModel : public TableModel
{
    Q_OBJECT

public:
    static constexpr int kTickColumn = kSiteFields + kSiteTrails;
    static constexpr int kColumns = kTickColumn + 1;
    static constexpr Milliseconds kSettle{1000};

    /// Both outlive this.
    SiteTableModel(SitesModel &sites, FleetStore &store, QObject *parent = nullptr);

    const SiteQuery &query() const { return m_query; }
    void setQuery(const SiteQuery &query);
    TableQuery tableQuery() const override;
    void setTableQuery(const TableQuery &query) override;
    const TableFolding &folding() const override { return m_folding; }
    void setFolding(const TableFolding &folding) override;

    int matches() const override { return m_lines.matches; }
    int seenTwice() const override;
    int total() const override { return m_sites.rowCount(); }
    const std::vector<SiteGroup> &groups() const { return m_lines.groups; }
    QString groupName(const SiteGroup &group) const;
    TableGroup groupAt(int number) const override;
    QString groupTitle(int number) const override { return groupName(m_lines.groups[size_t(number)]); }
    bool isGrouped() const override { return !m_lines.groups.empty(); }
    /// Values of a shared field that some site has, in natural order, with the number of sites that have each.
    QList<std::pair<QString, int>> valuesOf(SiteField field) const;
    QList<std::pair<QString, int>> valuesIn(int column) const override { return valuesOf(SiteField(column)); }

    const SiteLine &line(int row) const override { return m_lines.lines[size_t(row)]; }
    /// Of a line of the kind Group or More, or the group of the site; null when not grouped.
    const SiteGroup *groupOf(int row) const;
    /// Empty for lines that are no site.
    EntityId siteAt(int row) const;
    EntityId idAt(int row) const override { return siteAt(row); }
    int rowOf(const EntityId &site) const override;
    QString nameOf(const EntityId &site) const override;

    void setHeld(bool held) override;
    void setAsleep(bool asleep) override;
    bool isHeld() const { return m_isHeld; }
    /// New data would change places.
    bool isPending() const { return m_isPending; }
    void settle() override;

    const QSet<EntityId> &chosen() const override { return m_chosen; }
    void setChosen(const QSet<EntityId> &sites) override;
    QList<EntityId> allInOrder() const override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QStringList texts(const EntityId &site) const override;
    Instant seenAt(const EntityId &site) const override;
    bool isLab(const EntityId &site) const override;

    /// What data() says of a line that is a site, for a view that draws whole rows: @p site is SiteLine::at.
    QString text(SiteField field, int site) const;
    /// How loud that text is.
    Emphasis emphasis(SiteField field, int site) const;
    SiteStatus status(int site) const { return m_rows.status(site); }
    /// Used part of a resource; nullopt: not known, or @p field is none.
    std::optional<double> share(SiteField field, int site) const;

protected:
    QList<TableOrder> shownOrder() const override { return tableQuery().order; }

private:
    void connectSource();
    void sourceChanged(int first, int last);
    /// What m_sorted is good for.
    enum class Known { Nothing, Superset, SortedSuperset, All };

    void compute(Known known);
    void rearrange(Known known = Known::Nothing);
    void changeSoon();
    void forgetGone();
    void setPending(bool pending);
    std::vector<EntityId> keptSites() const;
    void restore(const std::vector<EntityId> &sites, bool byNumber);
    QVariant siteData(SiteField field, int site, int role) const;
    QString sentence(int row) const;

    SitesModel &m_sites;
    FleetStore &m_store;
    SiteRows m_rows;
    SiteQuery m_query;
    TableFolding m_folding;
    std::vector<int> m_sorted; ///< rows of the source that match, in order
    SiteLines m_lines;
    mutable std::vector<int> m_lineOfSite; ///< by source row; empty: to be computed
    std::vector<EntityId> m_kept;          ///< of persistent indexes, while the source removes
    QSet<EntityId> m_chosen;
    bool m_isHeld = false;
    bool m_isAsleep = false;
    bool m_isPending = false;
    bool m_isScheduled = false;
};

} // namespace graticule
