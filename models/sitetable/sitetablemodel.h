// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sitetable/sitelines.h"

#include <QAbstractTableModel>

namespace graticule {

/// The table of sites as a person asked for it: filtered, sorted, grouped, folded. Column n is SiteField n; the one
/// after them has no text, for a tick.
///
/// New data is shown at once in its row. What it does to order, groups and filter waits for kSettle, and for as long as
/// isHeld(): nothing moves under a pointer (pendingChanged() says that something waits). Persistent indexes follow
/// their sites. GUI thread.
class SiteTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        KindRole = Qt::UserRole + 0x200, ///< SiteLine::Kind, as int
        ChosenRole,                      ///< bool: the site is among the chosen ones
    };
    static constexpr int kTickColumn = kSiteFields;
    static constexpr int kColumns = kSiteFields + 1;
    static constexpr Milliseconds kSettle{1000};

    /// Both outlive this.
    SiteTableModel(SitesModel &sites, FleetStore &store, QObject *parent = nullptr);

    const SiteQuery &query() const { return m_query; }
    void setQuery(const SiteQuery &query);
    const SiteFolding &folding() const { return m_folding; }
    void setFolding(const SiteFolding &folding);

    /// Sites that match, and all there are.
    int matches() const { return m_lines.matches; }
    int total() const { return m_sites.rowCount(); }
    const std::vector<SiteGroup> &groups() const { return m_lines.groups; }
    QString groupName(const SiteGroup &group) const;
    /// "27 more, all healthy"
    QString moreText(const SiteGroup &group) const;
    /// Values of a shared field that some site has, in natural order, with the number of sites that have each.
    QList<std::pair<QString, int>> valuesOf(SiteField field) const;

    const SiteLine &line(int row) const { return m_lines.lines[size_t(row)]; }
    /// Of a line of the kind Group or More, or the group of the site; null when not grouped.
    const SiteGroup *groupOf(int row) const;
    /// Row of the head of the row's group; -1 when not grouped.
    int headOf(int row) const;
    /// Empty for lines that are no site.
    EntityId siteAt(int row) const;
    /// -1: it does not match, or is folded away.
    int rowOf(const EntityId &site) const;

    /// Nothing changes its place from now on, or may again.
    void setHeld(bool held);
    bool isHeld() const { return m_isHeld; }
    /// New data would change places.
    bool isPending() const { return m_isPending; }
    /// Puts everything in its place now, held or not.
    void settle();

    /// The sites that a person ticked. Those that are no longer there are forgotten.
    const QSet<EntityId> &chosen() const { return m_chosen; }
    void setChosen(const QSet<EntityId> &sites);
    /// All that match, folded away or not.
    QSet<EntityId> allMatching() const;
    QList<EntityId> allInOrder() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// A row of the CSV or of the clipboard: every field as text.
    QStringList texts(const EntityId &site) const;

    /// What data() says of a line that is a site, for a view that draws whole rows: @p site is SiteLine::at.
    QString text(SiteField field, int site) const;
    /// How loud that text is.
    Emphasis emphasis(SiteField field, int site) const;
    SiteStatus status(int site) const { return m_rows.status(site); }
    /// Used part of a resource; nullopt: not known, or @p field is none.
    std::optional<double> share(SiteField field, int site) const;
    bool isChosen(int site) const { return !m_chosen.isEmpty() && m_chosen.contains(m_sites.site(site).id); }

Q_SIGNALS:
    void queryChanged();
    void countsChanged();
    void pendingChanged(bool pending);
    void chosenChanged();

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
    SiteFolding m_folding;
    std::vector<int> m_sorted; ///< rows of the source that match, in order
    SiteLines m_lines;
    mutable std::vector<int> m_lineOfSite; ///< by source row; empty: to be computed
    std::vector<EntityId> m_kept;          ///< of persistent indexes, while the source removes
    QSet<EntityId> m_chosen;
    bool m_isHeld = false;
    bool m_isPending = false;
    bool m_isScheduled = false;
};

} // namespace graticule
