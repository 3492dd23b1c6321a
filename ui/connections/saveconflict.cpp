// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/saveconflict.h"

#include "backend/domain/connectionfields.h"
#include "ui/site/factcolumn.h"
#include "widgets/basic/button.h"

#include <QLabel>
#include <QVBoxLayout>

namespace graticule {

namespace {

constexpr int kLongest = 80;

/// On one line, and not endless.
QString shown(const ConnectionConfig &config, const QString &field)
{
    QString value = fieldOf(config, field).replace(QLatin1Char('\n'), QStringLiteral(", "));
    if (value.size() > kLongest)
        value = value.left(kLongest - 1) + QStringLiteral("…");
    return value.isEmpty() ? QStringLiteral("–") : value;
}

} // namespace

QString changesInWords(const ConnectionConfig &before, const ConnectionConfig &after,
                       const std::function<QString(const QString &)> &titleOf)
{
    QStringList lines;
    for (const QString &field : changedFields(before, after))
        lines << QStringLiteral("%1: %2 → %3").arg(titleOf(field), shown(before, field), shown(after, field));
    return lines.join(QLatin1Char('\n'));
}

SaveConflict::SaveConflict(const ThemeSwitch &themes, QWidget *parent)
    : QFrame(parent)
{
    setProperty("surface", QStringLiteral("inset"));
    setObjectName(QStringLiteral("conflict"));
    setAccessibleName(tr("Changed meanwhile"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(6);
    m_words = makeText(this, "", "medium");
    m_what = makeText(this, "small", "secondary");
    layout->addWidget(m_words);
    layout->addWidget(m_what);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_theirs = new Button(themes, tr("Take theirs"), Button::Kind::Default, this);
    m_mine = new Button(themes, tr("Keep mine"), Button::Kind::Default, this);
    row->addWidget(m_theirs);
    row->addWidget(m_mine);
    row->addStretch();
    layout->addLayout(row);
    connect(m_theirs, &Button::clicked, this, &SaveConflict::takeTheirsAsked);
    connect(m_mine, &Button::clicked, this, &SaveConflict::keepMineAsked);
    hide();
}

void SaveConflict::tell(const QString &words, const ConnectionConfig &before,
                        const std::optional<ConnectionConfig> &now,
                        const std::function<QString(const QString &)> &titleOf)
{
    m_words->setText(words);
    m_what->setText(now ? changesInWords(before, *now, titleOf)
                        : tr("What you entered stays here; it can be saved as a new connection."));
    m_theirs->setVisible(now.has_value());
    m_mine->setText(now ? tr("Keep mine") : tr("Keep it as a new one"));
    show();
}

} // namespace graticule
