// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/latency/latencyplan.h"
#include "models/latency/latencywindows.h"
#include "ui/latency/latencycells.h"
#include "ui/latency/matrixloader.h"

#include <QVariantMap>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QStackedLayout;

namespace graticule {

class Button;
class HeatLegend;
class HeatMap;
class Label;
class SegmentedControl;
class ThemeSwitch;
class UndoBar;
class ViewState;

/// The matrix of round trips between sites, with what it is filtered and looked at by. Figures change in their cells;
/// rows and columns only while nobody points at them. What is worked out comes a moment after it was asked for. GUI
/// thread.
class MatrixPanel : public QWidget
{
    Q_OBJECT

public:
    /// All outlive the panel.
    MatrixPanel(const ThemeSwitch &themes, FleetStore &store, LatencyWindows &windows, UndoBar &said,
                QWidget *parent = nullptr);

    const LatencyPlan &plan() const { return *m_plan; }
    LatencyMode mode() const { return m_mode; }
    void setMode(LatencyMode mode);
    HeatMap &map() { return *m_map; }
    /// Moves to the cell of two sites; false: they are not in the matrix.
    bool choose(const EntityId &from, const EntityId &to);
    /// Of the cell that is chosen; empty: none is.
    EntityId from() const;
    EntityId to() const;
    /// Looks at the fleet again, if it has changed.
    void setAwake(bool isAwake);
    void focusFilter();
    void clearFilter();
    void setSlowestFirst(bool isSlowestFirst);
    bool isSlowestFirst() const { return m_filter.isSlowestFirst; }
    void exportCsv();
    /// The chosen cell in words.
    QString copyText() const;
    bool isReady() const { return !m_isPlanDue && !m_loader.isBusy(); }
    /// Something of what is shown is being worked out.
    bool isBusy() const { return m_loader.isBusy(); }

    QVariantMap saveState() const;
    void restoreState(const QVariantMap &state);

Q_SIGNALS:
    /// Another cell, or another link measures it. @p byPerson: somebody moved there.
    void chosen(bool byPerson);
    void activated();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildTools();
    void buildFoot();
    void readFilter();
    void planIfDue();
    void makePlan();
    void showFigures();
    void ask(bool keepsPlan);
    void take(const MatrixLoader::Answer &answer);
    void takePlan(const MatrixLoader::Answer &answer);
    void showNote();
    void showNotice();
    void fillRegions(QStringList regions);
    void fit();
    LatencyCells::View view() const;

    const ThemeSwitch &m_themes;
    FleetStore &m_store;
    LatencyWindows &m_windows;
    UndoBar &m_said;
    LatencyFilter m_filter;
    MatrixLoader m_loader;
    MatrixLoader::Plan m_plan = std::make_shared<const LatencyPlan>();
    LatencyMode m_mode = LatencyMode::P95;
    bool m_isAwake = false;
    bool m_isPlanDue = true;
    bool m_isOurs = false;    ///< no person moves to another cell, we do
    bool m_wasOld = false;    ///< the figures, when they were shown
    double m_fitted = 0;      ///< width of a cell as we chose it; a person may choose another
    bool m_wasChosen = false; ///< by a person or by us: the worst cell is offered once

    QWidget *m_tools = nullptr;
    QWidget *m_foot = nullptr;
    Label *m_note = nullptr;
    SegmentedControl *m_modes = nullptr;
    QLineEdit *m_words = nullptr;
    QComboBox *m_region = nullptr;
    QComboBox *m_most = nullptr;
    QComboBox *m_length = nullptr;
    Button *m_slowest = nullptr;
    QStackedLayout *m_stack = nullptr;
    HeatMap *m_map = nullptr;
    ViewState *m_notice = nullptr;
    HeatLegend *m_legend = nullptr;
    Label *m_count = nullptr;
    Button *m_export = nullptr;
};

} // namespace graticule
