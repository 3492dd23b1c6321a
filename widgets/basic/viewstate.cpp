// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/basic/viewstate.h"

#include "widgets/theme/icons.h"
#include "widgets/theme/textpainting.h"

#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace graticule {

namespace {

constexpr int mark = 24;
constexpr int widest = 360; // longer lines are hard to read

QRect wrapped(const Theme &theme, TextStyle style, const QString &text, int width)
{
    if (text.isEmpty())
        return {};
    return QFontMetrics(theme.font(style))
        .boundingRect(QRect(0, 0, width, 1000), Qt::AlignHCenter | Qt::TextWordWrap, text);
}

void paintWrapped(QPainter &painter, const QRect &box, const QString &text, TextStyle style, Colour colour,
                  const Theme &theme)
{
    painter.setFont(theme.font(style));
    painter.setPen(theme.colour(colour));
    painter.drawText(box, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, text);
}

} // namespace

ViewState::ViewState(const ThemeSwitch &themes, QWidget *parent)
    : ThemedWidget(themes, parent)
    , m_action(new QPushButton(this))
{
    m_action->hide();
    connect(m_action, &QPushButton::clicked, this, &ViewState::actionTriggered);
}

void ViewState::setNotice(const ViewNotice &notice)
{
    m_notice = notice;
    setAccessibleName(notice.sentence);
    setAccessibleDescription(notice.detail);
    m_action->setText(notice.action);
    m_action->setVisible(!notice.action.isEmpty());
    m_action->setGeometry(places().action);
    updateGeometry();
    update();
}

QSize ViewState::sizeHint() const
{
    return {widest, 180};
}

ViewState::Places ViewState::places() const
{
    const int room = std::max(0, std::min(widest, width() - 2 * tokens::space::m));
    const QRect sentence = wrapped(theme(), TextStyle::BodyStrong, m_notice.sentence, room);
    const QRect detail = wrapped(theme(), TextStyle::Small, m_notice.detail, room);
    const QSize action = m_notice.action.isEmpty() ? QSize() : m_action->sizeHint();
    const int actionGap = action.isEmpty() ? 0 : tokens::space::m;
    const int total = mark + tokens::space::s + sentence.height() + tokens::space::xs + detail.height() + actionGap +
                      std::max(0, action.height());
    int y = std::max(0, (height() - total) / 2);
    const auto next = [&](int wide, int high, int gap) {
        const QRect out((width() - wide) / 2, y, wide, high);
        y += high + gap;
        return out;
    };
    Places out;
    out.mark = next(mark, mark, tokens::space::s);
    out.sentence = next(room, sentence.height(), tokens::space::xs);
    out.detail = next(room, detail.height(), actionGap);
    if (!action.isEmpty())
        out.action = next(std::min(action.width(), room), action.height(), 0);
    return out;
}

void ViewState::resizeEvent(QResizeEvent *)
{
    m_action->setGeometry(places().action);
}

void ViewState::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Places at = places();
    if (m_notice.shape)
        paintStateShape(painter, at.mark, *m_notice.shape, theme());
    else if (!m_notice.icon.isEmpty())
        paintIcon(painter, at.mark, m_notice.icon, 20, theme(), Colour::Text3);
    paintWrapped(painter, at.sentence, m_notice.sentence, TextStyle::BodyStrong, Colour::Text, theme());
    paintWrapped(painter, at.detail, m_notice.detail, TextStyle::Small, Colour::Text3, theme());
}

} // namespace graticule
