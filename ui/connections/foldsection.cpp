// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/foldsection.h"

#include "ui/site/factcolumn.h"
#include "widgets/basic/button.h"

#include <QLabel>
#include <QVBoxLayout>

namespace graticule {

FoldSection::FoldSection(const ThemeSwitch &themes, const QString &title, QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_head = new Button(themes, title, Button::Kind::Quiet, this);
    m_head->setObjectName(QStringLiteral("fold:") + title);
    m_note = makeText(this, "small", "faint");
    m_note->setTextInteractionFlags(Qt::NoTextInteraction);
    m_note->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    row->addWidget(m_head);
    row->addWidget(m_note, 1);
    layout->addLayout(row);
    m_body = new QWidget(this);
    m_parts = new QVBoxLayout(m_body);
    m_parts->setContentsMargins(0, 0, 0, 4);
    m_parts->setSpacing(10);
    layout->addWidget(m_body);
    connect(m_head, &Button::clicked, this, [this] { setOpen(!m_isOpen); });
    setOpen(false);
}

void FoldSection::add(QWidget *part)
{
    m_parts->addWidget(part);
}

void FoldSection::add(QWidget *left, QWidget *right)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    for (QWidget *part : {left, right}) {
        part->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // or the longer title takes more
        row->addWidget(part, 1, Qt::AlignTop);
    }
    m_parts->addLayout(row);
}

void FoldSection::setNote(const QString &note)
{
    m_note->setText(note);
    m_head->setAccessibleDescription(note);
}

void FoldSection::setOpen(bool open)
{
    m_isOpen = open;
    m_body->setVisible(open);
    m_head->setIconName(open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"));
    m_head->setAccessibleName(open ? tr("%1, unfolded").arg(m_head->text()) : tr("%1, folded").arg(m_head->text()));
}

} // namespace graticule
