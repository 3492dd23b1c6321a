// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connectionsmodel.h"
#include "widgets/theme/themeswitch.h"

#include <QWidget>

#include <array>

namespace graticule {

class Button;
class StateCount;

/// The first row of the page: how many connections are in which state, and the button for another one. GUI thread.
class ConnectionsHead : public QWidget
{
    Q_OBJECT

public:
    /// @p model outlives it.
    ConnectionsHead(const ThemeSwitch &themes, const ConnectionsModel &model, QWidget *parent = nullptr);

    void showCounts();
    /// @p why none can be added; empty: they can.
    void setLocked(const QString &why);
    /// Words go, the last first, until all counts fit in @p room pixels.
    void fit(int room);

Q_SIGNALS:
    void addAsked();
    void rulesAsked();

private:
    const ConnectionsModel &m_model;
    Button *m_add = nullptr;
    std::array<StateCount *, 8> m_counts{};
};

} // namespace graticule
