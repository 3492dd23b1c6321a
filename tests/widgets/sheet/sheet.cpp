// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/sheet/sheet.h"

#include "widgets/theme/icons.h"

#include <QPainter>

namespace graticule::sheet {

namespace {

class Drawing : public ThemedWidget
{
public:
    Drawing(const ThemeSwitch &themes, std::function<void(QPainter &, const Theme &)> draw, QWidget *parent)
        : ThemedWidget(themes, parent)
        , m_draw(std::move(draw))
    {
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        m_draw(painter, theme());
    }

private:
    std::function<void(QPainter &, const Theme &)> m_draw;
};

} // namespace

Sheet::Sheet(const ThemeSwitch &themes, const QString &title, const QString &subtitle)
    : m_themes(themes)
{
    resize(1600, 1000);
    setAutoFillBackground(true);
    drawing(this, QRect(24, 16, 24, 24), [](QPainter &painter, const Theme &theme) {
        paintIcon(painter, QRectF(0, 0, 24, 24), QStringLiteral("logo"), 24, theme, Colour::Text);
    });
    const Label *heading = text(this, {60, 16}, title, {.style = TextStyle::Title});
    text(this, {60 + heading->width() + 12, 18}, subtitle, {.colour = Colour::Text3});
}

QFrame *Sheet::card(const QRect &place, const QString &title, const QString &note)
{
    auto *frame = new QFrame(this);
    frame->setProperty("surface", QStringLiteral("card"));
    frame->setGeometry(place);
    text(frame, {16, 10}, title, {.style = TextStyle::BodyStrong});
    text(frame, {16, 10}, note, {.style = TextStyle::Small, .colour = Colour::Text3, .alignment = Qt::AlignRight},
         place.width() - 32);
    return frame;
}

Label *Sheet::text(QWidget *parent, QPoint at, const QString &words, const TextLook &look, int width)
{
    auto *label = new Label(m_themes, look, parent);
    label->setText(words);
    label->setGeometry(QRect(at, QSize(width > 0 ? width : label->sizeHint().width(), label->sizeHint().height())));
    return label;
}

QWidget *Sheet::drawing(QWidget *parent, const QRect &place, std::function<void(QPainter &, const Theme &)> draw)
{
    auto *out = new Drawing(m_themes, std::move(draw), parent);
    out->setGeometry(place);
    return out;
}

} // namespace graticule::sheet
