// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/basic/undobar.h"

#include "widgets/basic/button.h"
#include "widgets/basic/insets.h"
#include "widgets/basic/label.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <chrono>
#include <utility>

namespace graticule {

namespace {

constexpr std::chrono::seconds stays{10};
constexpr int margin = tokens::space::l;

} // namespace

UndoBar::UndoBar(const ThemeSwitch &themes, QWidget *parent)
    : ThemedWidget(themes, parent)
    , m_words(new Label(themes, {}, this))
    , m_button(new Button(themes, tr("Undo"), Button::Kind::Default, this))
    , m_close(new Button(themes, QString(), Button::Kind::Quiet, this))
{
    setAccessibleRole(QAccessible::Notification);
    m_close->setIconName(QStringLiteral("x"));
    m_close->setAccessibleName(tr("Close"));
    m_close->setToolTip(tr("Close"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(insets(*this, tokens::space::l, tokens::space::s, tokens::space::s, tokens::space::s));
    layout->setSpacing(tokens::space::s);
    layout->addWidget(m_words);
    layout->addSpacing(tokens::space::s);
    layout->addWidget(m_button);
    layout->addWidget(m_close);
    connect(m_button, &QPushButton::clicked, this, &UndoBar::press);
    connect(m_close, &QPushButton::clicked, this, &UndoBar::dismiss);
    m_leaving.setSingleShot(true);
    m_leaving.setInterval(stays);
    connect(&m_leaving, &QTimer::timeout, this, &UndoBar::tick);
    parent->installEventFilter(this);
    hide();
}

void UndoBar::offer(const QString &done, std::function<void()> undo)
{
    m_redo = nullptr;
    m_offers = undo != nullptr;
    if (undo) {
        m_steps.push_back({done, std::move(undo)});
        if (m_steps.size() > kMost)
            m_steps.pop_front();
    }
    say(done);
}

void UndoBar::takenBack(const QString &what, std::function<void()> redo)
{
    m_offers = false;
    m_redo = std::move(redo);
    say(what);
}

void UndoBar::say(const QString &words)
{
    m_words->setText(words);
    m_button->setText(m_redo ? tr("Redo") : tr("Undo"));
    m_button->setKeyHint(m_redo ? QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z) : QKeySequence(QKeySequence::Undo));
    m_button->setVisible(m_offers || m_redo);
    setAccessibleName(words);
    place();
    show();
    raise();
    m_leaving.start();
    QAccessibleEvent said(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&said);
}

void UndoBar::dismiss()
{
    m_leaving.stop();
    m_offers = false;
    m_redo = nullptr;
    hide();
}

bool UndoBar::undo()
{
    if (m_steps.empty())
        return false;
    if (!m_offers) {
        m_redo = nullptr;
        m_offers = true;
        say(tr("Take this back? %1").arg(m_steps.back().done));
        return true;
    }
    const Step step = std::move(m_steps.back());
    m_steps.pop_back();
    dismiss();
    step.undo();
    return true;
}

bool UndoBar::redo()
{
    if (!m_redo)
        return false;
    const auto again = std::exchange(m_redo, nullptr);
    dismiss();
    again();
    return true;
}

void UndoBar::press()
{
    if (!redo())
        undo();
}

void UndoBar::tick()
{
    const QWidget *focus = QApplication::focusWidget();
    if (underMouse() || (focus && isAncestorOf(focus)))
        m_leaving.start();
    else
        dismiss();
}

void UndoBar::place()
{
    const QSize area = parentWidget()->size();
    layout()->activate();
    const QSize size(std::min(sizeHint().width(), area.width() - 2 * margin), sizeHint().height());
    setGeometry((area.width() - size.width()) / 2, area.height() - size.height() - margin, size.width(), size.height());
}

bool UndoBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return ThemedWidget::eventFilter(watched, event);
}

void UndoBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        ThemedWidget::keyPressEvent(event);
}

void UndoBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme().colour(Colour::LineStrong));
    painter.setBrush(theme().colour(Colour::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), tokens::radius::card, tokens::radius::card);
}

} // namespace graticule
