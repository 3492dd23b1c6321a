// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/editorfoot.h"

#include "ui/connections/shortscroll.h"
#include "ui/connections/testrun.h"
#include "ui/site/factcolumn.h"
#include "widgets/basic/button.h"

#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>

namespace graticule {

namespace {

constexpr int kSide = 20;
constexpr int kGap = 8;
constexpr int kMostTest = 260; ///< pixels of a test's steps, before they scroll

QKeySequence saveKeys()
{
    return Qt::CTRL | Qt::Key_Return;
}

} // namespace

EditorFoot::EditorFoot(const ThemeSwitch &themes, TestRun &test, QWidget *parent)
    : QWidget(parent)
    , m_test(test)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSide, 10, kSide, 14);
    layout->setSpacing(8);
    layout->addWidget(new ShortScroll(&test, kMostTest, this));
    m_said = makeText(this, "small", "faint");
    m_said->setObjectName(QStringLiteral("said"));
    layout->addWidget(m_said);
    auto *row = new QHBoxLayout;
    row->setSpacing(kGap);
    m_cancel = new Button(themes, tr("Cancel"), Button::Kind::Quiet, this);
    m_save = new Button(themes, {}, Button::Kind::Primary, this);
    m_save->setObjectName(QStringLiteral("save"));
    m_save->setKeyHint(saveKeys());
    m_save->setToolTip(saveKeys().toString(QKeySequence::NativeText));
    layout->addWidget(test.words());
    row->addWidget(test.button());
    row->addStretch();
    row->addWidget(m_cancel);
    row->addWidget(m_save);
    layout->addLayout(row);
    connect(m_cancel, &Button::clicked, this, &EditorFoot::cancelAsked);
    connect(m_save, &Button::clicked, this, &EditorFoot::saveAsked);
}

void EditorFoot::setSaving(const QString &words, bool isOpen)
{
    m_save->setText(words);
    m_save->setEnabled(isOpen);
    fit();
}

bool EditorFoot::canSave() const
{
    return m_save->isEnabled();
}

void EditorFoot::setCancelVisible(bool isVisible)
{
    m_cancel->setVisible(isVisible);
    fit();
}

void EditorFoot::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

/// In longer languages the words of the buttons go before the key that one of them has.
void EditorFoot::fit()
{
    m_save->setKeyHint(saveKeys());
    int needed = 0;
    for (const QWidget *button : std::initializer_list<const QWidget *>{m_test.button(), m_cancel, m_save}) {
        if (!button->isHidden())
            needed += button->sizeHint().width() + kGap;
    }
    if (needed > width() - 2 * kSide)
        m_save->setKeyHint({});
}

void EditorFoot::say(const QString &words, bool failed)
{
    m_said->setProperty("tone", failed ? QStringLiteral("critical") : QStringLiteral("faint"));
    m_said->style()->unpolish(m_said);
    m_said->style()->polish(m_said);
    m_said->setText(words);
    m_said->setVisible(!words.isEmpty());
}

QString EditorFoot::said() const
{
    return m_said->text();
}

} // namespace graticule
