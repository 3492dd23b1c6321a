// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/rulespage.h"

#include "models/format.h"
#include "models/sayingtext.h"
#include "ui/page/commandlock.h"
#include "ui/page/keeperfacts.h"
#include "widgets/basic/button.h"
#include "widgets/basic/celldelegate.h"
#include "widgets/basic/label.h"
#include "widgets/basic/undobar.h"
#include "widgets/basic/viewstate.h"

#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QTableView>
#include <QTextBlock>
#include <QTimer>
#include <QVBoxLayout>

#include <QRegularExpression>

#include <algorithm>

namespace graticule {
namespace {

constexpr int kMargin = 16;
constexpr int kCountRows = 7; // that are seen without scrolling
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

/// @p text as a document has it, with line breaks of one kind.
QString asShown(const QString &text)
{
    QTextDocument document;
    document.setPlainText(text);
    return textOf(document);
}

/// Whether more things match or would change than are listed; those that would change come first.
bool isCut(const RulePreview &preview)
{
    const auto unmatched = std::count_if(preview.things.begin(), preview.things.end(),
                                         [](const RuledThing &thing) { return thing.rules.isEmpty(); });
    return std::max<qsizetype>(preview.changed, preview.matched + unmatched) > preview.things.size();
}

} // namespace

RulesPage::RulesPage(const ThemeSwitch &themes, FleetStore &store, RuleQueries &queries, KeeperFacts &facts,
                     UndoBar &said, QWidget *parent)
    : Page(parent)
    , m_themes(themes)
    , m_store(store)
    , m_queries(queries)
    , m_facts(facts)
    , m_said(said)
{
    setObjectName(QStringLiteral("rules.page"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    auto *body = new QSplitter(this);
    body->setChildrenCollapsible(false);
    body->addWidget(buildText());
    body->addWidget(buildPreview());
    body->setStretchFactor(0, 2);
    body->setStretchFactor(1, 3);
    m_body = body;
    layout->addWidget(body, 1);
    m_empty = new ViewState(themes, this);
    m_empty->setObjectName(QStringLiteral("rules.empty"));
    m_empty->setNotice({QStringLiteral("scroll-text"), {}, tr("Reading the rules"), {}, {}});
    layout->addWidget(m_empty, 1);
    m_body->hide();
    m_pause = new QTimer(this);
    m_pause->setSingleShot(true);
    m_pause->setInterval(kPause);
    connect(m_pause, &QTimer::timeout, this, &RulesPage::ask);
    connect(m_empty, &ViewState::actionTriggered, this, &RulesPage::read);
    connect(&facts, &KeeperFacts::factsChanged, this, &RulesPage::showState);
    connect(&store, &FleetStore::linkChanged, this, [this](const KeeperLink &link) {
        if (link.state == KeeperLink::State::Live && isVisible() && !m_isRead)
            read();
    });
    showState();
}

RulesPage::~RulesPage() = default;

QWidget *RulesPage::buildHead()
{
    auto *head = new QWidget(this);
    head->setFixedHeight(52);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(kMargin, 0, kMargin, 0);
    row->setSpacing(10);
    auto *title = new Label(m_themes, {.style = TextStyle::Title, .elide = Qt::ElideNone}, head);
    title->setText(tr("Label rules"));
    m_state = new Label(m_themes, {.colour = Colour::Text2}, head);
    m_state->setObjectName(QStringLiteral("rules.state"));
    const auto add = [&](const QString &words, const char *id, const char *icon, Button::Kind kind) {
        auto *button = new Button(m_themes, words, kind, head);
        button->setObjectName(QStringLiteral("rules.") + QLatin1String(id));
        button->setIconName(QLatin1String(icon));
        return button;
    };
    auto *close = add(tr("Connections"), "close", "chevron-left", Button::Kind::Quiet);
    m_revert = add(tr("Discard changes"), "revert", "undo-2", Button::Kind::Default);
    m_save = add(tr("Save"), "save", "check", Button::Kind::Primary);
    row->addWidget(close);
    row->addWidget(title);
    row->addWidget(m_state, 1);
    row->addWidget(m_revert);
    row->addWidget(m_save);
    connect(close, &Button::clicked, this, &RulesPage::closeAsked);
    connect(m_revert, &Button::clicked, this, &RulesPage::revert);
    connect(m_save, &Button::clicked, this, &RulesPage::save);
    return head;
}

QWidget *RulesPage::buildText()
{
    auto *part = new QWidget(this);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(kMargin, 0, kMargin / 2, kMargin);
    layout->setSpacing(8);
    auto *words = new QLabel(tr("Rules turn labels that Docker and Kubernetes have already into those of "
                                "graticule.dev: site, region, country, position, service, role, tier, asset, "
                                "classification, owner. The first rule that sets a label wins; what a thing says "
                                "itself stays."),
                             part);
    words->setProperty("look", QStringLiteral("small"));
    words->setProperty("tone", QStringLiteral("secondary"));
    words->setWordWrap(true);
    m_text = new QPlainTextEdit(part);
    m_text->setObjectName(QStringLiteral("rules.text"));
    m_text->setAccessibleName(tr("Label rules, as YAML"));
    m_text->setPlaceholderText(tr("There are no rules yet."));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    const auto dress = [this] { m_text->setFont(m_themes.theme().font(TextStyle::Mono)); };
    connect(&m_themes, &ThemeSwitch::themeChanged, this, dress);
    dress();
    m_mistakes = new QLabel(part);
    m_mistakes->setObjectName(QStringLiteral("rules.mistakes"));
    m_mistakes->setProperty("look", QStringLiteral("small"));
    m_mistakes->setProperty("tone", QStringLiteral("critical"));
    m_mistakes->setWordWrap(true);
    m_mistakes->setTextFormat(Qt::PlainText);
    m_mistakes->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_mistakes->hide();
    m_example = new Button(m_themes, tr("Begin with an example"), Button::Kind::Default, part);
    m_example->setObjectName(QStringLiteral("rules.example"));
    layout->addWidget(words);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_mistakes);
    layout->addWidget(m_example, 0, Qt::AlignLeft);
    connect(m_example, &Button::clicked, this, &RulesPage::insertExample);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_pause->start();
        showState();
    });
    return part;
}

QWidget *RulesPage::buildPreview()
{
    auto *part = new QWidget(this);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(kMargin / 2, 0, kMargin, kMargin);
    layout->setSpacing(8);
    m_sum = new Label(m_themes, {.colour = Colour::Text2}, part);
    m_sum->setObjectName(QStringLiteral("rules.sum"));
    m_countTable = table("rules.counts", tr("Rules, and how much each of them matches"), m_counts);
    m_countTable->horizontalHeader()->setSectionResizeMode(RuleCountsModel::Rule, QHeaderView::Stretch);
    m_countTable->setFixedHeight((kCountRows + 1) * m_countTable->verticalHeader()->defaultSectionSize());
    m_thingTable = table("rules.things", tr("What the rules match"), m_things);
    QHeaderView *header = m_thingTable->horizontalHeader();
    // Of the room there is what is long takes equal parts.
    header->setSectionResizeMode(QHeaderView::Stretch);
    for (const int brief : {RuledModel::Kind, RuledModel::Connection})
        header->setSectionResizeMode(brief, QHeaderView::Interactive);
    header->resizeSection(RuledModel::Kind, 70);
    header->resizeSection(RuledModel::Connection, 90);
    layout->addWidget(m_sum);
    layout->addWidget(m_countTable);
    layout->addWidget(m_thingTable, 1);
    connect(m_countTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &row) { m_things.setRule(RuleCountsModel::ruleAt(row.row())); });
    return part;
}

QTableView *RulesPage::table(const char *name, const QString &words, QAbstractItemModel &model)
{
    auto *view = new QTableView(this);
    view->setObjectName(QLatin1String(name));
    view->setAccessibleName(words);
    view->setModel(&model);
    (new CellDelegate(m_themes, *view))->setStrongColumn(0);
    view->setTabKeyNavigation(false);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->horizontalHeader()->setHighlightSections(false);
    return view;
}

void RulesPage::wake()
{
    if (!isEdited())
        read();
    else
        ask(); // the fleet has gone on meanwhile
}

void RulesPage::read()
{
    m_queries.readRules(this, [this](const Result<RulesFile> &file) {
        if (file)
            take(*file);
        else
            showFailure(file.error());
    });
}

void RulesPage::take(const RulesFile &file)
{
    const bool keeps = m_isRead && isEdited(); // what a person writes is not taken away
    m_file = file;
    m_unedited = asShown(file.text);
    m_isRead = true;
    m_empty->hide();
    m_body->show();
    if (!keeps && isEdited()) {
        const QSignalBlocker quiet(m_text);
        m_text->setPlainText(file.text);
    }
    showMistakes(file.mistakes);
    showState();
    ask();
}

void RulesPage::revert()
{
    m_text->setPlainText(m_file.text);
    read();
}

void RulesPage::ask()
{
    m_pause->stop();
    m_question = std::make_unique<QObject>();
    m_isAsking = true;
    const QString asked = isEdited() ? text() : m_file.text;
    m_queries.previewRules(m_question.get(), asked, [this](const Result<RulePreview> &preview) {
        m_question.release()->deleteLater(); // we may be within its call
        m_isAsking = false;
        m_isShown = true;
        if (preview)
            show(*preview);
        else
            m_sum->setText(SayingText::of(preview.error()));
    });
}

void RulesPage::show(const RulePreview &preview)
{
    const int rule = std::max(0, m_countTable->currentIndex().row());
    m_preview = preview;
    m_counts.setPreview(preview);
    m_things.setPreview(preview);
    m_countTable->setCurrentIndex(m_counts.index(std::min(rule, m_counts.rowCount() - 1), 0));
    showMistakes(isEdited() || !preview.mistakes.isEmpty() ? preview.mistakes : m_file.mistakes);
    const bool isOther = isEdited() || !preview.mistakes.isEmpty(); // than what is in force
    QString words = isOther ? tr("If this were saved: %1 of %2 nodes, services and data match, %3 would change.")
                                  .arg(format::number(preview.matched), format::number(preview.all),
                                       format::number(preview.changed))
                            : tr("As it is: %1 of %2 nodes, services and data match.")
                                  .arg(format::number(preview.matched), format::number(preview.all));
    if (preview.looked < preview.all)
        words += QLatin1Char(' ') + tr("Only %1 could be looked at in time.").arg(format::number(preview.looked));
    if (isCut(preview))
        words += QLatin1Char(' ') + tr("The first %1 are listed.").arg(preview.things.size());
    m_sum->setText(words);
    showState();
}

void RulesPage::showFailure(const Error &error)
{
    m_isShown = true;
    m_isRead = false;
    m_body->hide();
    m_empty->show();
    m_empty->setNotice(
        {{},
         StateShape::Refused,
         error.kind == ErrorKind::Unsupported ? tr("This keeper has no label rules") : tr("The rules cannot be read"),
         SayingText::of(error),
         tr("Try again")});
    showState();
}

void RulesPage::showMistakes(const QStringList &mistakes)
{
    QStringList lines;
    for (const QString &mistake : mistakes.first(std::min(mistakes.size(), kMistakesShown)))
        lines << mistake.left(kLongestMistake);
    if (mistakes.size() > kMistakesShown)
        lines << tr("and %n more", nullptr, int(mistakes.size() - kMistakesShown));
    if (!mistakes.isEmpty() && !isEdited())
        lines << tr("Until this is mended, the rules that held before hold on.");
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

QString RulesPage::text() const
{
    return textOf(*m_text->document());
}

bool RulesPage::isEdited() const
{
    return text() != m_unedited;
}

QString RulesPage::whyNotSave() const
{
    if (m_store.isPast())
        return CommandLock::words();
    if (!m_isRead)
        return tr("The rules are not known");
    if (!m_facts.keeper().permissions.contains(QLatin1String("admin")))
        return tr("Needs the role admin");
    if (m_isSaving)
        return tr("The keeper has been asked");
    if (!isEdited())
        return tr("Nothing was changed");
    return m_preview.mistakes.isEmpty() ? QString() : tr("There is a mistake in it");
}

void RulesPage::showState()
{
    const QString why = whyNotSave();
    m_save->setEnabled(why.isEmpty());
    m_save->setToolTip(why.isEmpty() ? m_file.path : why);
    m_revert->setEnabled(m_isRead && isEdited());
    m_text->setReadOnly(!m_isRead);
    m_example->setVisible(m_isRead && text().isEmpty());
    const QString inForce = tr("%n rules in force", nullptr, int(m_file.rules.size()));
    m_state->setText(!m_isRead    ? QString()
                     : m_isSaving ? tr("Saving …")
                     : isEdited() ? tr("%1 · changed here, not saved").arg(inForce)
                                  : inForce);
}

void RulesPage::save()
{
    if (const QString why = whyNotSave(); !why.isEmpty()) {
        m_said.offer(why);
        return;
    }
    m_isSaving = true;
    showState();
    const QString before = m_file.text;
    m_queries.saveRules(this, text(), before, [this](const Result<RulesFile> &file) {
        m_isSaving = false;
        if (file) {
            take(*file);
            m_said.offer(file->waiting.isEmpty()
                             ? tr("Label rules saved; what they rule is read again")
                             : tr("Label rules saved. Read again once what is done through them has ended: %1")
                                   .arg(file->waiting.join(QStringLiteral(", "))));
        } else {
            m_said.offer(SayingText::of(file.error()));
            if (file.error().kind == ErrorKind::Conflict)
                read(); // what is written here stays
        }
        showState();
    });
}

void RulesPage::insertExample()
{
    m_text->setPlainText(QString::fromUtf8(kExample));
    m_text->setFocus();
}

QString RulesPage::trouble(const KeeperFacts &facts)
{
    for (const BrokenFile &file : facts.brokenFiles()) {
        if (file.path.endsWith(QLatin1String("/label-rules.yaml")))
            return tr("%1. The rules that held before hold on.").arg(file.mistakes.value(0));
    }
    return {};
}

QList<QWidget *> RulesPage::regions() const
{
    return {m_text, m_countTable, m_thingTable};
}

bool RulesPage::closeLayer()
{
    if (isEdited())
        return false; // Esc takes nothing away
    Q_EMIT closeAsked();
    return true;
}

QString RulesPage::copyText() const
{
    const QModelIndex index = m_thingTable->currentIndex();
    return index.isValid() ? m_things.sentence(m_things.at(index.row())) : QString();
}

QList<ConsoleAction> RulesPage::actions()
{
    ConsoleAction saving;
    saving.id = QStringLiteral("rules.save");
    saving.icon = QStringLiteral("check");
    saving.title = tr("Save the label rules");
    saving.section = tr("Label rules");
    saving.keys = {Qt::CTRL | Qt::Key_Return};
    saving.scope = this;
    saving.run = [this] { save(); };
    saving.whyNot = [this] { return whyNotSave(); };
    ConsoleAction discarding;
    discarding.id = QStringLiteral("rules.revert");
    discarding.icon = QStringLiteral("undo-2");
    discarding.title = tr("Discard the changes of the label rules");
    discarding.section = tr("Label rules");
    discarding.scope = this;
    discarding.run = [this] { revert(); };
    discarding.whyNot = [this] { return isEdited() ? QString() : tr("Nothing was changed"); };
    return {saving, discarding};
}

} // namespace graticule
