// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/optioninput.h"

#include "models/schematext.h"
#include "ui/site/factcolumn.h"
#include "widgets/basic/button.h"
#include "widgets/basic/completionplace.h"

#include <QAbstractItemView>
#include <QAbstractTextDocumentLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QStyle>
#include <QVBoxLayout>

namespace graticule {

namespace {

constexpr int kMostLines = 8;  ///< of labels, before they scroll
constexpr int kLongest = 4200; ///< a little more than is allowed, so that too long can be said

} // namespace

OptionInput::OptionInput(const ThemeSwitch &themes, const QString &field, const OptionSchema &schema, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_schema(schema)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_input = makeInput();
    m_input->setObjectName(QStringLiteral("field:") + field);
    m_input->setAccessibleName(title());
    m_input->setAccessibleDescription(SchemaText::text(schema.help));
    if (!m_flag) {
        auto *head = new QHBoxLayout;
        head->setSpacing(8);
        QLabel *label = makeText(this, "small", "secondary");
        label->setTextInteractionFlags(Qt::NoTextInteraction);
        label->setText(title());
        label->setToolTip(tr("In the connection's file: %1").arg(field));
        label->setBuddy(m_input);
        QLabel *note = makeText(this, "small", "faint");
        note->setTextInteractionFlags(Qt::NoTextInteraction);
        note->setAlignment(Qt::AlignTrailing);
        note->setText(schema.required              ? tr("required")
                      : !schema.fallback.isEmpty() ? tr("usually %1").arg(schema.fallback)
                                                   : QString());
        head->addWidget(label, 1);
        head->addWidget(note);
        layout->addLayout(head);
    }
    layout->addWidget(schema.kind == OptionKind::File && m_line ? withFileButton(themes) : m_input);
    m_error = makeText(this, "small", "critical");
    m_error->setObjectName(QStringLiteral("error:") + field);
    m_error->hide();
    layout->addWidget(m_error);
    if (!schema.help.isEmpty()) {
        QLabel *help = makeText(this, "small", "faint");
        help->setText(SchemaText::text(schema.help));
        layout->addWidget(help);
    }
}

QString OptionInput::title() const
{
    return m_schema.title.isEmpty() ? m_schema.name : SchemaText::text(m_schema.title);
}

QWidget *OptionInput::makeInput()
{
    switch (m_schema.kind) {
    case OptionKind::Flag:
        m_flag = new QCheckBox(title(), this);
        m_flag->setChecked(m_schema.fallback == QLatin1String("yes"));
        connect(m_flag, &QCheckBox::toggled, this, &OptionInput::onEdited);
        return m_flag;
    case OptionKind::Choice:
        m_choice = new QComboBox(this);
        m_choice->addItem(m_schema.fallback.isEmpty() ? tr("not set") : tr("usual: %1").arg(m_schema.fallback));
        for (const QString &choice : m_schema.choices)
            m_choice->addItem(choice, choice);
        connect(m_choice, &QComboBox::currentIndexChanged, this, &OptionInput::onEdited);
        return m_choice;
    case OptionKind::Pairs:
        m_lines = new QPlainTextEdit(this);
        m_lines->setTabChangesFocus(true);
        m_lines->setPlaceholderText(m_schema.example);
        m_lines->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        connect(m_lines->document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
                &OptionInput::fitLines);
        fitLines();
        connect(m_lines, &QPlainTextEdit::textChanged, this, &OptionInput::onEdited);
        return m_lines;
    default:
        m_line = new QLineEdit(this);
        m_line->setMaxLength(kLongest);
        m_line->installEventFilter(this);
        m_line->setPlaceholderText(m_schema.example.isEmpty() ? m_schema.fallback : m_schema.example);
        connect(m_line, &QLineEdit::textChanged, this, &OptionInput::onEdited);
        connect(m_line, &QLineEdit::returnPressed, this, &OptionInput::entered);
        return m_line;
    }
}

QWidget *OptionInput::withFileButton(const ThemeSwitch &themes)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    m_choose = new Button(themes, {}, Button::Kind::Default, row);
    m_choose->setObjectName(QStringLiteral("choose:") + m_field);
    m_choose->setIconName(QStringLiteral("folder"));
    m_choose->setAccessibleName(tr("Choose the file: %1").arg(title()));
    m_choose->setToolTip(tr("Choose the file"));
    layout->addWidget(m_line, 1);
    layout->addWidget(m_choose);
    connect(m_choose, &Button::clicked, this, &OptionInput::chooseFile);
    return row;
}

void OptionInput::setWhyNoFile(const QString &why)
{
    if (!m_choose)
        return;
    m_choose->setEnabled(why.isEmpty());
    m_choose->setToolTip(why.isEmpty() ? tr("Choose the file") : why);
    m_choose->setAccessibleDescription(why);
}

void OptionInput::chooseFile()
{
    auto *dialog = new QFileDialog(this, title());
    dialog->setObjectName(QStringLiteral("chooseFile"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    if (!text().isEmpty())
        dialog->setDirectory(QFileInfo(text()).path());
    connect(dialog, &QFileDialog::fileSelected, m_line, &QLineEdit::setText);
    dialog->open();
}

/// One line at first, and one more with each that is written.
void OptionInput::fitLines()
{
    const int lines = std::clamp(int(m_lines->document()->size().height()), 1, kMostLines);
    const int around = 2 * (int(m_lines->document()->documentMargin()) + 1) + 8; // margin, border, padding
    const int height = lines * m_lines->fontMetrics().lineSpacing() + around;
    m_lines->setVerticalScrollBarPolicy(lines < kMostLines ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    if (m_lines->minimumHeight() != height)
        m_lines->setFixedHeight(height);
}

void OptionInput::setOffers(std::function<QList<PlaceNames::Offer>(const QString &)> offers)
{
    if (!m_line)
        return;
    m_offered = new QStandardItemModel(this);
    auto *completer = new QCompleter(m_offered, this);
    completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion); // what is offered is not always spelled so
    completer->setCompletionRole(Qt::UserRole);
    m_line->setCompleter(completer);
    completer->popup()->setProperty("look", QStringLiteral("offers"));
    completer->popup()->setAccessibleName(tr("Suggestions for %1").arg(title()));
    new CompletionPlace(*completer, *m_line);
    m_offers = std::move(offers);
    connect(m_line, &QLineEdit::textEdited, this, &OptionInput::offer);
}

void OptionInput::offer(const QString &text)
{
    m_offered->clear();
    for (const PlaceNames::Offer &offer : m_offers(text)) {
        auto *item = new QStandardItem(offer.shown);
        item->setData(offer.text, Qt::UserRole);
        m_offered->appendRow(item);
    }
}

void OptionInput::setNote(const QString &note)
{
    if (!m_note) {
        m_note = makeText(this, "small", "secondary");
        m_note->setObjectName(QStringLiteral("note:") + m_field);
        layout()->addWidget(m_note);
    }
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

/// A line in which nothing can be taken back leaves that to the window, where something may be.
bool OptionInput::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress && m_offered &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down && !m_line->completer()->popup()->isVisible()) {
        offer({});
        m_line->completer()->setCompletionPrefix({});
        m_line->completer()->complete();
        return m_offered->rowCount() > 0;
    }
    if (watched == m_line && event->type() == QEvent::ShortcutOverride && !m_line->isUndoAvailable() &&
        static_cast<QKeyEvent *>(event)->matches(QKeySequence::Undo)) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

QString OptionInput::text() const
{
    if (m_line)
        return m_line->text().trimmed();
    if (m_lines)
        return m_lines->toPlainText().trimmed();
    if (m_choice)
        return m_choice->currentData().toString();
    // What is as usual is not written.
    const QString value = m_flag->isChecked() ? QStringLiteral("yes") : QStringLiteral("no");
    const bool isUsual = value == m_schema.fallback || (m_schema.fallback.isEmpty() && !m_flag->isChecked());
    return isUsual ? QString() : value;
}

void OptionInput::setText(const QString &text)
{
    const QSignalBlocker block(m_input);
    if (m_line) {
        if (m_line->completer())
            m_line->completer()->popup()->hide(); // what it offers is for what was typed before
        m_line->setText(text);
        m_line->setCursorPosition(0);
    } else if (m_lines) {
        m_lines->setPlainText(text);
        fitLines();
    } else if (m_choice) {
        int at = m_choice->findData(text);
        if (at < 0 && !text.isEmpty()) { // of a newer keeper: kept
            m_choice->addItem(text, text);
            at = m_choice->count() - 1;
        }
        m_choice->setCurrentIndex(std::max(0, at));
    } else {
        m_flag->setChecked((text.isEmpty() ? m_schema.fallback : text) == QLatin1String("yes"));
    }
    showTrouble({});
}

void OptionInput::onEdited()
{
    // What is missing is said when somebody wants to save, not while they are about to type it.
    showTrouble(text().isEmpty() ? QString() : trouble());
    Q_EMIT edited();
}

void OptionInput::showTrouble(const QString &trouble)
{
    m_isWrong = !trouble.isEmpty();
    m_error->setText(m_isWrong ? tr("%1 %2").arg(title(), SchemaText::trouble(trouble)) : QString());
    m_error->setVisible(m_isWrong);
    if (m_input->property("invalid").toBool() == m_isWrong)
        return;
    m_input->setProperty("invalid", m_isWrong);
    m_input->style()->unpolish(m_input);
    m_input->style()->polish(m_input);
    m_input->setAccessibleDescription(m_isWrong ? m_error->text() : SchemaText::text(m_schema.help));
}

void OptionInput::focusInput()
{
    m_input->setFocus(Qt::OtherFocusReason);
}

} // namespace graticule
