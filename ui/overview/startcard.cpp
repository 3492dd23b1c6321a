// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/startcard.h"

#include "models/format.h"
#include "models/statetext.h"
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
    , m_themes(themes)
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
    m_endpoints = new QWidget(this);
    m_rows = new QVBoxLayout(m_endpoints);
    m_rows->setContentsMargins(0, 4, 0, 4);
    m_rows->setSpacing(4);
    layout->addWidget(m_endpoints);
    m_said = makeText(this, "small", "faint");
    m_stop = new Button(themes, tr("Stop the lab"), Button::Kind::Default, this);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_stop);
    foot->addWidget(m_said, 1);
    layout->addLayout(foot);

    connect(m_stop, &Button::clicked, this, &StartCard::stopLab);
    connect(&facts, &KeeperFacts::factsChanged, this, &StartCard::rebuild);
    connect(&store, &FleetStore::changed, this, [this](const FleetChange &change) {
        if (!change.delta.connections.isEmpty() || !change.delta.sites.isEmpty())
            showLab();
    });
    rebuild();
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

void StartCard::rebuild()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (QWidget *row = item->widget()) {
            row->hide();
            row->deleteLater(); // its button may be the one that was just clicked
        }
        delete item;
    }
    const QList<DiscoveredEndpoint> &endpoints = m_facts.discovered().endpoints();
    for (qsizetype i = 0; i < std::min<qsizetype>(kMostEndpoints, endpoints.size()); ++i)
        addEndpoint(endpoints[i]);
    QLabel *note = nullptr;
    if (endpoints.size() > kMostEndpoints || endpoints.isEmpty()) {
        note = makeText(m_endpoints, "small", "faint");
        m_rows->addWidget(note);
    }
    if (endpoints.size() > kMostEndpoints) {
        note->setText(tr("%1 more on the page Connections").arg(format::number(endpoints.size() - kMostEndpoints)));
    } else if (endpoints.isEmpty()) {
        if (!m_facts.isDiscovered())
            note->setText(tr("Looking for endpoints on this computer"));
        else if (!m_facts.discoverError().isEmpty())
            note->setText(m_facts.discoverError());
        else
            note->setText(tr("No Docker socket, context or kubeconfig was found on the keeper's computer."));
    }
    const QString whyNot = m_facts.whyNotOperate();
    m_stop->setEnabled(whyNot.isEmpty());
    m_said->setText(whyNot);
    showLab();
}

void StartCard::addEndpoint(const DiscoveredEndpoint &endpoint)
{
    auto *row = new QWidget(m_endpoints);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    auto *name = new Label(m_themes, {}, row);
    name->setText(QStringLiteral("%1 · %2").arg(StateText::connectorTitle(endpoint.type), endpoint.name));
    auto *address =
        new Label(m_themes, {.style = TextStyle::Small, .colour = Colour::Text3, .elide = Qt::ElideMiddle}, row);
    address->setText(DiscoveredModel::explanation(endpoint));
    words->addWidget(name);
    words->addWidget(address);
    layout->addLayout(words, 1);
    const bool isAsked = m_asked.contains(endpoint.address) && !endpoint.connected;
    auto *button = new Button(m_themes, isAsked ? tr("Asked …") : tr("Connect"), Button::Kind::Default, row);
    button->setEnabled(endpoint.usable && !endpoint.connected && !isAsked && m_facts.whyNotOperate().isEmpty());
    button->setAccessibleName(tr("Connect %1").arg(endpoint.name));
    connect(button, &Button::clicked, this, [this, endpoint] { connectTo(endpoint); });
    layout->addWidget(button);
    m_rows->addWidget(row);
}

void StartCard::connectTo(const DiscoveredEndpoint &endpoint)
{
    ConnectionConfig config;
    config.name = endpoint.name;
    config.type = endpoint.type;
    config.address = endpoint.address;
    m_asked.insert(endpoint.address);
    m_commands.save(this, config, [this, endpoint](const Result<ConnectionConfig> &reply) {
        if (!reply) {
            m_asked.remove(endpoint.address);
            m_said->setText(reply.error().text);
        }
        m_facts.refresh();
    });
    rebuild();
}

void StartCard::stopLab()
{
    m_stop->setEnabled(false);
    m_said->setText(tr("Asked to stop …"));
    m_commands.stopLab(this, [this](const Result<LabStatus> &reply) {
        m_said->setText(reply ? QString() : reply.error().text);
        m_stop->setEnabled(!reply);
        m_facts.refresh();
    });
}

} // namespace graticule
