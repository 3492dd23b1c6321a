// SPDX-License-Identifier: GPL-3.0-or-later
// The help, and what a figure on a page means.
#include "ui/help/figurecard.h"
#include "ui/help/figureguide.h"
#include "ui/help/helpview.h"
#include "ui/page/actionregistry.h"
#include "ui/palette/commandpalette.h"
#include "ui/palette/keymap.h"
#include "ui/shell/mainwindow.h"
#include "widgets/basic/navrail.h"

namespace graticule {

void MainWindow::addHelp()
{
    ConsoleAction help;
    help.id = QStringLiteral("help.show");
    help.title = tr("Help");
    help.section = tr("Window");
    help.icon = QStringLiteral("circle-help");
    help.words = tr("manual, what is, explain");
    help.run = [this] { showHelp({}); };
    ConsoleAction what;
    what.id = QStringLiteral("help.figure");
    what.title = tr("What is this?");
    what.section = tr("Window");
    what.icon = QStringLiteral("circle-help");
    what.words = tr("explain, figure, column");
    what.keys = {Qt::SHIFT | Qt::Key_F1};
    what.run = [this] { explainFocus(); };
    m_actions->add({}, {help, what});
    m_rail->addTool(QStringLiteral("help"), QStringLiteral("circle-help"), tr("Help"));

    m_guide = new FigureGuide(*this);
    m_figureCard = new FigureCard(m_themes, *this);
    connect(m_figureCard, &FigureCard::topicAsked, this, &MainWindow::showHelp);
    connect(m_guide, &FigureGuide::asked, this,
            [this](const FigureGuide::Found &figure) { m_figureCard->show(figure.id, figure.place); });
}

QString MainWindow::pageTitle() const
{
    const ActionRegistry::Entry *shown = m_actions->find(QStringLiteral("page.") + currentPage());
    return shown ? shown->action.title : QString();
}

void MainWindow::showHelp(const QString &topic)
{
    if (m_palette)
        m_palette->dismiss();
    if (m_keyMap)
        m_keyMap->dismiss();
    if (!m_help) {
        m_help = new HelpView(m_themes, *this);
        m_help->setPassedKeys({Qt::CTRL | Qt::Key_K, Qt::Key_F1});
        connect(m_help, &HelpView::keysAsked, this, &MainWindow::toggleKeys);
    }
    m_help->open(topic, currentPage(), pageTitle());
}

/// What the focus is on; where that is no single figure, all of the page.
void MainWindow::explainFocus()
{
    const FigureGuide::Found figure = m_guide->atFocus();
    if (figure.id.isEmpty())
        showHelp(HelpView::figuresTopic());
    else
        m_figureCard->show(figure.id, figure.place);
}

} // namespace graticule
