// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace graticule {

/// Where a click opens something over the place that was clicked, people who double click would press what has just
/// appeared there: takes the second press away. GUI thread.
class SecondClick : public QObject
{
public:
    explicit SecondClick(QObject *parent = nullptr);

    /// From now on and for as long as it may be the second of a double click.
    void swallow();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTimer m_while;
    bool m_isReleaseLeft = false; ///< of the press that was taken
};

} // namespace graticule
