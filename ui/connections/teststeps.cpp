// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/teststeps.h"

#include "models/sayingtext.h"
#include "widgets/theme/stateshape.h"
#include "widgets/theme/textpainting.h"

#include <QPainter>

namespace graticule {

namespace {

constexpr int kRow = 22;
constexpr int kMark = 14;
constexpr int kGap = 8;

} // namespace

TestSteps::TestSteps(const ThemeSwitch &themes, QWidget *parent)
    : ThemedWidget(themes, parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Test, read only"));
}

void TestSteps::clear()
{
    m_steps.clear();
    setAccessibleDescription({});
    updateGeometry();
    update();
}

void TestSteps::add(const TestStep &step)
{
    if (step.text.isEmpty() && step.error.text.isEmpty())
        return; // only says that it is over
    m_steps << step;
    setAccessibleDescription(copyText());
    updateGeometry();
    update();
}

void TestSteps::setOutdated(bool outdated)
{
    m_isOutdated = outdated;
    update();
}

QString TestSteps::copyText() const
{
    QStringList lines;
    for (const TestStep &step : m_steps) {
        QStringList parts{step.passed ? tr("passed") : tr("failed"), SayingText::ofPhrase(step.text),
                          SayingText::ofPhrases(step.detail), SayingText::of(step.error)};
        parts.removeAll(QString());
        lines << parts.join(QStringLiteral(", "));
    }
    return lines.join(QLatin1Char('\n'));
}

int TestSteps::reasonHeight(const TestStep &step, int width) const
{
    if (step.error.text.isEmpty())
        return 0;
    const QFontMetrics metrics(theme().font(TextStyle::Small));
    const int room = std::max(40, width - kMark - kGap);
    return metrics.boundingRect(QRect(0, 0, room, 1000), Qt::TextWordWrap, SayingText::of(step.error)).height() + 4;
}

int TestSteps::heightForWidth(int width) const
{
    int height = 0;
    for (const TestStep &step : m_steps)
        height += kRow + reasonHeight(step, width);
    return height;
}

QSize TestSteps::sizeHint() const
{
    return {300, heightForWidth(width() > 0 ? width() : 300)};
}

void TestSteps::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    int y = 0;
    for (const TestStep &step : m_steps) {
        LineLayout line(QRect(0, y, width(), kRow), layoutDirection());
        paintStateShape(painter, line.takeLeading(kMark, kGap), step.passed ? StateShape::Pass : StateShape::Fail,
                        theme());
        const int detail =
            std::min(width() / 2, textWidth(theme(), TextStyle::Small, SayingText::ofPhrases(step.detail)));
        paintText(painter, line.takeTrailing(detail, kGap), SayingText::ofPhrases(step.detail),
                  {.style = TextStyle::Small, .colour = Colour::Text3}, theme());
        const QRect rest = line.rest();
        paintText(painter, rest, SayingText::ofPhrase(step.text),
                  {.style = TextStyle::Small, .colour = m_isOutdated ? Colour::Text3 : Colour::Text}, theme());
        y += kRow;
        if (const int reason = reasonHeight(step, width()); reason > 0) {
            painter.setFont(theme().font(TextStyle::Small));
            painter.setPen(theme().colour(m_isOutdated ? Colour::Text3 : Colour::CriticalText));
            const QRect box(layoutDirection() == Qt::RightToLeft ? 0 : kMark + kGap, y, width() - kMark - kGap, reason);
            painter.drawText(box, Qt::TextWordWrap | Qt::AlignLeading, SayingText::of(step.error));
            y += reason;
        }
    }
}

} // namespace graticule
