// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/tablemodel.h"
#include "models/trails/trailbook.h"
#include "widgets/theme/themeswitch.h"

#include <QCache>
#include <QPixmap>
#include <QTableView>
#include <QTimer>

class QPainter;

namespace graticule {

/// The cells of a table that show how their rows were lately: what is in view is asked for once the view rests, drawn
/// once, and kept as a picture, so that rows which scroll by cost next to nothing. GUI thread.
class TrailCells : public QObject
{
    Q_OBJECT

public:
    /// Becomes a child of @p view, whose model is @p model; store and calls outlive it.
    TrailCells(const ThemeSwitch &themes, FleetStore &store, SampleCalls &calls, QTableView &view, TableModel &model);

    /// Into the inner part of a cell.
    void paint(QPainter &painter, const QRect &box, TrailKind kind, const EntityId &row);
    /// To be called when other rows, or columns, may be in view.
    void lookSoon();
    bool isSettled() const { return !m_rest.isActive() && m_book.isSettled(); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    using Key = std::pair<int, EntityId>;

    void look();
    void show(TrailKind kind, const EntityId &row);
    QList<EntityId> rowsInView() const;
    QPixmap drawn(const QRect &box, TrailKind kind, const EntityId &row, qreal ratio) const;
    void drawSamples(QPainter &painter, const QRect &box, TrailKind kind, const EntityId &row) const;
    void drawStates(QPainter &painter, const QRect &box, const EntityId &row) const;
    void drawWords(QPainter &painter, const QRect &box, const QString &words) const;
    bool isTold(TrailKind kind, const EntityId &row) const;

    const ThemeSwitch &m_themes;
    FleetStore &m_store;
    QTableView &m_view;
    TableModel &m_model;
    TrailBook m_book;
    QTimer m_rest; ///< until the view rests
    QCache<Key, QPixmap> m_pictures;
};

} // namespace graticule
