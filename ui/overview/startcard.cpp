// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/startcard.h"

#include "models/format.h"
#include "ui/page/endpointrows.h"
#include "ui/site/factcolumn.h"
#include "widgets/basic/button.h"
#include "widgets/basic/label.h"

#include <QHBoxLayout>
#include <QLabel>

namespace graticule {

namespace {

constexpr int kMostEndpoints = 5;

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
    m_endpoints = new EndpointRows(themes, facts, kMostEndpoints, this);
    m_endpoints->setContentsMargins(0, 4, 0, 4);
    layout->addWidget(m_endpoints);
    m_said = makeText(this, "small", "faint");
    m_stop = new Button(themes, tr("Stop the lab"), Button::Kind::Default, this);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_stop);
    foot->addWidget(m_said, 1);
    foot->addStretch();
    layout->addLayout(foot);

    connect(m_stop, &Button::clicked, this, &StartCard::stopLab);
    connect(m_endpoints, &EndpointRows::connectAsked, this, &StartCard::connectTo);
    connect(&facts, &KeeperFacts::factsChanged, this, &StartCard::showFacts);
    connect(&store, &FleetStore::changed, this, [this](const FleetChange &change) {
        if (!change.delta.connections.isEmpty() || !change.delta.sites.isEmpty())
            showLab();
    });
    showFacts();
}

bool StartCard::isWanted() const
{
    return m_store.hasSnapshot() && m_store.index().hasLab() && !m_store.index().hasRealConnection();
}

void StartCard::showLab()
{
    m_title->setText(tr("This is the lab"));
    m_words->setText(tr("All %1 sites are invented, so that there is something to look at. Connect something real, "
                        "or break something: open a site and inject a fault.")
                         .arg(format::number(m_store.index().labSites())));
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
    m_stop->setEnabled(whyNot.isEmpty());
    say(whyNot);
    showLab();
}

void StartCard::connectTo(const DiscoveredEndpoint &endpoint)
{
    m_endpoints->setAsked(endpoint.address);
    m_commands.save(this, EndpointRows::configOf(endpoint), [this, endpoint](const Result<ConnectionConfig> &reply) {
        if (!reply) {
            m_endpoints->setRefused(endpoint.address);
            say(reply.error().text);
            return;
        }
        m_facts.refresh();
    });
}

void StartCard::stopLab()
{
    m_stop->setEnabled(false);
    say(tr("Asked to stop …"));
    m_commands.stopLab(this, [this](const Result<LabStatus> &reply) {
        say(reply ? QString() : reply.error().text);
        m_stop->setEnabled(!reply);
        m_facts.refresh();
    });
}

} // namespace graticule
