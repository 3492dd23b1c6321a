// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/noticebar.h"

#include "widgets/basic/button.h"
#include "widgets/theme/textpainting.h"

#include <QAccessible>
#include <QPainter>

namespace graticule {

namespace {

constexpr int kMargin = 16;
constexpr int kGap = 8;

} // namespace

NoticeBar::NoticeBar(const ThemeSwitch &themes, QWidget *parent)
    : ThemedWidget(themes, parent)
{
    setFixedHeight(tokens::size::modeBanner);
    m_retry = new Button(themes, tr("Try now"), Button::Kind::Default, this);
    connect(m_retry, &Button::clicked, this, &NoticeBar::retryAsked);
}

void NoticeBar::tell(StateShape shape, const QString &words, const QString &detail, bool isBad)
{
    if (shape == m_shape && words == m_words && detail == m_detail && isBad == m_isBad)
        return;
    const bool isNew = isBad != m_isBad || shape != m_shape || m_words.isEmpty();
    m_shape = shape;
    m_words = words;
    m_detail = detail;
    m_isBad = isBad;
    m_retry->setVisible(isBad);
    setAccessibleName(detail.isEmpty() ? words : words + QStringLiteral(". ") + detail);
    setToolTip(detail);
    if (isNew) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
    place();
    update();
}

QSize NoticeBar::sizeHint() const
{
    return {400, tokens::size::modeBanner};
}

void NoticeBar::place()
{
    const QSize size = m_retry->sizeHint();
    LineLayout line(rect(), layoutDirection());
    line.takeTrailing(kMargin);
    const QRect box = line.takeTrailing(size.width());
    m_retry->setGeometry(box.left(), (height() - size.height()) / 2, size.width(), size.height());
}

void NoticeBar::resizeEvent(QResizeEvent *event)
{
    ThemedWidget::resizeEvent(event);
    place();
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().colour(m_isBad ? Colour::HighTint : Colour::Raised));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme().colour(Colour::Line));
    LineLayout line(rect(), layoutDirection());
    line.takeLeading(kMargin);
    line.takeTrailing(kMargin);
    if (m_isBad)
        line.takeTrailing(m_retry->width(), kGap);
    paintStateShape(painter, line.takeLeading(16, kGap), m_shape, theme());
    const QRect rest = line.rest();
    LineLayout text(rest, layoutDirection());
    const int wordsWidth = std::min(rest.width(), textWidth(theme(), TextStyle::BodyStrong, m_words));
    paintText(painter, text.takeLeading(wordsWidth, 12), m_words,
              {.style = TextStyle::BodyStrong, .colour = m_isBad ? Colour::HighText : Colour::Text}, theme());
    paintText(painter, text.rest(), m_detail, {.colour = Colour::Text2}, theme());
}

} // namespace graticule
