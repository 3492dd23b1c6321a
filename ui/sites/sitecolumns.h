// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sitetable/sitetablemodel.h"

#include <QSet>
#include <QTableView>

namespace graticule {

/// The columns of the table of sites: which are shown, in which order and how wide. Why a site is not well is what a
/// person reads longest, so where room is scarce the others give way to it, as far as they stay readable; a width that
/// a person chose stays.
class SiteColumns : public QObject
{
    Q_OBJECT

public:
    /// Becomes a child of @p view, whose model is a SiteTableModel.
    explicit SiteColumns(QTableView &view);

    /// As they were before anybody changed them.
    void reset();
    /// To be called when the view's width changed.
    void fit();
    /// In the order in which they are seen.
    QList<SiteField> shownFields() const;
    /// Shown columns in the order in which they are seen, with the widths that a person chose, and the reverse: unknown
    /// ones are ignored.
    QVariantList save() const;
    void restore(const QVariantList &columns);

private:
    void resized(int column, int before, int now);
    bool isFitted(int column) const;

    QTableView &m_view;
    QSet<int> m_chosen; ///< columns whose width a person chose
    bool m_isFitting = false;
};

} // namespace graticule
