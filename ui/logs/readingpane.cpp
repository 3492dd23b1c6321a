// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/readingpane.h"

#include "widgets/basic/button.h"
#include "widgets/basic/viewstate.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace graticule {

ReadingPane::ReadingPane(const ThemeSwitch &themes, const QString &name, const QString &icon, QWidget *content,
                         QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_name(name)
    , m_icon(icon)
    , m_content(content)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_notice = new ViewState(themes, this);
    m_notice->setObjectName(name + QStringLiteral(".notice"));
    m_stack = new QStackedLayout;
    m_stack->addWidget(content);
    m_stack->addWidget(m_notice);
    layout->addLayout(m_stack, 1);
    m_foot = new QHBoxLayout;
    m_foot->setSpacing(12);
    m_state = new QLabel(this);
    m_state->setObjectName(name + QStringLiteral(".state"));
    m_foot->addWidget(m_state, 1);
    layout->addLayout(m_foot);
}

void ReadingPane::showContent()
{
    m_stack->setCurrentWidget(m_content);
}

bool ReadingPane::isContentShown() const
{
    return m_stack->currentWidget() == m_content;
}

void ReadingPane::showNotice(const QString &sentence, const QString &detail, bool isFailure)
{
    ViewNotice notice;
    notice.icon = m_icon;
    if (isFailure)
        notice.shape = StateShape::Degraded;
    notice.sentence = sentence;
    notice.detail = detail;
    m_notice->setNotice(notice);
    m_notice->setAccessibleName(sentence + QStringLiteral(". ") + detail);
    m_stack->setCurrentWidget(m_notice);
    m_state->clear();
}

void ReadingPane::say(const QString &words)
{
    m_state->setText(words);
}

Button *ReadingPane::addButton(const QString &name, const QString &icon, const QString &text)
{
    auto *button = new Button(m_themes, text, Button::Kind::Default, this);
    button->setObjectName(m_name + u'.' + name);
    button->setIconName(icon);
    button->setAutoDefault(false); // Enter in a field seeks
    m_foot->addWidget(button);
    return button;
}

} // namespace graticule
