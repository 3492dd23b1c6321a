// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/connectionsfilter.h"
#include "widgets/theme/themeswitch.h"

#include <QWidget>

class QLineEdit;
class QMenu;

namespace graticule {

class FilterToken;
class Label;

/// The line above the cards: their order, which kind and state, words, and how many they are. GUI thread.
class ConnectionFilters : public QWidget
{
    Q_OBJECT

public:
    ConnectionFilters(const ThemeSwitch &themes, ConnectionsFilter &filter, QWidget *parent = nullptr);

    /// What is said of the cards in sum, what matters most first: the last parts go into the tooltip where they have no
    /// room.
    void setSum(const QStringList &parts);
    void setOrder(ConnectionsFilter::Order order);
    void focusWords();
    /// Takes every filter away; false: there was none.
    bool clear();

Q_SIGNALS:
    void filtersChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showTokens();
    void fitSum();
    void openOrders();
    void openKinds();
    void openStates();
    void popUp(QMenu *menu, FilterToken *below);
    static QString orderTitle(ConnectionsFilter::Order order);

    const ThemeSwitch &m_themes;
    ConnectionsFilter &m_filter;
    FilterToken *m_order = nullptr;
    FilterToken *m_kind = nullptr;
    FilterToken *m_state = nullptr;
    QLineEdit *m_words = nullptr;
    Label *m_sum = nullptr;
    QStringList m_parts;
};

} // namespace graticule
