// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/endpointrows.h"

#include "models/format.h"
#include "models/sayingtext.h"
#include "models/statetext.h"
#include "widgets/basic/button.h"
#include "widgets/basic/label.h"

#include <QLabel>
#include <QVBoxLayout>

namespace graticule {

EndpointRows::EndpointRows(const ThemeSwitch &themes, KeeperFacts &facts, ConsoleCommands &commands, int most,
                           QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_facts(facts)
    , m_commands(commands)
    , m_most(most)
    , m_rows(new QVBoxLayout(this))
{
    setAccessibleName(tr("Endpoints on the keeper's computer"));
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(6);
    connect(&facts, &KeeperFacts::factsChanged, this, &EndpointRows::rebuild);
    rebuild();
}

void EndpointRows::connectTo(const DiscoveredEndpoint &endpoint)
{
    m_asked.insert(endpoint.address);
    rebuild();
    Q_EMIT said({});
    ConnectionConfig config;
    config.name = endpoint.name;
    config.type = endpoint.type;
    config.address = endpoint.address;
    m_commands.save(this, config, [this, address = endpoint.address](const Result<ConnectionConfig> &reply) {
        if (reply) {
            m_facts.refresh();
            return;
        }
        m_asked.remove(address);
        rebuild();
        Q_EMIT said(SayingText::of(reply.error()));
    });
}

void EndpointRows::rebuild()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (QWidget *row = item->widget()) {
            row->hide();
            row->deleteLater(); // its button may be the one that was just clicked
        }
        delete item;
    }
    const QList<DiscoveredEndpoint> &endpoints = m_facts.discovered().endpoints();
    for (const DiscoveredEndpoint &endpoint : endpoints) {
        if (endpoint.connected)
            m_asked.remove(endpoint.address);
        if (m_rows->count() < m_most)
            addRow(endpoint);
    }
    if (endpoints.isEmpty())
        addNote(whyNone());
    else if (endpoints.size() > m_most)
        addNote(tr("%1 more on the page Connections").arg(format::number(endpoints.size() - m_most)));
}

QString EndpointRows::whyNone() const
{
    if (!m_facts.isDiscovered())
        return tr("Looking for endpoints on the keeper's computer");
    if (m_facts.isReplay())
        return tr("This window shows an incident file: nothing can be connected from here.");
    if (!m_facts.discoverError().isEmpty())
        return m_facts.discoverError();
    return tr("No Docker socket, context or kubeconfig was found on the keeper's computer.");
}

void EndpointRows::addNote(const QString &words)
{
    auto *note = new QLabel(words, this);
    note->setProperty("look", QStringLiteral("small"));
    note->setProperty("tone", QStringLiteral("faint"));
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    note->setAlignment((isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignVCenter);
    m_rows->addWidget(note);
}

void EndpointRows::addRow(const DiscoveredEndpoint &endpoint)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    auto *name =
        new Label(m_themes, {.colour = endpoint.usable ? Colour::Text : Colour::Text3, .elide = Qt::ElideMiddle}, row);
    name->setText(QStringLiteral("%1 · %2").arg(StateText::connectorTitle(endpoint.type), endpoint.name));
    auto *address =
        new Label(m_themes, {.style = TextStyle::Small, .colour = Colour::Text3, .elide = Qt::ElideMiddle}, row);
    address->setText(DiscoveredModel::explanation(endpoint));
    words->addWidget(name);
    words->addWidget(address);
    layout->addLayout(words, 1);
    const bool isAsked = m_asked.contains(endpoint.address);
    const bool isComing = !endpoint.usable && endpoint.note.startsWith(QLatin1String("coming"));
    auto *button = new Button(m_themes,
                              isAsked              ? tr("Asked …")
                              : endpoint.connected ? tr("Connected")
                              : isComing           ? tr("Coming")
                                                   : tr("Connect"),
                              Button::Kind::Default, row);
    button->setEnabled(endpoint.usable && !endpoint.connected && !isAsked && m_facts.whyNotOperate().isEmpty());
    button->setAccessibleName(tr("Connect %1").arg(endpoint.name));
    button->setAccessibleDescription(DiscoveredModel::explanation(endpoint)); // why not, where it cannot be
    connect(button, &Button::clicked, this, [this, endpoint] { connectTo(endpoint); });
    layout->addWidget(button);
    m_rows->addWidget(row);
}

} // namespace graticule
