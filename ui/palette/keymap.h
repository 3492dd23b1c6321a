// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/palette/keymapmodel.h"
#include "ui/palette/overlay.h"

class QLineEdit;
class QListView;

namespace graticule {

class Button;
class Label;
class ViewState;

/// The keys of this view: what can be done on the page that is shown and anywhere, with a filter.
class KeyMap : public Overlay
{
    Q_OBJECT

public:
    /// @p actions outlives it.
    KeyMap(const ThemeSwitch &themes, const ActionRegistry &actions, QWidget &window);

    /// Opens for a page, or closes when it is open.
    void toggle(const QString &page, const QString &title);

Q_SIGNALS:
    /// The help is to be shown instead.
    void helpAsked();
    /// An action is to be run; the list has closed.
    void runAsked(const QString &action);

protected:
    int wantedHeight(int most) const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showCount();
    void run(const QModelIndex &index);

    KeyMapModel m_model;
    Label *m_title = nullptr;
    Label *m_count = nullptr;
    QLineEdit *m_words = nullptr;
    QListView *m_list = nullptr;
    ViewState *m_nothing = nullptr;
};

} // namespace graticule
