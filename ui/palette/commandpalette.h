// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/palettemodel.h"
#include "ui/palette/overlay.h"

class QLineEdit;
class QListView;

namespace graticule {

class ActionRegistry;
class Label;
class ViewState;

/// Finds whatever has a name, and runs any command of the program: one line to type in, and the best nine below it. The
/// window does what was picked; commands run through the registry.
class CommandPalette : public Overlay
{
    Q_OBJECT

public:
    /// All outlive the palette.
    CommandPalette(const ThemeSwitch &themes, FleetStore &store, ActionRegistry &actions, QWidget &window);

    /// Opens with an empty line, or closes when it is open.
    void toggle();

    /// For a settings file.
    QStringList recent() const { return m_model.recent(); }
    void setRecent(const QStringList &keys) { m_model.setRecent(keys); }

Q_SIGNALS:
    /// Something of the fleet was chosen: show it. The palette is closed and the focus is back by then.
    void picked(const graticule::PaletteKey &key);

protected:
    int wantedHeight(int most) const override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void takeActions();
    void arrange();
    void showResults();
    void showCurrent();
    bool walk(int key);
    void pick(int row);

    ActionRegistry &m_actions;
    PaletteModel m_model;
    QLineEdit *m_words = nullptr;
    Label *m_count = nullptr;
    QListView *m_list = nullptr;
    ViewState *m_nothing = nullptr;
};

} // namespace graticule
