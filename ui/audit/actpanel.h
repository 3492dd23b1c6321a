// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/records/act.h"
#include "ui/page/sidepanel.h"

#include <optional>

class QFormLayout;

namespace graticule {

class Label;

/// All that is recorded of one act, beside the table; texts can be selected.
class ActPanel : public SidePanel
{
    Q_OBJECT

public:
    explicit ActPanel(const ThemeSwitch &themes, QWidget *parent = nullptr);

    /// None: nothing is chosen, and the panel says so.
    void show(const std::optional<RecordedAct> &act);

private:
    const ThemeSwitch &m_themes;
    Label *m_title = nullptr;
    QWidget *m_body = nullptr; ///< made anew for each act
    std::optional<RecordedAct> m_act;
};

} // namespace graticule
