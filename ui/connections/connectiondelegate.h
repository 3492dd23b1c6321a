// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/trails/grouptrails.h"
#include "widgets/theme/themeswitch.h"
#include "widgets/theme/tone.h"

#include <QStyledItemDelegate>

#include <utility>

namespace graticule {

/// Draws a connection as a card: state and age, address, one sentence, its sites and how they were, and the load that
/// we cause against its budget.
class ConnectionDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// Both outlive it.
    ConnectionDelegate(const ThemeSwitch &themes, const GroupTrails &trails, QObject *parent = nullptr);

    /// Of one card with its share of the gap around it.
    static constexpr int kHeight = 136;
    static constexpr int kGap = 8;
    /// What the cards of a row share, to the pixel: where that does not come out even the first are a pixel wider.
    /// Whether it is another than before.
    bool setRow(int width, int columns)
    {
        const auto before = std::pair(std::exchange(m_width, width), std::exchange(m_columns, columns));
        return before != std::pair(width, columns);
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

Q_SIGNALS:
    /// The three dots of a card were pressed.
    void menuAsked(const QModelIndex &index, const QPoint &globalPos);

private:
    void paintBox(QPainter &painter, const QRect &box, const QStyleOptionViewItem &option,
                  const QModelIndex &index) const;
    void paintHead(QPainter &painter, const QRect &line, const QModelIndex &index) const;
    void paintSentence(QPainter &painter, const QRect &box, const QString &text, Tone tone) const;
    void paintSites(QPainter &painter, const QRect &line, const QModelIndex &index) const;
    void paintLoad(QPainter &painter, const QRect &line, const QModelIndex &index) const;

    void paintAddress(QPainter &painter, const QRect &line, const QModelIndex &index) const;
    static QRect menuBox(const QRect &box, Qt::LayoutDirection direction);

    const ThemeSwitch &m_themes;
    const GroupTrails &m_trails;
    int m_width = 400;
    int m_columns = 1;
};

} // namespace graticule
