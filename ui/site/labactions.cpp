// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/site/labactions.h"

#include "models/sayingtext.h"
#include "ui/site/factcolumn.h"
#include "widgets/basic/button.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QStyle>
#include <QUuid>

namespace graticule {

LabActions::LabActions(const ThemeSwitch &themes, ConsoleCommands &commands, const KeeperFacts &facts, QWidget *parent)
    : QFrame(parent)
    , m_commands(commands)
    , m_facts(facts)
{
    setProperty("surface", QStringLiteral("panel"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(20, 8, 20, 8);
    layout->setSpacing(8);
    m_fault = new Button(themes, tr("Inject a fault"), Button::Kind::Default, this);
    m_fault->setIconName(QStringLiteral("flask-conical"));
    m_fault->setOpensMenu(true);
    m_heal = new Button(themes, tr("Heal"), Button::Kind::Default, this);
    m_words = makeText(this, "small", "faint");
    layout->addWidget(m_fault);
    layout->addWidget(m_heal);
    layout->addWidget(m_words, 1);

    auto *menu = new QMenu(m_fault);
    for (const auto &[kind, name] : faults())
        menu->addAction(name, this, [this, kind = kind, name = name] { inject(kind, name); });
    // Not QPushButton::setMenu: the style would draw a second arrow.
    connect(m_fault, &Button::clicked, menu,
            [this, menu] { menu->popup(m_fault->mapToGlobal(QPoint(0, -menu->sizeHint().height() - 4))); });
    connect(m_heal, &Button::clicked, this, &LabActions::heal);
    connect(&facts, &KeeperFacts::factsChanged, this, &LabActions::showPermission);
    showPermission();
}

QList<std::pair<QString, QString>> LabActions::faults()
{
    return {
        {QStringLiteral("site-down"), tr("Site down")},
        {QStringLiteral("link-cut"), tr("All its links cut")},
        {QStringLiteral("link-slow"), tr("All its links slow")},
        {QStringLiteral("endpoint-frozen"), tr("Its region's keeper frozen")},
        {QStringLiteral("clock-wrong"), tr("Its region's clock an hour off")},
    };
}

void LabActions::inject(const QString &kind, const QString &name)
{
    perform(QStringLiteral("lab.fault"), kind, tr("Asked: %1").arg(name));
}

void LabActions::heal()
{
    perform(QStringLiteral("lab.heal"), {}, tr("Asked to heal"));
}

void LabActions::setSite(const EntityId &site, const QString &name)
{
    m_name = name;
    if (site == m_site)
        return;
    m_site = site;
    ++m_question;
    showPermission();
}

void LabActions::showPermission()
{
    const QString whyNot = m_facts.whyNotOperate();
    m_fault->setEnabled(whyNot.isEmpty());
    m_heal->setEnabled(whyNot.isEmpty());
    say(whyNot.isEmpty() ? tr("This site is invented: faults hurt nobody.") : whyNot, false);
}

void LabActions::perform(const QString &verb, const QString &kind, const QString &asked)
{
    Action action;
    action.verb = verb;
    action.target = m_site;
    if (!kind.isEmpty())
        action.arguments.insert(QStringLiteral("kind"), kind);
    action.key = QUuid::createUuid().toString(QUuid::WithoutBraces);
    say(asked, false);
    const quint64 question = ++m_question;
    m_commands.perform(this, action, [this, question](const ActionProgress &progress) {
        if (question != m_question)
            return;
        const bool hasFailed = !progress.error.text.isEmpty();
        if (hasFailed || !progress.text.isEmpty())
            say(hasFailed ? SayingText::of(progress.error) : progress.text, hasFailed);
    });
}

void LabActions::say(const QString &words, bool failed)
{
    m_words->setProperty("tone", failed ? QStringLiteral("critical") : QStringLiteral("faint"));
    m_words->style()->unpolish(m_words);
    m_words->style()->polish(m_words);
    m_words->setText(words);
}

} // namespace graticule
