// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/basic/themedwidget.h"
#include "widgets/theme/stateshape.h"

#include <optional>

class QPushButton;

namespace graticule {

/// What stands in a view that has nothing to show: that it is really empty, or what failed.
struct ViewNotice
{
    QString icon;                    ///< for empty; an icon never carries state
    std::optional<StateShape> shape; ///< for failed; drawn instead of the icon
    QString sentence;                ///< "Nothing needs a person", "May not list volumes"
    QString detail;                  ///< empty: the proof, what was looked at and when; failed: whose step is missing
    QString action;                  ///< the one thing to do; empty: none
};

/// Shows a ViewNotice in the middle of itself.
class ViewState : public ThemedWidget
{
    Q_OBJECT

public:
    explicit ViewState(const ThemeSwitch &themes, QWidget *parent = nullptr);

    void setNotice(const ViewNotice &notice);

    QSize sizeHint() const override;

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Places
    {
        QRect mark;
        QRect sentence;
        QRect detail;
        QRect action;
    };
    Places places() const;

    ViewNotice m_notice;
    QPushButton *m_action = nullptr;
};

} // namespace graticule
