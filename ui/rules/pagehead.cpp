// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/pagehead.h"

#include "widgets/basic/label.h"

#include <QLabel>
#include <QVBoxLayout>

namespace graticule {
namespace {

constexpr int kMargin = 16;
constexpr int kHeight = 52;

} // namespace

PageHead::PageHead(const ThemeSwitch &themes, const QString &name, const QString &back, const QString &title,
                   QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_name(name + QLatin1Char('.'))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *bar = new QWidget(this);
    bar->setFixedHeight(kHeight);
    m_row = new QHBoxLayout(bar);
    m_row->setContentsMargins(kMargin, 0, kMargin, 0);
    m_row->setSpacing(10);
    connect(add(back, "close", "chevron-left", Button::Kind::Quiet), &Button::clicked, this, &PageHead::backAsked);
    auto *words = new Label(themes, {.style = TextStyle::Title, .elide = Qt::ElideNone}, bar);
    words->setText(title);
    m_state = new Label(themes, {.colour = Colour::Text2}, bar);
    m_state->setObjectName(m_name + QStringLiteral("state"));
    m_row->addWidget(words);
    m_row->addWidget(m_state, 1);
    layout->addWidget(bar);
    m_waiting = new QLabel(this);
    m_waiting->setObjectName(m_name + QStringLiteral("waiting"));
    m_waiting->setProperty("look", QStringLiteral("small"));
    m_waiting->setProperty("tone", QStringLiteral("medium"));
    m_waiting->setTextFormat(Qt::PlainText);
    m_waiting->setWordWrap(true);
    m_waiting->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_waiting->setContentsMargins(kMargin, 0, kMargin, kMargin / 2);
    m_waiting->hide();
    layout->addWidget(m_waiting);
}

Button *PageHead::add(const QString &words, const char *id, const char *icon, Button::Kind kind)
{
    auto *button = new Button(m_themes, words, kind, this);
    button->setObjectName(m_name + QLatin1String(id));
    button->setIconName(QLatin1String(icon));
    m_row->addWidget(button);
    return button;
}

void PageHead::setState(const QString &words)
{
    m_state->setText(words);
}

void PageHead::setWaiting(const QString &words)
{
    m_waiting->setText(words);
    m_waiting->setVisible(!words.isEmpty());
}

} // namespace graticule
