// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingrow.h"

#include "widgets/basic/button.h"
#include "widgets/basic/segmentedcontrol.h"

#include <QHBoxLayout>
#include <QLabel>

namespace graticule {

namespace {

constexpr int kSide = 14; // as the card's heading

QLabel *makeLine(QWidget *parent, const char *look, const char *tone)
{
    auto *label = new QLabel(parent);
    label->setProperty("look", QString::fromLatin1(look));
    label->setProperty("tone", QString::fromLatin1(tone));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    // Left to itself a label goes by the letters of its text, whichever way the window runs.
    const bool isMirrored = label->layoutDirection() == Qt::RightToLeft;
    label->setAlignment((isMirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignVCenter);
    return label;
}

} // namespace

SettingRow::SettingRow(const ThemeSwitch &themes, const QString &title, const QString &explanation, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_title(title)
    , m_explanation(explanation)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kSide, 10, kSide, 10);
    row->setSpacing(tokens::space::xl);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    QLabel *name = makeLine(this, "strong", "");
    name->setText(title);
    QLabel *what = makeLine(this, "small", "faint");
    what->setText(explanation);
    words->addWidget(name);
    words->addWidget(what);
    m_noteBox = new QWidget(this);
    auto *noteLayout = new QHBoxLayout(m_noteBox);
    noteLayout->setContentsMargins(0, tokens::space::xs, 0, 0);
    noteLayout->setSpacing(tokens::space::m);
    m_note = makeLine(m_noteBox, "small", "secondary");
    m_action = new Button(themes, {}, Button::Kind::Default, m_noteBox);
    noteLayout->addWidget(m_note, 1);
    noteLayout->addWidget(m_action);
    words->addWidget(m_noteBox);
    m_noteBox->hide();
    row->addLayout(words, 1);
    connect(m_action, &Button::clicked, this, &SettingRow::actionAsked);
}

SegmentedControl *SettingRow::addChoices(const QStringList &choices)
{
    auto *control = new SegmentedControl(m_themes, m_title, choices, this);
    addControl(control);
    return control;
}

void SettingRow::addControl(QWidget *control)
{
    control->setAccessibleName(m_title);
    control->setAccessibleDescription(m_explanation);
    static_cast<QHBoxLayout *>(layout())->addWidget(control, 0, Qt::AlignTop);
}

void SettingRow::setNote(const QString &note, const QString &action)
{
    m_note->setText(note);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_noteBox->setVisible(!note.isEmpty());
}

} // namespace graticule
