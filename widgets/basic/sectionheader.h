// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/basic/themedwidget.h"

namespace graticule {

/// The line that heads a panel: title, count, and a note at the far end.
class SectionHeader : public ThemedWidget
{
    Q_OBJECT

public:
    enum class Size {
        Panel, ///< 44 high with a hairline below: "Needs a person"
        Group, ///< 28 high, small and quiet: "Workloads"
    };

    SectionHeader(const ThemeSwitch &themes, const QString &title, Size size = Size::Panel, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// A number in a pill after the title; empty: none.
    void setCount(const QString &count);
    void setNote(const QString &note);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void describe();

    QString m_title;
    QString m_count;
    QString m_note;
    Size m_size;
};

} // namespace graticule
