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
    const int most = viewport()->width() - 2 * kMargin;
    return image.width() > most && most > 0 ? image.scaledToWidth(most, Qt::SmoothTransformation) : image;
}

void HelpPage::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    if (event->size().width() != event->oldSize().width() && m_markdown.contains(QLatin1String("![")))
        dress(); // pictures are as wide as the page
}

/// Markdown knows no colours, so the document is gone through after it has been read.
void HelpPage::dress()
{
    const Theme &theme = m_themes.theme();
    const int at = verticalScrollBar()->value();
    document()->setDefaultFont(theme.font(TextStyle::Body));
    document()->setDocumentMargin(kMargin);
    setMarkdown(m_markdown);
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        cursor.select(QTextCursor::BlockUnderCursor);
        const int level = block.blockFormat().headingLevel();
        QTextBlockFormat room;
        room.setTopMargin(level > 1 ? 16 : 0);
        room.setBottomMargin(cursor.currentTable() ? 0 : block.textList() ? 4 : 8);
        room.setLineHeight(128, QTextBlockFormat::ProportionalHeight);
        QTextCursor(block).mergeBlockFormat(room);
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment part = it.fragment();
            QTextCursor words(document());
            words.setPosition(part.position());
            words.setPosition(part.position() + part.length(), QTextCursor::KeepAnchor);
            const QTextCharFormat was = part.charFormat();
            const bool isCode = was.fontFixedPitch();
            QTextCharFormat format;
            if (level > 0)
                format = formatOf(theme.font(level == 1 ? TextStyle::Title : TextStyle::Heading),
                                  theme.colour(Colour::Text));
            else if (isCode)
                format = formatOf(theme.font(TextStyle::Mono), theme.colour(Colour::Text));
            else
                format.setForeground(theme.colour(was.isAnchor()                     ? Colour::AccentText
                                                  : was.fontWeight() > QFont::Normal ? Colour::Text
                                                                                     : Colour::Text2));
            if (!was.isImageFormat())
                words.mergeCharFormat(format);
        }
    }
    dressTables();
    verticalScrollBar()->setValue(at);
}

void HelpPage::dressTables()
{
    const QList<QTextFrame *> frames = document()->rootFrame()->childFrames();
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
