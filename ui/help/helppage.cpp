// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helppage.h"

#include "ui/help/helptopics.h"

#include <QImage>
#include <QResizeEvent>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextTable>

namespace graticule {

namespace {

constexpr int kMargin = 20;
constexpr int kCellPadding = 6;
constexpr int kIndent = 18;
constexpr int kScrollBar = 16;

QTextCharFormat formatOf(const QFont &font, const QColor &colour)
{
    QTextCharFormat format;
    format.setFont(font);
    format.setForeground(colour);
    return format;
}

} // namespace

HelpPage::HelpPage(const ThemeSwitch &themes, QWidget *parent)
    : QTextBrowser(parent)
    , m_themes(themes)
{
    setOpenLinks(false);
    setFrameShape(QFrame::NoFrame);
    setProperty("look", QStringLiteral("plain"));
    connect(this, &QTextBrowser::anchorClicked, this,
            [this](const QUrl &link) { Q_EMIT topicAsked(link.fileName().section(u'.', 0, 0)); });
    connect(&themes, &ThemeSwitch::themeChanged, this, &HelpPage::dress);
}

void HelpPage::setText(const QString &markdown)
{
    m_markdown = markdown;
    dress();
    verticalScrollBar()->setValue(0);
}

void HelpPage::showWords(const QString &words)
{
    QTextCursor cursor(document());
    setTextCursor(cursor);
    for (const QString &word : words.split(u' ', Qt::SkipEmptyParts)) {
        const QTextCursor found = document()->find(word);
        if (found.isNull())
            continue;
        setTextCursor(found);
        ensureCursorVisible();
        return;
    }
    verticalScrollBar()->setValue(0);
}

/// Only what is built in: a help text cannot make the program ask anybody for anything.
QVariant HelpPage::loadResource(int type, const QUrl &name)
{
    if (type != QTextDocument::ImageResource || name.isRelative() == false)
        return {};
    const QImage image(HelpTopics::folder() + name.path());
    const int most = width() - 2 * kMargin - kScrollBar; // whether it is there or not
    return image.width() > most && most > 0 ? image.scaledToWidth(most, Qt::SmoothTransformation) : image;
}

void HelpPage::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    // Pictures are as wide as the page. Not the viewport's width: that changes with the text.
    if (width() != m_dressedWidth && m_markdown.contains(QLatin1String("![")))
        dress();
}

/// Markdown knows no colours, so the document is gone through after it has been read. A new one each time: what is read
/// into one that was used begins with what was left in it.
void HelpPage::dress()
{
    const Theme &theme = m_themes.theme();
    const int at = verticalScrollBar()->value();
    m_dressedWidth = width();
    QTextDocument *before = m_dressed;
    m_dressed = new QTextDocument(this);
    m_dressed->setDefaultFont(theme.font(TextStyle::Body));
    m_dressed->setDocumentMargin(kMargin);
    m_dressed->setIndentWidth(kIndent);
    m_dressed->setMarkdown(m_markdown);
    setDocument(m_dressed);
    if (before)
        before->deleteLater(); // not now: it is a child, and this may be a page that is being shown with its children
    for (QTextBlock block = m_dressed->begin(); block.isValid(); block = block.next())
        dressBlock(block);
    dressTables();
    verticalScrollBar()->setValue(at);
}

void HelpPage::dressBlock(const QTextBlock &block)
{
    const int level = block.blockFormat().headingLevel();
    QTextCursor words(block);
    QTextBlockFormat room;
    room.setTopMargin(level > 1 ? 16 : 0);
    room.setBottomMargin(words.currentTable() ? 0 : block.textList() ? 4 : 8);
    if (!block.text().contains(QChar::ObjectReplacementCharacter)) // a picture
        room.setLineHeight(128, QTextBlockFormat::ProportionalHeight);
    words.mergeBlockFormat(room);
    QList<QTextFragment> parts; // first all of them: they are others once one has changed
    for (auto it = block.begin(); !it.atEnd(); ++it)
        parts << it.fragment();
    struct Change
    {
        int from, to;
        QTextCharFormat format;
    };
    QList<Change> changes;
    for (const QTextFragment &part : std::as_const(parts)) {
        if (!part.charFormat().isImageFormat())
            changes << Change{part.position(), part.position() + part.length(), lookOf(part.charFormat(), level)};
    }
    for (const Change &change : std::as_const(changes)) {
        words.setPosition(change.from);
        words.setPosition(change.to, QTextCursor::KeepAnchor);
        words.mergeCharFormat(change.format);
    }
}

/// @p level: of a heading; 0: of other text.
QTextCharFormat HelpPage::lookOf(const QTextCharFormat &was, int level) const
{
    const Theme &theme = m_themes.theme();
    if (level > 0)
        return formatOf(theme.font(level == 1 ? TextStyle::Title : TextStyle::Heading), theme.colour(Colour::Text));
    if (was.fontFixedPitch())
        return formatOf(theme.font(TextStyle::Mono), theme.colour(Colour::Text));
    QTextCharFormat look;
    const bool isStrong = was.fontWeight() > QFont::Normal;
    look.setForeground(theme.colour(was.isAnchor() ? Colour::AccentText : isStrong ? Colour::Text : Colour::Text2));
    return look;
}

void HelpPage::dressTables()
{
    const QList<QTextFrame *> frames = m_dressed->rootFrame()->childFrames();
    for (QTextFrame *frame : frames) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setBorder(1);
        format.setBorderCollapse(true);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(m_themes.theme().colour(Colour::Line));
        format.setCellPadding(kCellPadding);
        format.setCellSpacing(0);
        format.setTopMargin(4);
        format.setBottomMargin(12);
        table->setFormat(format);
    }
}

} // namespace graticule
