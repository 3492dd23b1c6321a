// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/addpanel.h"

#include "models/statetext.h"
#include "ui/connections/teststeps.h"
#include "ui/page/endpointrows.h"
#include "ui/site/factcolumn.h"
#include "widgets/basic/button.h"
#include "widgets/basic/label.h"
#include "widgets/basic/sectionheader.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

#include <limits>

namespace graticule {

namespace {

constexpr int kSide = 20;

} // namespace

AddPanel::AddPanel(const ThemeSwitch &themes, ConsoleCommands &commands, KeeperFacts &facts, QWidget *parent)
    : QFrame(parent)
    , m_themes(themes)
    , m_commands(commands)
    , m_facts(facts)
{
    setProperty("surface", QStringLiteral("float"));
    setAccessibleName(tr("Add a connection"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(1, 1, 1, 1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("Add a connection"));
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    outer->addWidget(scroll);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(kSide, 14, kSide, 14);
    layout->setSpacing(8);
    auto *title = new Label(themes, {.style = TextStyle::Title}, content);
    title->setText(tr("Add a connection"));
    layout->addWidget(title);

    layout->addWidget(new SectionHeader(themes, tr("Found on the keeper's computer"), SectionHeader::Size::Group));
    m_found = new EndpointRows(themes, facts, std::numeric_limits<int>::max(), content);
    layout->addWidget(m_found);

    layout->addWidget(new SectionHeader(themes, tr("Any other"), SectionHeader::Size::Group));
    buildForm(layout);

    m_brokenBox = new QWidget(content);
    auto *brokenLayout = new QVBoxLayout(m_brokenBox);
    brokenLayout->setContentsMargins(0, 0, 0, 0);
    brokenLayout->addWidget(new SectionHeader(themes, tr("Files that could not be read"), SectionHeader::Size::Group));
    m_broken = makeText(m_brokenBox, "small", "secondary");
    brokenLayout->addWidget(m_broken);
    layout->addWidget(m_brokenBox);
    layout->addStretch();
    scroll->setWidget(content);

    connect(m_found, &EndpointRows::connectAsked, this,
            [this](const DiscoveredEndpoint &endpoint) { save(EndpointRows::configOf(endpoint)); });
    connect(&facts, &KeeperFacts::factsChanged, this, &AddPanel::showFacts);
    showFacts();
}

void AddPanel::buildForm(QVBoxLayout *layout)
{
    const auto field = [&](const QString &title, QWidget *input) {
        auto *label = makeText(this, "small", "secondary");
        label->setText(title);
        label->setBuddy(input);
        input->setAccessibleName(title);
        layout->addWidget(label);
        layout->addWidget(input);
    };
    m_type = new QComboBox(this);
    m_address = new QLineEdit(this);
    m_name = new QLineEdit(this);
    field(tr("Kind"), m_type);
    field(tr("Address"), m_address);
    m_help = makeText(this, "small", "faint");
    layout->addWidget(m_help);
    field(tr("Name"), m_name);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_test = new Button(m_themes, tr("Test"), Button::Kind::Default, this);
    m_add = new Button(m_themes, tr("Add connection"), Button::Kind::Primary, this);
    row->addWidget(m_test);
    row->addWidget(m_add);
    row->addStretch();
    layout->addLayout(row);
    m_said = makeText(this, "small", "faint");
    m_steps = new TestSteps(m_themes, this);
    layout->addWidget(m_said);
    layout->addWidget(m_steps);

    connect(m_type, &QComboBox::currentIndexChanged, this, [this](int) { showFacts(); });
    connect(m_address, &QLineEdit::textChanged, this, [this] { showFacts(); });
    connect(m_address, &QLineEdit::returnPressed, this, [this] {
        if (m_test->isEnabled())
            test();
    });
    connect(m_test, &Button::clicked, this, &AddPanel::test);
    connect(m_add, &Button::clicked, this, [this] { save(typed()); });
}

void AddPanel::showFacts()
{
    if (m_type->count() != m_facts.connectorTypes().size()) {
        const QSignalBlocker block(m_type);
        m_type->clear();
        for (const ConnectorTypeInfo &type : m_facts.connectorTypes())
            m_type->addItem(type.title.isEmpty() ? StateText::connectorTitle(type.type) : type.title, type.type);
    }
    const int at = m_type->currentIndex();
    m_help->setText(at >= 0 && at < m_facts.connectorTypes().size() ? m_facts.connectorTypes()[at].addressHelp
                                                                    : QString());
    const QString whyNot = m_facts.whyNotOperate();
    const bool canTry = whyNot.isEmpty() && at >= 0 && !m_address->text().trimmed().isEmpty();
    m_test->setEnabled(canTry);
    m_add->setEnabled(canTry);
    if (!whyNot.isEmpty())
        say(whyNot, false);
    else if (!canTry)
        say(tr("An address is missing"), false);
    else if (m_steps->isEmpty())
        say({}, false);
    showBroken();
}

void AddPanel::showBroken()
{
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

ConnectionConfig AddPanel::typed() const
{
    ConnectionConfig config;
    config.type = m_type->currentData().toString();
    config.address = m_address->text().trimmed();
    config.name = m_name->text().trimmed();
    return config;
}

void AddPanel::test()
{
    m_steps->clear();
    say(tr("Testing, read only …"), false);
    m_test->setEnabled(false);
    m_commands.test(this, typed(), [this](const TestStep &step) {
        m_steps->add(step);
        if (!step.finished)
            return;
        m_test->setEnabled(true);
        say(step.error.text.isEmpty() ? tr("It answers. Nothing has been saved yet.") : tr("The test failed"),
            !step.error.text.isEmpty());
    });
}

void AddPanel::save(const ConnectionConfig &config)
{
    m_found->setAsked(config.address);
    m_add->setEnabled(false);
    say(tr("Asked the keeper to connect"), false);
    m_commands.save(this, config, [this, config](const Result<ConnectionConfig> &reply) {
        if (!reply) {
            m_found->setRefused(config.address);
            say(reply.error().text, true);
            m_add->setEnabled(true);
            return;
        }
        if (config.address == m_address->text().trimmed()) {
            m_address->clear();
            m_name->clear();
            m_steps->clear();
        }
        say(tr("Saved as %1").arg(reply->name), false);
        m_facts.refresh();
    });
}

void AddPanel::say(const QString &words, bool failed)
{
    m_said->setProperty("tone", failed ? QStringLiteral("critical") : QStringLiteral("faint"));
    m_said->style()->unpolish(m_said);
    m_said->style()->polish(m_said);
    m_said->setText(words);
}

} // namespace graticule
