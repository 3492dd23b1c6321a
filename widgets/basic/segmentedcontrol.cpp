// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/basic/segmentedcontrol.h"

#include "widgets/theme/textpainting.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPainter>

namespace graticule {

/// One choice. Exclusive buttons of Qt bring arrow keys and roles along.
class Segment : public QAbstractButton
{
public:
    Segment(const ThemeSwitch &themes, const QString &text, QWidget *parent)
        : QAbstractButton(parent)
        , m_themes(themes)
    {
        setText(text);
        setCheckable(true);
        setAutoExclusive(true);
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        // Of the heavier text, so that choosing moves nothing.
        return {textWidth(m_themes.theme(), TextStyle::BodyStrong, text()) + 20, tokens::size::control - 2};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = m_themes.theme();
        QPainter painter(this);
        if (isChecked()) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(theme.colour(Colour::LineStrong));
            painter.setBrush(theme.colour(Colour::Raised));
            painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4.5, 4.5);
        }
        TextLook look{.style = isChecked() ? TextStyle::BodyStrong : TextStyle::Body,
                      .colour = isChecked() || underMouse() ? Colour::Text : Colour::Text2,
                      .alignment = Qt::AlignHCenter};
        if (!isEnabled())
            look.colour = Colour::TextDisabled;
        paintText(painter, rect(), text(), look, theme);
    }

private:
    const ThemeSwitch &m_themes;
};

SegmentedControl::SegmentedControl(const ThemeSwitch &themes, const QString &name, const QStringList &choices,
                                   QWidget *parent)
    : ThemedWidget(themes, parent)
{
    setAccessibleName(name);
    setAccessibleRole(QAccessible::Grouping);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    for (const QString &choice : choices) {
        auto *segment = new Segment(themes, choice, this);
        const int index = static_cast<int>(m_segments.size());
        connect(segment, &QAbstractButton::toggled, this, [this, index](bool on) {
            if (on)
                Q_EMIT currentChanged(index);
        });
        layout->addWidget(segment);
        m_segments.append(segment);
    }
    if (!m_segments.isEmpty()) {
        const QSignalBlocker quiet(this);
        m_segments.first()->setChecked(true);
    }
}

int SegmentedControl::current() const
{
    for (qsizetype i = 0; i < m_segments.size(); ++i) {
        if (m_segments[i]->isChecked())
            return static_cast<int>(i);
    }
    return -1;
}

void SegmentedControl::setCurrent(int index)
{
    if (index >= 0 && index < m_segments.size())
        m_segments[index]->setChecked(true);
    if (index != -1)
        return;
    for (Segment *segment : std::as_const(m_segments)) {
        segment->setAutoExclusive(false); // or one would stay
        segment->setChecked(false);
        segment->setAutoExclusive(true);
    }
}

void SegmentedControl::setChoiceEnabled(int index, bool enabled)
{
    if (index >= 0 && index < m_segments.size())
        m_segments[index]->setEnabled(enabled);
}

void SegmentedControl::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme().colour(Colour::LineStrong));
    painter.setBrush(theme().colour(Colour::Sunken));
    const qreal radius = tokens::radius::control - 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace graticule
