// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QTableView;

namespace graticule {

/// Gives each column of a table the room that its contents take. Where there is more, columns of words share it; where
/// there is less, the widest give way, and the others stay whole. Who drags a column has the last word. Child of the
/// view; GUI thread.
class FittedColumns : public QObject
{
    Q_OBJECT

public:
    explicit FittedColumns(QTableView &view);

    /// Of columns that would like to be @p wanted, in @p room; those of @p words take what is left over. Pure.
    static QList<int> widths(QList<int> wanted, const QList<bool> &words, int room);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();

    QTableView &m_view;
    bool m_isFitting = false;
    bool m_isByHand = false;
};

} // namespace graticule
