// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/tablemodel.h"

#include <QHash>
#include <QSet>
#include <QTableView>

namespace graticule {

/// The columns of a table: which are shown, in which order and how wide. One of them takes what is left over, and where
/// room is scarce the others give way to it, as far as they stay readable. Where it is not, columns whose texts would
/// be cut get as much as these need, names first; while nobody has chosen columns, some are hidden in a narrow view. A
/// width that a person chose stays. Widths follow the view and the first data, never data that come later: nothing
/// moves by itself.
class TableColumns : public QObject
{
    Q_OBJECT

public:
    /// Becomes a child of @p view, whose model is @p model.
    TableColumns(QTableView &view, const TableModel &model);

    /// As they were before anybody changed them.
    void reset();
    /// To be called when the view's width changed.
    void fit();
    /// Looks again how wide the texts are.
    void measure();
    /// In the order in which they are seen.
    QList<int> shown() const;
    /// Shown columns in the order in which they are seen, with the widths that a person chose; nothing when nobody has
    /// chosen any. And the reverse: unknown ones are ignored.
    QVariantList save() const;
    void restore(const QVariantList &columns);

private:
    void resized(int column, int before, int now);
    bool isFitted(int column) const;
    bool isPersonal() const;
    void hideForRoom();
    int firstWidth(int column) const;
    int wantedBy(int column) const;

    QTableView &m_view;
    const TableModel &m_model;
    QSet<int> m_chosen;      ///< columns whose width a person chose
    QHash<int, int> m_wants; ///< what the texts of a column need; empty: not looked yet
    int m_rest = -1;         ///< the column that takes what is left over
    bool m_isFitting = false;
    QList<int> m_seen;         ///< shown() when it was fitted last
    bool m_isPersonal = false; ///< somebody chose columns, their order or widths
};

} // namespace graticule
