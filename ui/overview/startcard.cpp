// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/startcard.h"

#include "models/format.h"
#include "models/sayingtext.h"
#include "ui/page/endpointrows.h"
#include "ui/site/factcolumn.h"
#include "widgets/basic/button.h"
#include "widgets/basic/label.h"

#include <QHBoxLayout>
#include <QLabel>

namespace graticule {

namespace {

constexpr int kMostEndpoints = 5;

/// A button, and beside it what it is good for.
QLabel *addOffer(QVBoxLayout *layout, Button *button, const QString &words)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(button);
    QLabel *label = makeText(button->parentWidget(), "small", "faint");
    label->setText(words);
    row->addWidget(label, 1);
    layout->addLayout(row);
    return label;
}

} // namespace

StartCard::StartCard(const ThemeSwitch &themes, FleetStore &store, ConsoleCommands &commands, KeeperFacts &facts,
                     QWidget *parent)
    : QFrame(parent)
    , m_store(store)
    , m_commands(commands)
    , m_facts(facts)
{
    setProperty("surface", QStringLiteral("raised"));
    setAccessibleName(tr("First start"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->setSpacing(6);
    m_title = new Label(themes, {.style = TextStyle::Heading}, this);
    m_words = makeText(this, "small", "secondary");
    layout->addWidget(m_title);
    layout->addWidget(m_words);
    m_endpoints = new EndpointRows(themes, facts, commands, kMostEndpoints, this);
    m_endpoints->setContentsMargins(0, 4, 0, 4);
    layout->addWidget(m_endpoints);
    m_add = new Button(themes, tr("Add connection"), Button::Kind::Primary, this);
    m_add->setObjectName(QStringLiteral("startAdd"));
    m_add->setIconName(QStringLiteral("plus"));
    addOffer(layout, m_add, tr("Any other, by its address"));
    m_lab = new Button(themes, {}, Button::Kind::Default, this);
    m_lab->setObjectName(QStringLiteral("startLab"));
    m_lab->setIconName(QStringLiteral("flask-conical"));
    m_labWords = addOffer(layout, m_lab, {});
    m_said = makeText(this, "small", "faint");
    m_said->setObjectName(QStringLiteral("startSaid"));
    layout->addWidget(m_said);

    connect(m_add, &Button::clicked, this, &StartCard::addAsked);
    connect(m_lab, &Button::clicked, this, &StartCard::changeLab);
    connect(m_endpoints, &EndpointRows::said, this, &StartCard::say);
    connect(&facts, &KeeperFacts::factsChanged, this, &StartCard::showFacts);
    connect(&store, &FleetStore::modeChanged, this, &StartCard::showLab);
    connect(&store, &FleetStore::changed, this, [this](const FleetChange &change) {
        if (!change.delta.connections.isEmpty() || !change.delta.sites.isEmpty())
            showLab();
    });
    showFacts();
}

bool StartCard::isLabThere() const
{
    return m_store.index().hasLab() || m_facts.lab().running;
}

bool StartCard::isWanted() const
{
    return m_store.hasSnapshot() && !m_store.isPast() && !m_store.index().hasRealConnection() &&
           (m_store.index().hasLab() || m_store.tables().connections.isEmpty());
}

void StartCard::showLab()
{
    const bool isThere = isLabThere();
    m_title->setText(isThere ? tr("This is the lab") : tr("Nothing is connected yet"));
    m_words->setText(isThere ? tr("All %1 sites are invented, so that there is something to look at. Connect something "
                                  "real, or break something: open a site and inject a fault.")
                                   .arg(format::number(m_store.index().labSites()))
                             : tr("Found on the keeper's computer:"));
    m_lab->setText(isThere ? tr("Stop the lab") : tr("Try the lab"));
    m_labWords->setText(isThere ? tr("The map is empty then") : tr("Invented sites, to look at and to break"));
    const bool canHave = isThere || m_facts.keeper().capabilities.contains(QStringLiteral("lab"));
    m_lab->setVisible(canHave);
    m_labWords->setVisible(canHave);
    if (isWanted() == m_wasWanted)
        return;
    m_wasWanted = isWanted();
    Q_EMIT wantedChanged();
}

/// An empty line would be a stop for the keyboard that says nothing.
void StartCard::say(const QString &words)
{
    m_said->setText(words);
    m_said->setVisible(!words.isEmpty());
}

void StartCard::showFacts()
{
    const QString whyNot = m_facts.whyNotOperate();
    for (Button *button : {m_add, m_lab})
        button->setEnabled(whyNot.isEmpty());
    say(whyNot);
    showLab();
}

void StartCard::changeLab()
{
    const bool starts = !isLabThere();
    m_lab->setEnabled(false);
    say(starts ? tr("Asked to start …") : tr("Asked to stop …"));
    const auto done = [this](const Result<LabStatus> &reply) {
        say(reply ? QString() : SayingText::of(reply.error()));
        m_lab->setEnabled(true);
        m_facts.refresh();
    };
    if (starts)
        m_commands.startLab(this, done);
    else
        m_commands.stopLab(this, done);
}

} // namespace graticule
