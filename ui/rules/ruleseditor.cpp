// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/ruleseditor.h"

#include "widgets/basic/button.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>

namespace graticule {
namespace {

constexpr int kMargin = 16;
constexpr qsizetype kMistakesShown = 5;
constexpr qsizetype kMistakesMarked = 100;
constexpr qsizetype kLongestMistake = 400;

// Not translated: it is what is written into the file.
constexpr char kExample[] = R"yaml(rules:
  - name: our data centres
    match: { com.example/dc: "fra-*" }         # all of them must match; * and ? as in a shell
    set:
      graticule.dev/site: "${com.example/dc}"  # the value of another label
      graticule.dev/country: DE
  - name: the shop
    match: { com.docker.compose.project: shop }
    set: { graticule.dev/service: shop, graticule.dev/tier: "1" }
)yaml";

/// Of "label-rules.yaml:3: ..."; 0: none is named.
int lineOf(const QString &mistake)
{
    static const QRegularExpression form(QStringLiteral("^[^:]+:(\\d+): "));
    return form.match(mistake).captured(1).toInt();
}

/// What @p document says, to the letter but for its line breaks. toPlainText() would make other spaces of some.
QString textOf(const QTextDocument &document)
{
    return document.toRawText().replace(QChar::ParagraphSeparator, QLatin1Char('\n'));
}

} // namespace

RulesEditor::RulesEditor(const ThemeSwitch &themes, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, 0, kMargin / 2, kMargin);
    layout->setSpacing(8);
    auto *words = new QLabel(tr("Rules turn labels that Docker and Kubernetes have already into those of "
                                "graticule.dev: site, region, country, position, service, role, tier, asset, "
                                "classification, owner. The first rule that sets a label wins; what a thing says "
                                "itself stays."),
                             this);
    words->setProperty("look", QStringLiteral("small"));
    words->setProperty("tone", QStringLiteral("secondary"));
    words->setWordWrap(true);
    words->setMinimumWidth(1); // a long word takes no room from what the rules would do
    m_text = new QPlainTextEdit(this);
    m_text->setObjectName(QStringLiteral("rules.text"));
    m_text->setAccessibleName(tr("Label rules, as YAML"));
    m_text->setPlaceholderText(tr("There are no rules yet."));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    const auto dress = [this] { m_text->setFont(m_themes.theme().font(TextStyle::Mono)); };
    connect(&themes, &ThemeSwitch::themeChanged, this, dress);
    dress();
    m_mistakes = new QLabel(this);
    m_mistakes->setObjectName(QStringLiteral("rules.mistakes"));
    m_mistakes->setProperty("look", QStringLiteral("small"));
    m_mistakes->setProperty("tone", QStringLiteral("critical"));
    m_mistakes->setWordWrap(true);
    m_mistakes->setTextFormat(Qt::PlainText);
    m_mistakes->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_mistakes->hide();
    m_example = new Button(themes, tr("Begin with an example"), Button::Kind::Default, this);
    m_example->setObjectName(QStringLiteral("rules.example"));
    layout->addWidget(words);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_mistakes);
    layout->addWidget(m_example, 0, Qt::AlignLeft);
    connect(m_example, &Button::clicked, this, &RulesEditor::insertExample);
    connect(m_text, &QPlainTextEdit::textChanged, this, &RulesEditor::edited);
}

QString RulesEditor::text() const
{
    return textOf(*m_text->document());
}

void RulesEditor::setText(const QString &text)
{
    const QSignalBlocker quiet(m_text);
    m_text->setPlainText(text);
}

QString RulesEditor::asShown(const QString &text)
{
    QTextDocument document;
    document.setPlainText(text);
    return textOf(document);
}

QWidget *RulesEditor::field() const
{
    return m_text;
}

void RulesEditor::setOpen(bool isOpen)
{
    m_text->setReadOnly(!isOpen);
    m_example->setVisible(isOpen && m_text->document()->isEmpty());
}

void RulesEditor::showMistakes(const QStringList &mistakes, const QString &last)
{
    QStringList lines;
    for (const QString &mistake : mistakes.first(std::min(mistakes.size(), kMistakesShown)))
        lines << mistake.left(kLongestMistake);
    if (mistakes.size() > kMistakesShown)
        lines << tr("and %n more", nullptr, int(mistakes.size() - kMistakesShown));
    if (!mistakes.isEmpty() && !last.isEmpty())
        lines << last;
    m_mistakes->setText(lines.join(QLatin1Char('\n')));
    m_mistakes->setVisible(!mistakes.isEmpty());
    QList<QTextEdit::ExtraSelection> marks;
    for (const QString &mistake : mistakes.first(std::min(mistakes.size(), kMistakesMarked))) {
        const QTextBlock block = m_text->document()->findBlockByNumber(lineOf(mistake.left(kLongestMistake)) - 1);
        if (!block.isValid())
            continue;
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(block);
        mark.cursor.select(QTextCursor::LineUnderCursor);
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(m_themes.theme().colour(Colour::CriticalText));
        marks.append(mark);
    }
    m_text->setExtraSelections(marks);
}

void RulesEditor::insertExample()
{
    m_text->setPlainText(QString::fromUtf8(kExample));
    m_text->setFocus();
}

} // namespace graticule
