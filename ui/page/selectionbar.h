// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/themeswitch.h"

#include <QFrame>

namespace graticule {

class Label;

/// Says which rows are ticked and what can be done with them; at its end the keys of the table.
class SelectionBar : public QFrame
{
    Q_OBJECT

public:
    struct Words
    {
        QString page;   ///< id of the page; the bar is "page.selection"
        QString chosen; ///< "Chosen sites", its name
        QString keys;   ///< what the keys of the table do
    };

    SelectionBar(const ThemeSwitch &themes, const Words &words, QWidget *parent = nullptr);

    /// @p names are the first few of them. None: the bar hides.
    void setChosen(qsizetype count, const QStringList &names);

Q_SIGNALS:
    void copyAsked();
    void exportAsked();
    void clearAsked();

private:
    Label *m_count = nullptr;
    Label *m_names = nullptr;
};

} // namespace graticule
