// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/testrun.h"

#include "ui/connections/teststeps.h"
#include "ui/site/factcolumn.h"
#include "widgets/basic/button.h"
#include "widgets/basic/label.h"

#include <QLabel>
#include <QVBoxLayout>

namespace graticule {

TestRun::TestRun(const ThemeSwitch &themes, ConsoleCommands &commands, QWidget *parent)
    : QFrame(parent)
    , m_commands(commands)
{
    setProperty("surface", QStringLiteral("inset"));
    setObjectName(QStringLiteral("test"));
    setAccessibleName(tr("Test, read only"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(4);
    m_title = new Label(themes, {.style = TextStyle::Label, .colour = Colour::Text2}, this);
    layout->addWidget(m_title);
    m_steps = new TestSteps(themes, this);
    layout->addWidget(m_steps);
    m_words = makeText(this, "small", "faint");
    m_words->setObjectName(QStringLiteral("testOutcome"));
    m_button = new Button(themes, tr("Test"), Button::Kind::Default, this);
    m_button->setObjectName(QStringLiteral("testButton"));
    connect(m_button, &Button::clicked, this, [this] {
        if (m_outcome == Outcome::Running)
            cancel();
        else
            Q_EMIT asked();
    });
    setOutcome(Outcome::NotTested);
}

void TestRun::start(const ConnectionConfig &config)
{
    delete m_run;
    m_run = new QObject(this);
    m_tested = config;
    m_steps->clear();
    setOutcome(Outcome::Running);
    m_commands.test(m_run, config, [this](const TestStep &step) {
        m_steps->add(step);
        if (!step.finished)
            return;
        if (m_run)
            m_run->deleteLater(); // we are in its callback
        m_run = nullptr;
        m_result = step.error.text.isEmpty() ? Outcome::Passed : Outcome::Failed;
        setOutcome(m_result);
    });
}

void TestRun::cancel()
{
    if (!m_run)
        return;
    delete m_run;
    m_result = Outcome::Cancelled;
    setOutcome(Outcome::Cancelled);
}

void TestRun::clear()
{
    delete m_run;
    m_steps->clear();
    m_result = Outcome::NotTested;
    setOutcome(Outcome::NotTested);
}

void TestRun::follow(const ConnectionConfig &config)
{
    if (m_outcome == Outcome::Running || m_outcome == Outcome::NotTested)
        return;
    ConnectionConfig now = config;
    now.name = m_tested.name; // under which name does not matter
    setOutcome(now == m_tested ? m_result : Outcome::Outdated);
}

void TestRun::setOutcome(Outcome outcome)
{
    m_outcome = outcome;
    const auto [words, button] = [&]() -> std::pair<QString, QString> {
        switch (outcome) {
        case Outcome::Running:
            return {tr("Testing …"), tr("Cancel test")};
        case Outcome::Passed:
            return {tr("It answers."), tr("Test again")};
        case Outcome::Failed:
            return {tr("The test failed"), tr("Test again")};
        case Outcome::Cancelled:
            return {tr("Cancelled: not tested"), tr("Test")};
        case Outcome::Outdated:
            return {tr("Changed since it was tested: not tested"), tr("Test again")};
        case Outcome::NotTested:
            break;
        }
        return {tr("Not tested; a test only reads"), tr("Test")};
    }();
    m_words->setText(words);
    m_steps->setOutdated(outcome == Outcome::Outdated);
    m_title->setText(outcome == Outcome::Outdated ? tr("Of the test before the change")
                                                  : tr("Test, read only: nothing is changed there, nothing is saved"));
    m_button->setText(button);
    setVisible(outcome != Outcome::NotTested);
    if (outcome == Outcome::Running)
        m_button->setKeyHint({});
    Q_EMIT outcomeChanged();
}

QStringList TestRun::titles()
{
    return {tr("Test"), tr("Test again"), tr("Cancel test")};
}

QString TestRun::copyText() const
{
    return m_steps->copyText();
}

} // namespace graticule
