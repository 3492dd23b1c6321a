// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/auditpage.h"

#include "models/audit/acttext.h"
#include "models/format.h"
#include "models/sayingtext.h"
#include "widgets/basic/button.h"
#include "widgets/basic/label.h"

#include <QHBoxLayout>

// The check of the whole record, and the row that tells of it.

namespace graticule {

QWidget *AuditPage::buildCheckRow()
{
    m_checkRow = new QWidget(this);
    m_checkRow->setFixedHeight(40);
    auto *row = new QHBoxLayout(m_checkRow);
    row->setContentsMargins(16, 0, 16, 8);
    m_checkText = new Label(m_themes, {}, m_checkRow);
    m_checkText->setObjectName(QStringLiteral("audit.check"));
    m_cancel = new Button(m_themes, tr("Cancel"), Button::Kind::Default, m_checkRow);
    m_cancel->setObjectName(QStringLiteral("audit.cancel"));
    row->addWidget(m_checkText, 1);
    row->addWidget(m_cancel);
    m_checkRow->hide();
    connect(m_cancel, &Button::clicked, this, [this] {
        if (m_check)
            endCheck(tr("The check was ended; nothing was found out."), Colour::Text2);
        else
            m_checkRow->hide();
    });
    return m_checkRow;
}

void AuditPage::startCheck()
{
    if (m_check)
        return;
    m_check = std::make_unique<QObject>();
    m_checkText->setLook({.colour = Colour::Text2});
    m_checkText->setText(tr("Checking the record …"));
    m_cancel->setText(tr("Cancel"));
    m_checkRow->show();
    m_verify->setEnabled(false);
    m_calls.verify(m_check.get(), [this](const CheckProgress &progress) { takeCheck(progress); });
}

void AuditPage::takeCheck(const CheckProgress &progress)
{
    if (!progress.finished) {
        const double share = progress.of > 0 ? double(progress.bytes) / double(progress.of) : 0;
        m_checkText->setText(
            tr("Checking the record: %1 of %2").arg(format::percent(share), format::bytes(double(progress.of))));
        return;
    }
    if (!progress.error.text.isEmpty())
        endCheck(SayingText::of(progress.error), Colour::HighText);
    else
        endCheck(ActText::verdict(progress.verdict), progress.verdict.isWhole() ? Colour::Text : Colour::CriticalText);
}

void AuditPage::endCheck(const QString &words, Colour colour)
{
    m_check.release()->deleteLater(); // we may be within its call
    m_checkText->setLook({.colour = colour});
    m_checkText->setText(words);
    m_cancel->setText(tr("Close"));
    m_verify->setEnabled(true);
}

} // namespace graticule
