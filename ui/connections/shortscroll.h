// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace graticule {

/// As high as what is in it, up to a limit; what is higher scrolls. There only while its content is. GUI thread.
class ShortScroll : public QScrollArea
{
    Q_OBJECT

public:
    /// Takes @p content, which needs a layout. @p most: pixels.
    ShortScroll(QWidget *content, int most, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    int m_most;
};

} // namespace graticule
