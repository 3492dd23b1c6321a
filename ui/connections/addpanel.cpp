// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/addpanel.h"

#include "ui/page/endpointrows.h"
#include "ui/site/factcolumn.h"
#include "widgets/basic/button.h"
#include "widgets/basic/sectionheader.h"

#include <QLabel>
#include <QVBoxLayout>

#include <limits>

namespace graticule {

AddPanel::AddPanel(const ThemeSwitch &themes, ConsoleCommands &commands, KeeperFacts &facts, PlaceNames &places,
                   QWidget *parent)
    : ConnectionEditor(themes, commands, facts, places, parent)
    , m_themes(themes)
    , m_commands(commands)
    , m_facts(facts)
{
    buildFound();
    addAbove(new SectionHeader(themes, tr("Any other"), SectionHeader::Size::Group));
    m_brokenBox = new QWidget(this);
    auto *brokenLayout = new QVBoxLayout(m_brokenBox);
    brokenLayout->setContentsMargins(0, 0, 0, 0);
    brokenLayout->addWidget(new SectionHeader(themes, tr("Files that could not be read"), SectionHeader::Size::Group));
    m_broken = makeText(m_brokenBox, "small", "secondary");
    brokenLayout->addWidget(m_broken);
    addBelow(m_brokenBox);
    connect(this, &ConnectionEditor::saved, this, [this] { m_facts.refresh(); });
    connect(&facts, &KeeperFacts::factsChanged, this, &AddPanel::showFacts);
    showFacts();
    add();
}

void AddPanel::buildFound()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new SectionHeader(m_themes, tr("Found on the keeper's computer"), SectionHeader::Size::Group), 1);
    m_look = new Button(m_themes, tr("Look again"), Button::Kind::Quiet, row);
    m_look->setObjectName(QStringLiteral("lookAgain"));
    m_look->setIconName(QStringLiteral("refresh-cw"));
    layout->addWidget(m_look);
    addAbove(row);
    m_found = new EndpointRows(m_themes, m_facts, m_commands, std::numeric_limits<int>::max(), this);
    addAbove(m_found);
    m_foundSaid = makeText(this, "small", "critical");
    m_foundSaid->setObjectName(QStringLiteral("foundSaid"));
    m_foundSaid->hide();
    addAbove(m_foundSaid);
    connect(m_look, &Button::clicked, this, &AddPanel::lookAgain);
    connect(m_found, &EndpointRows::said, this, [this](const QString &words) {
        m_foundSaid->setText(words);
        m_foundSaid->setVisible(!words.isEmpty());
    });
}

void AddPanel::lookAgain()
{
    m_facts.refresh();
    showFacts();
}

void AddPanel::showFacts()
{
    const bool isLooking = m_facts.isLooking();
    m_look->setText(isLooking ? tr("Looking …") : tr("Look again"));
    m_look->setEnabled(!isLooking && m_facts.isKnown());
    const QList<BrokenFile> &files = m_facts.brokenFiles();
    m_brokenBox->setVisible(!files.isEmpty());
    QStringList lines;
    for (const BrokenFile &file : files) {
        lines << file.path;
        for (const QString &mistake : file.mistakes)
            lines << QStringLiteral("  ") + mistake;
    }
    if (!files.isEmpty())
        lines << tr("They are left untouched. Correct them and they are read again.");
    m_broken->setText(lines.join(QLatin1Char('\n')));
}

} // namespace graticule
