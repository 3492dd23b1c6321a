// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/site/factcolumn.h"

#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>

namespace graticule {

QLabel *makeText(QWidget *parent, const char *look, const char *tone)
{
    auto *label = new QLabel(parent);
    label->setProperty("look", QString::fromLatin1(look));
    label->setProperty("tone", QString::fromLatin1(tone));
    label->setTextFormat(Qt::PlainText); // what a platform says is never markup
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setWordWrap(true);
    // Left to itself a label goes by the letters of its text, whichever way the window runs.
    const bool isMirrored = label->layoutDirection() == Qt::RightToLeft;
    label->setAlignment((isMirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignVCenter);
    return label;
}

FactColumn::FactColumn(const QString &title, QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    QLabel *head = makeText(this, "small", "faint");
    head->setText(title);
    m_fact = makeText(this, "", "");
    m_basis = makeText(this, "small", "faint");
    layout->addWidget(head);
    layout->addWidget(m_fact);
    layout->addWidget(m_basis);
    layout->addStretch();
}

void FactColumn::setFact(const QString &fact, const QString &basis)
{
    m_fact->setText(fact);
    m_basis->setText(basis);
    m_basis->setVisible(!basis.isEmpty());
}

void FactColumn::setDoubtful(bool doubtful)
{
    const QString tone = doubtful ? QStringLiteral("medium") : QStringLiteral("faint");
    if (m_basis->property("tone").toString() == tone)
        return;
    m_basis->setProperty("tone", tone);
    m_basis->style()->unpolish(m_basis);
    m_basis->style()->polish(m_basis);
}

} // namespace graticule
