// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/attentionmodel.h"
#include "ui/page/secondclick.h"
#include "ui/page/sidepanel.h"

class QListView;
class QVBoxLayout;

namespace graticule {

class Button;
class Label;
class SectionHeader;
class SkeletonRows;
class ViewState;

/// The list of what needs a person. While somebody is at it (HoldWatch) nothing moves; what is new waits behind a
/// button that counts it. A click or Enter opens what a row is about; the arrow keys only show it on the map.
class AttentionPanel : public SidePanel
{
    Q_OBJECT

public:
    AttentionPanel(const ThemeSwitch &themes, FleetStore &store, AttentionModel &model, QWidget *parent = nullptr);

    /// Something above the list, such as the card of the first start.
    void setHeadWidget(QWidget *widget);
    /// The selected row as text; empty: none.
    QString copyText() const;
    QWidget *list() const;

Q_SIGNALS:
    void selected(const graticule::AttentionItem &item);
    void opened(const graticule::AttentionItem &item);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showState();
    void walk(int step);

    FleetStore &m_store;
    AttentionModel &m_model;
    QVBoxLayout *m_layout = nullptr;
    SectionHeader *m_header = nullptr;
    Button *m_waiting = nullptr;
    QListView *m_list = nullptr;
    SkeletonRows *m_loading = nullptr;
    ViewState *m_calm = nullptr;
    SecondClick m_secondClick;
};

} // namespace graticule
