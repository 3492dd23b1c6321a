// SPDX-License-Identifier: GPL-3.0-or-later
// What lies over the window for a moment, and where what was picked there is shown.
#include "ui/help/helpview.h"
#include "ui/overview/overviewpage.h"
#include "ui/page/actionregistry.h"
#include "ui/palette/commandpalette.h"
#include "ui/palette/keymap.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pagestack.h"
#include "ui/shell/topbar.h"
#include "widgets/basic/navrail.h"
#include "widgets/basic/undobar.h"

namespace graticule {

namespace {

const QKeySequence &paletteKeys()
{
    static const QKeySequence keys(Qt::CTRL | Qt::Key_K);
    return keys;
}

const QKeySequence &helpKeys()
{
    static const QKeySequence keys(Qt::Key_F1);
    return keys;
}

} // namespace

void MainWindow::addPalette()
{
    connect(m_topBar, &TopBar::searchAsked, this, &MainWindow::togglePalette);

    ConsoleAction open;
    open.id = QStringLiteral("palette.open");
    open.title = tr("Find or run a command");
    open.section = tr("Window");
    open.icon = QStringLiteral("search");
    open.keys = {paletteKeys()};
    open.run = [this] { togglePalette(); };
    ConsoleAction keys;
    keys.id = QStringLiteral("keys.show");
    keys.title = tr("Show the keys of this view");
    keys.section = tr("Window");
    keys.icon = QStringLiteral("circle-help");
    keys.keys = {helpKeys()};
    keys.words = tr("shortcuts");
    keys.run = [this] { toggleKeys(); };
    m_actions->add({}, {open, keys});
}

CommandPalette &MainWindow::commandPalette()
{
    if (!m_palette) {
        m_pages->makeAll(); // it offers what can be done on any of them
        m_palette = new CommandPalette(m_themes, m_store, *m_actions, *this);
        m_palette->setPassedKeys({paletteKeys(), helpKeys()});
        m_palette->setRecent(m_recent);
        connect(m_palette, &CommandPalette::picked, this, &MainWindow::showPicked);
    }
    return *m_palette;
}

KeyMap &MainWindow::keyMap()
{
    if (!m_keyMap) {
        m_keyMap = new KeyMap(m_themes, *m_actions, *this);
        m_keyMap->setPassedKeys({paletteKeys(), helpKeys()});
        connect(m_keyMap, &KeyMap::helpAsked, this, [this] { showHelp({}); });
        connect(m_keyMap, &KeyMap::runAsked, m_actions, &ActionRegistry::run);
    }
    return *m_keyMap;
}

void MainWindow::togglePalette()
{
    if (m_keyMap)
        m_keyMap->dismiss();
    if (m_help)
        m_help->dismiss();
    commandPalette().toggle();
}

void MainWindow::toggleKeys()
{
    if (m_palette)
        m_palette->dismiss();
    if (m_help)
        m_help->dismiss();
    keyMap().toggle(currentPage(), pageTitle());
}

void MainWindow::showPicked(const PaletteKey &key)
{
    switch (key.kind) {
    case PaletteKind::Site:
        openSite(key.id);
        break;
    case PaletteKind::Connection:
        selectConnection(key.id);
        break;
    case PaletteKind::Region:
        showPage(QStringLiteral("overview"));
        m_overview->openRegion(key.id.toString(), key.id.toString());
        break;
    case PaletteKind::Service:
        openEntity(EntityKind::Service, key.id);
        break;
    case PaletteKind::Asset:
        openEntity(EntityKind::Asset, key.id);
        break;
    case PaletteKind::Page:
    case PaletteKind::Command:
    case PaletteKind::Setting:
        break; // the palette runs them itself
    }
}

} // namespace graticule
