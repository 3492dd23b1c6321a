// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/figurecard.h"

#include "ui/page/figuretexts.h"
#include "widgets/basic/button.h"
#include "widgets/basic/insets.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace graticule {

namespace {

constexpr int kWidth = 340;
constexpr int kGap = 4; ///< to the figure, and to the window's edges at least

} // namespace

FigureCard::FigureCard(const ThemeSwitch &themes, QWidget &window)
    : Overlay(themes, window)
{
    setObjectName(QStringLiteral("figureCard"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(insets(*this, 16, 12, 8, 8));
    layout->setSpacing(6);
    m_title = new QLabel(this);
    m_title->setProperty("look", QStringLiteral("heading"));
    m_text = new QLabel(this);
    m_text->setProperty("tone", QStringLiteral("secondary"));
    for (QLabel *label : {m_title, m_text}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setAlignment((isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignTop);
        layout->addWidget(label);
    }
    m_more = new Button(themes, tr("More in the help"), Button::Kind::Quiet, this);
    auto *close = new Button(themes, tr("Close"), Button::Kind::Quiet, this);
    close->setKeyHint(Qt::Key_Escape);
    auto *foot = new QHBoxLayout;
    foot->addStretch();
    foot->addWidget(m_more);
    foot->addWidget(close);
    layout->addLayout(foot);
    setFocusProxy(m_more);
    connect(close, &Button::clicked, this, &Overlay::dismiss);
    connect(m_more, &Button::clicked, this, [this] {
        dismiss();
        Q_EMIT topicAsked(m_topic);
    });
}

void FigureCard::show(const QString &id, const QRect &place)
{
    const std::optional<FigureText> figure = FigureTexts::find(id);
    if (!figure)
        return;
    dismiss();
    m_beside = place;
    m_topic = figure->topic;
    m_title->setText(figure->title);
    m_text->setText(figure->text);
    setAccessibleName(figure->title);
    setAccessibleDescription(figure->text);
    openOver();
}

int FigureCard::wantedWidth() const
{
    return kWidth;
}

int FigureCard::wantedHeight(int most) const
{
    return std::min(most, layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(kWidth) : sizeHint().height());
}

/// Below the figure, or above it where that leaves more room; inside the window.
QRect FigureCard::wantedPlace(QSize window) const
{
    const QSize size(kWidth, wantedHeight(window.height() - 2 * kGap));
    int top = m_beside.bottom() + kGap;
    if (top + size.height() + kGap > window.height())
        top = m_beside.top() - kGap - size.height();
    const int left = isRightToLeft() ? m_beside.right() - size.width() : m_beside.left();
    return {QPoint(std::clamp(left, kGap, std::max(kGap, window.width() - size.width() - kGap)),
                   std::clamp(top, kGap, std::max(kGap, window.height() - size.height() - kGap))),
            size};
}

} // namespace graticule
