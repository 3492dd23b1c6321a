// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/latency/latencywindows.h"
#include "models/latency/linktrail.h"
#include "ui/page/sidepanel.h"

#include <array>

class QComboBox;
class QHBoxLayout;
class QStackedLayout;

namespace graticule {

class Button;
class Label;
class LinkCharts;
class LinkFigure;
class StateMark;
class UndoBar;
class ViewState;

/// One pair of sites in full: five figures beside what is usual, the charts, the pairs that are remembered.
class LinkPanel : public SidePanel
{
    Q_OBJECT

public:
    /// Two sites, in the direction in which it is measured.
    struct Pair
    {
        EntityId from;
        EntityId to;

        friend bool operator==(const Pair &, const Pair &) = default;
    };

    /// All outlive the panel.
    LinkPanel(const ThemeSwitch &themes, FleetStore &store, LatencyWindows &windows, LinkTrail &trail, UndoBar &said,
              QWidget *parent = nullptr);

    /// @p link: what measures it; empty: nothing does.
    void showPair(const Pair &pair, const EntityId &link);
    const Pair &pair() const { return m_pair; }
    void setPins(const QList<Pair> &pins);
    const QList<Pair> &pins() const { return m_pins; }
    /// Remembers the pair, or forgets it.
    void togglePin();
    /// All figures as text, with the time.
    QString copyText() const;
    /// Whole hours and days as such: "6 h", "7 d".
    static QString lengthText(Milliseconds length);
    /// "sin1 → bom1".
    QString pairText(const Pair &pair) const;

Q_SIGNALS:
    void pairAsked(const graticule::LinkPanel::Pair &pair);
    void siteAsked(const graticule::EntityId &site);
    void pinsChanged();

private:
    QWidget *buildHead();
    QWidget *buildFigures();
    QWidget *buildFoot();
    void showFigures();
    void showHead();
    void showPins();
    QString subtitle() const;

    const ThemeSwitch &m_themes;
    FleetStore &m_store;
    LatencyWindows &m_windows;
    LinkTrail &m_trail;
    Pair m_pair;
    EntityId m_link;
    QList<Pair> m_pins;

    StateMark *m_mark = nullptr;
    Label *m_title = nullptr;
    Label *m_subtitle = nullptr;
    Button *m_swap = nullptr;
    Button *m_pin = nullptr;
    std::array<LinkFigure *, 5> m_figures{};
    QStackedLayout *m_stack = nullptr;
    ViewState *m_nothing = nullptr;
    LinkCharts *m_charts = nullptr;
    QComboBox *m_length = nullptr;
    QComboBox *m_compare = nullptr;
    Button *m_open = nullptr;
    QWidget *m_pinRow = nullptr;
    QHBoxLayout *m_pinLayout = nullptr;
};

} // namespace graticule
