// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connectionpanel.h"

#include "models/sayingtext.h"
#include "ui/connections/shortscroll.h"
#include "ui/connections/testrun.h"
#include "ui/site/factcolumn.h"
#include "widgets/basic/button.h"
#include "widgets/basic/hairline.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

// What can be done about a connection: the buttons at the foot of its panel, and its test.

namespace graticule {
namespace {

constexpr int kSide = 20;
constexpr int kGap = 8;
constexpr int kMostTest = 260; ///< pixels of a test's steps, before they scroll

} // namespace

QWidget *ConnectionPanel::buildFoot()
{
    using Verb = ConnectionActions::Verb;
    auto *foot = new QWidget(this);
    auto *layout = new QVBoxLayout(foot);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new Hairline(foot));
    auto *parts = new QVBoxLayout;
    parts->setContentsMargins(kSide, 10, kSide, 14);
    parts->setSpacing(8);
    layout->addLayout(parts);
    parts->addWidget(new ShortScroll(m_test, kMostTest, foot));
    m_said = makeText(foot, "small", "faint");
    m_said->setObjectName(QStringLiteral("connectionSaid"));
    parts->addWidget(m_said);
    parts->addWidget(m_test->words());
    m_grid = new QGridLayout;
    m_grid->setSpacing(kGap);
    parts->addLayout(m_grid);
    for (const Verb verb : {Verb::Pause, Verb::Retry, Verb::Test, Verb::Edit, Verb::Duplicate, Verb::Remove}) {
        Button *button = verb == Verb::Test ? m_test->button() : new Button(m_themes, {}, Button::Kind::Default, foot);
        button->setIconName(ConnectionActions::icon(verb, false));
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        if (verb == Verb::Test) {
            connect(m_test, &TestRun::asked, this, &ConnectionPanel::test);
        } else {
            connect(button, &Button::clicked, this, [this, verb] { m_actions.run(verb, m_id); });
        }
        m_buttons.emplace_back(verb, button);
    }
    placeButtons();
    return foot;
}

void ConnectionPanel::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    placeButtons();
}

/// Columns of one width, so that a button whose words change moves none of the others; as many as have room for the
/// longest words that any button ever has.
void ConnectionPanel::placeButtons()
{
    int widest = 0;
    for (const auto &[verb, button] : m_buttons) {
        const QString now = button->text();
        for (const QString &title :
             verb == ConnectionActions::Verb::Test ? TestRun::titles() : ConnectionActions::titles(verb)) {
            button->setText(title);
            widest = std::max(widest, button->sizeHint().width());
        }
        button->setText(now);
    }
    const int room = width() - 2 * kSide - 2;
    const int columns = 3 * widest + 2 * kGap <= room ? 3 : 2;
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (int place = 0; place < int(m_buttons.size()); ++place)
        m_grid->addWidget(m_buttons[size_t(place)].second, place / columns, place % columns);
    for (int column = 0; column < 3; ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
}

void ConnectionPanel::showActions()
{
    using Verb = ConnectionActions::Verb;
    const Connection *connection = current();
    if (!connection)
        return;
    const bool isPaused = connection->state == ConnectionState::Paused;
    QString why;
    for (const auto &[verb, button] : m_buttons) {
        const QString whyNot = m_actions.whyNot(verb, m_id);
        if (verb != Verb::Test)
            button->setText(m_actions.title(verb, m_id));
        button->setIconName(ConnectionActions::icon(verb, isPaused));
        button->setEnabled(whyNot.isEmpty());
        button->setToolTip(whyNot);
        if (verb == Verb::Remove)
            why = whyNot; // the one that needs most
    }
    if (!why.isEmpty() && (m_said->text().isEmpty() || !m_actions.whyNot(Verb::Edit, m_id).isEmpty()))
        m_said->setText(why);
    m_said->setVisible(!m_said->text().isEmpty());
}

void ConnectionPanel::test()
{
    // The test is of what is configured; the list of configurations has it.
    m_actions.fetch(m_id, [this, id = m_id](const Result<ConnectionConfig> &config) {
        if (id != m_id)
            return;
        if (config)
            m_test->start(*config);
        else
            Q_EMIT m_actions.said(id, SayingText::of(config.error()));
    });
}

} // namespace graticule
