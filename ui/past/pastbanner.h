// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/timetravel/timetravel.h"
#include "widgets/basic/themedwidget.h"

namespace graticule {

class BannerButton;
class SegmentedControl;

/// The line under the top bar while the past is shown: which moment, how long ago, as known when, what is amiss with
/// it, and the way back. Its words follow the TimeTravel. GUI thread.
class PastBanner : public ThemedWidget
{
    Q_OBJECT

public:
    PastBanner(const ThemeSwitch &themes, TimeTravel &travel, QWidget *parent = nullptr);

    /// All that it says, whether there is room for it or not.
    QString words() const;

    QSize sizeHint() const override { return {640, tokens::size::modeBanner}; }

Q_SIGNALS:
    void compareAsked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void tell();
    void fit();

    TimeTravel &m_travel;
    SegmentedControl *m_known;
    BannerButton *m_compare;
    BannerButton *m_live;
    QString m_before; ///< the moment
    QString m_moment;
    QString m_after;
    bool m_hasFailed = false;
    bool m_hasLock = true; ///< there is room to say that actions are locked
    int m_controls = 0;    ///< where the controls begin, counted from the trailing end
};

} // namespace graticule
