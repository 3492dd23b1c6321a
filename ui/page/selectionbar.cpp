// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/selectionbar.h"

#include "models/format.h"
#include "widgets/basic/button.h"
#include "widgets/basic/label.h"

#include <QHBoxLayout>

namespace graticule {

SelectionBar::SelectionBar(const ThemeSwitch &themes, const Words &words, QWidget *parent)
    : QFrame(parent)
{
    setProperty("surface", QStringLiteral("raised"));
    setObjectName(words.page + QStringLiteral(".selection"));
    setAccessibleName(words.chosen);
    setFixedHeight(44);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(8);
    m_count = new Label(themes, {.style = TextStyle::BodyStrong, .elide = Qt::ElideNone}, this);
    m_names = new Label(themes, {.style = TextStyle::Small, .colour = Colour::Text2}, this);
    m_names->setMaximumWidth(280);
    row->addWidget(m_count);
    row->addWidget(m_names);
    const auto add = [&](const QString &text, const QString &icon, const QKeySequence &keys, auto signal) {
        auto *button = new Button(themes, text, Button::Kind::Default, this);
        button->setIconName(icon);
        if (!keys.isEmpty())
            button->setKeyHint(keys);
        connect(button, &Button::clicked, this, signal);
        row->addWidget(button);
    };
    add(tr("Copy"), QStringLiteral("copy"), QKeySequence::Copy, &SelectionBar::copyAsked);
    add(tr("Export …"), QStringLiteral("download"), {}, &SelectionBar::exportAsked);
    add(tr("Clear"), QStringLiteral("x"), Qt::Key_Escape, &SelectionBar::clearAsked);
    row->addStretch(1);
    auto *keys = new Label(themes, {.style = TextStyle::Small, .colour = Colour::Text3}, this);
    keys->setText(words.keys);
    row->addWidget(keys);
    hide();
}

void SelectionBar::setChosen(qsizetype count, const QStringList &names)
{
    m_count->setText(count == 1 ? tr("1 chosen") : tr("%1 chosen").arg(format::number(count)));
    m_names->setText(names.join(QStringLiteral(", ")));
    setVisible(count > 0);
}

} // namespace graticule
