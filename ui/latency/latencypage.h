// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/latency/latencywindows.h"
#include "models/latency/linktrail.h"
#include "ui/latency/linkpanel.h"
#include "ui/page/page.h"

namespace graticule {

class MatrixPanel;

/// What is slow, since when, seen from where: all pairs of sites as a matrix, and the chosen one in full beside it.
/// Nothing is asked of the keeper while the page is not seen.
class LatencyPage : public Page
{
    Q_OBJECT

public:
    /// All outlive the page.
    LatencyPage(const ThemeSwitch &themes, FleetStore &store, SampleCalls &calls, UndoBar &said,
                QWidget *parent = nullptr);

    QList<QWidget *> regions() const override;
    QString copyText() const override;
    QList<ConsoleAction> actions() override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;
    bool isSettled() const override;
    void wake() override;
    void sleep() override;

    void choosePair(const LinkPanel::Pair &pair);

Q_SIGNALS:
    void siteAsked(const graticule::EntityId &site);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setAwake(bool isAwake);
    void showChosen(bool byPerson);

    FleetStore &m_store;
    LatencyWindows m_windows;
    LinkTrail m_trail;
    MatrixPanel *m_matrix = nullptr;
    LinkPanel *m_panel = nullptr;
    LinkPanel::Pair m_remembered; ///< to be chosen when the fleet tells of it
};

} // namespace graticule
