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

/// Words and detail share a line where both fit; else each is wrapped on lines of its own, nothing is cut.
TestSteps::Words TestSteps::wordsOf(const TestStep &step, int width) const
{
    Words words;
    words.text = SayingText::ofPhrase(step.text);
    words.detail = SayingText::ofPhrases(step.detail);
    words.textHeight = kRow;
    const int room = std::max(40, width - kMark - kGap);
    const int detail = textWidth(theme(), TextStyle::Small, words.detail);
    words.areInOneLine = textWidth(theme(), TextStyle::Small, words.text) + kGap + detail <= room;
    if (words.areInOneLine)
        return words;
    const QFontMetrics metrics(theme().font(TextStyle::Small));
    const auto wrapped = [&](const QString &text) {
        return text.isEmpty() ? 0 : metrics.boundingRect(QRect(0, 0, room, 1000), Qt::TextWordWrap, text).height() + 4;
    };
    words.textHeight = std::max(kRow, wrapped(words.text));
    words.detailHeight = wrapped(words.detail);
    return words;
}

int TestSteps::heightForWidth(int width) const
{
    int height = 0;
    for (const TestStep &step : m_steps) {
        const Words words = wordsOf(step, width);
        height += words.textHeight + words.detailHeight + reasonHeight(step, width);
    }
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
        const Words words = wordsOf(step, width());
        const Colour strong = m_isOutdated ? Colour::Text3 : Colour::Text;
        LineLayout line(QRect(0, y, width(), kRow), layoutDirection());
        paintStateShape(painter, line.takeLeading(kMark, kGap), step.passed ? StateShape::Pass : StateShape::Fail,
                        theme());
        const auto paintWrapped = [&](int height, const QString &text, Colour colour) {
            painter.setFont(theme().font(TextStyle::Small));
            painter.setPen(theme().colour(colour));
            const QRect box(layoutDirection() == Qt::RightToLeft ? 0 : kMark + kGap, y, width() - kMark - kGap, height);
            painter.drawText(box, Qt::TextWordWrap | Qt::AlignLeading, text);
            y += height;
        };
        if (words.areInOneLine) {
            const int detail = textWidth(theme(), TextStyle::Small, words.detail);
            paintText(painter, line.takeTrailing(detail, kGap), words.detail,
                      {.style = TextStyle::Small, .colour = Colour::Text3}, theme());
            paintText(painter, line.rest(), words.text, {.style = TextStyle::Small, .colour = strong}, theme());
            y += kRow;
        } else {
            y += 3; // as a text that is centred in its row
            paintWrapped(words.textHeight - 3, words.text, strong);
            if (words.detailHeight > 0)
                paintWrapped(words.detailHeight, words.detail, Colour::Text3);
        }
        if (const int reason = reasonHeight(step, width()); reason > 0)
            paintWrapped(reason, SayingText::of(step.error), m_isOutdated ? Colour::Text3 : Colour::CriticalText);
    }
}

} // namespace graticule
