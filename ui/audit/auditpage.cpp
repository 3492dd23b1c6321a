// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/auditpage.h"

#include "models/audit/acttext.h"
#include "models/countedtext.h"
#include "models/format.h"
#include "models/sayingtext.h"
#include "ui/audit/actpanel.h"
#include "ui/page/filesave.h"
#include "widgets/basic/button.h"
#include "widgets/basic/celldelegate.h"
#include "widgets/basic/label.h"
#include "widgets/basic/undobar.h"
#include "widgets/basic/viewstate.h"

#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace graticule {
namespace {

constexpr int kLeastRoom = 400;
constexpr int kLeastColumn = 120;
constexpr int kLeastPlace = 60;
constexpr int kOutcomePercent = 26;
constexpr int kTargetPercent = 18; // and what was done to it

} // namespace

AuditPage::AuditPage(const ThemeSwitch &themes, FleetStore &store, ActCalls &calls, UndoBar &said, QWidget *parent)
    : Page(parent)
    , m_themes(themes)
    , m_calls(calls)
    , m_said(said)
    , m_model(store, calls)
{
    setObjectName(QStringLiteral("audit.page"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    m_trouble = new Label(themes, {.colour = Colour::MediumText}, this);
    m_trouble->setObjectName(QStringLiteral("audit.trouble"));
    m_trouble->hide();
    auto *trouble = new QHBoxLayout; // texts stand below texts
    trouble->setContentsMargins(16, 0, 16, 0);
    trouble->addWidget(m_trouble);
    layout->addLayout(trouble);
    layout->addWidget(buildCheckRow());
    buildTable();
    m_empty = new ViewState(themes, this);
    m_empty->setObjectName(QStringLiteral("audit.empty"));
    m_panel = new ActPanel(themes, this);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    auto *rows = new QFrame(this);
    rows->setProperty("surface", QStringLiteral("panel"));
    auto *inset = new QHBoxLayout(rows);
    inset->setContentsMargins(tokens::space::s, 0, tokens::space::s, 0); // the first column stands below the title
    inset->addWidget(m_table);
    row->addWidget(rows, 1);
    row->addWidget(m_empty, 1);
    row->addWidget(m_panel);
    layout->addLayout(row, 1);
    connect(m_empty, &ViewState::actionTriggered, &m_model, &ActsModel::refresh);
    connect(&m_model, &ActsModel::answered, this, &AuditPage::showAnswer);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &AuditPage::keepCurrent);
    showAnswer();
}

QWidget *AuditPage::buildHead()
{
    auto *head = new QWidget(this);
    head->setFixedHeight(52);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(10);
    auto *title = new Label(m_themes, {.style = TextStyle::Title}, head);
    title->setText(tr("Audit"));
    m_count = new Label(m_themes, {.colour = Colour::Text2, .elide = Qt::ElideNone}, head);
    m_count->setObjectName(QStringLiteral("audit.count"));
    m_words = new QLineEdit(head);
    m_words->setObjectName(QStringLiteral("audit.words"));
    m_words->setPlaceholderText(tr("Filter  ( / )"));
    m_words->setAccessibleName(tr("Filter the acts"));
    m_words->setClearButtonEnabled(true);
    m_words->setMaximumWidth(220);
    m_words->setMinimumWidth(120);
    m_outcome = new QComboBox(head);
    m_outcome->setObjectName(QStringLiteral("audit.outcome"));
    m_outcome->setAccessibleName(tr("Outcome"));
    m_outcome->setAccessibleDescription(tr("Shows only acts that ended so"));
    m_outcome->addItem(tr("Every outcome"), -1);
    for (const ActOutcome outcome : {ActOutcome::Done, ActOutcome::Failed, ActOutcome::Refused, ActOutcome::Stopped,
                                     ActOutcome::Begun, ActOutcome::Unknown})
        m_outcome->addItem(ActText::outcome(outcome).text, int(outcome));
    m_within = new QComboBox(head);
    m_within->setObjectName(QStringLiteral("audit.within"));
    m_within->setAccessibleName(tr("Time"));
    m_within->setAccessibleDescription(tr("Shows only acts of that time"));
    m_within->addItems({tr("Any time"), tr("Today (UTC)"), tr("Last 24 h"), tr("Last 7 days")});
    const auto add = [&](const QString &words, const char *id, const char *icon) {
        auto *button = new Button(m_themes, words, Button::Kind::Default, head);
        button->setObjectName(QStringLiteral("audit.") + QLatin1String(id));
        button->setIconName(QLatin1String(icon));
        return button;
    };
    m_verify = add(tr("Check the record"), "verify", "check");
    m_export = add(tr("Export …"), "export", "download");
    row->addWidget(title);
    row->addWidget(m_count);
    row->addStretch(1);
    for (QWidget *part :
         {static_cast<QWidget *>(m_words), static_cast<QWidget *>(m_within), static_cast<QWidget *>(m_outcome),
          static_cast<QWidget *>(m_verify), static_cast<QWidget *>(m_export)})
        row->addWidget(part, part == m_words ? 100 : 0); // before the stretch, as far as it goes
    connect(m_words, &QLineEdit::textChanged, &m_model, &ActsModel::setWords);
    connect(m_words, &QLineEdit::returnPressed, this, [this] { m_table->setFocus(); });
    connect(m_within, &QComboBox::currentIndexChanged, this,
            [this](int at) { m_model.setWithin(ActsModel::Within(at)); });
    connect(m_outcome, &QComboBox::currentIndexChanged, this, [this] {
        const int chosen = m_outcome->currentData().toInt();
        m_model.setOutcome(chosen < 0 ? std::nullopt : std::optional(ActOutcome(chosen)));
    });
    connect(m_verify, &Button::clicked, this, &AuditPage::startCheck);
    connect(m_export, &Button::clicked, this, &AuditPage::askForFile);
    return head;
}

void AuditPage::buildTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("audit.table"));
    m_table->setAccessibleName(tr("What people did"));
    m_table->setModel(&m_model);
    (new CellDelegate(m_themes, *m_table))->setStrongColumn(ActsModel::What);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    // What is seen where there is no room for all: when, how it ended, who, what.
    header->moveSection(ActsModel::Outcome, ActsModel::Who);
    header->resizeSection(ActsModel::When, 160);
    header->resizeSection(ActsModel::Who, 90);
    header->resizeSection(ActsModel::What, 160);
    connect(header, &QHeaderView::sectionResized, this,
            [this] { m_isFitted = m_isFitted || (!m_isFitting && QGuiApplication::mouseButtons() != Qt::NoButton); });
    header->setSectionResizeMode(ActsModel::Where, QHeaderView::Stretch);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AuditPage::showCurrent);
}

/// Outcomes and verbs within their share, names in what is left beside the places, until somebody decides it.
void AuditPage::fitColumns()
{
    const int room = m_table->viewport()->width();
    if (m_isFitted || m_model.rowCount() == 0 || room < kLeastRoom)
        return;
    m_isFitting = true;
    const QAbstractItemView &view = *m_table;
    QHeaderView *header = m_table->horizontalHeader();
    const auto fit = [&](ActsModel::Column column, int most) {
        const int wanted = std::clamp(view.sizeHintForColumn(column), kLeastColumn, std::max(most, kLeastColumn));
        header->resizeSection(column, wanted);
    };
    fit(ActsModel::Outcome, room * kOutcomePercent / 100);
    fit(ActsModel::What, room * kTargetPercent / 100);
    int left = room - std::clamp(view.sizeHintForColumn(ActsModel::Where), kLeastPlace, room * kTargetPercent / 100);
    for (const auto column : {ActsModel::When, ActsModel::Outcome, ActsModel::Who, ActsModel::What})
        left -= header->sectionSize(column);
    fit(ActsModel::Target, left);
    m_isFitting = false;
}

void AuditPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    fitColumns();
}

void AuditPage::showCurrent()
{
    const QModelIndex index = m_table->currentIndex();
    if (!index.isValid())
        return;
    m_current = m_model.at(index.row()).number;
    m_panel->show(m_model.at(index.row()));
}

void AuditPage::showAct(const QString &verb, const QString &target, const QString &targetName)
{
    m_outcome->setCurrentIndex(0);
    m_within->setCurrentIndex(0);
    m_wanted = {verb, target};
    m_words->setText(QStringLiteral("%1 %2").arg(ActText::verb(verb), targetName).trimmed());
    m_model.refresh();
    keepCurrent();
}

void AuditPage::chooseWanted()
{
    for (int row = 0; row < m_model.rowCount() && !m_wanted.first.isEmpty(); ++row) {
        const Act &act = m_model.at(row).act;
        if (act.verb == m_wanted.first && act.target == m_wanted.second) {
            m_wanted = {};
            m_current = m_model.at(row).number;
        }
    }
}

/// Rows were made anew: the chosen act stays chosen.
void AuditPage::keepCurrent()
{
    chooseWanted();
    const int row = m_current > 0 ? m_model.rowOf(m_current) : -1;
    if (row >= 0) {
        m_table->setCurrentIndex(m_model.index(row, 0));
        m_panel->show(m_model.at(row));
    } else {
        m_panel->show(std::nullopt);
    }
    showNothing();
}

void AuditPage::showAnswer()
{
    const ActRecord::State &state = m_model.state();
    const QString trouble = !state.trouble.isEmpty() ? state.trouble : state.headTrouble;
    m_trouble->setText(state.trouble.isEmpty() ? trouble : tr("Nothing can be done at this keeper: %1").arg(trouble));
    m_trouble->setVisible(m_model.isRead() && !trouble.isEmpty());
    showNothing();
}

void AuditPage::showNothing()
{
    const int shown = m_model.rowCount();
    const int total = m_model.total();
    const bool isKnown = m_model.isRead() && m_model.error().text.isEmpty();
    const bool hasRows = isKnown && shown > 0;
    m_count->setText(!isKnown         ? QString()
                     : shown == total ? format::counted(tr("%n acts", nullptr, total), total)
                                      : tr("%1 of %2").arg(format::number(shown), format::number(total)));
    m_table->parentWidget()->setVisible(hasRows);
    m_panel->setVisible(hasRows);
    m_empty->setVisible(!hasRows);
    m_export->setEnabled(hasRows);
    QMetaObject::invokeMethod(this, &AuditPage::fitColumns, Qt::QueuedConnection); // once it is laid out
    m_verify->setEnabled(isKnown && !m_check);
    if (m_isReplay())
        m_empty->setNotice({QStringLiteral("history"),
                            {},
                            tr("An incident file has no record of acts"),
                            tr("The keeper that made the file has it."),
                            {}});
    else if (!m_model.error().text.isEmpty())
        m_empty->setNotice({{},
                            StateShape::Refused,
                            m_model.error().kind == ErrorKind::Unsupported ? tr("This keeper keeps no record of acts")
                            : m_model.error().kind == ErrorKind::Refused   ? tr("You may not read the record")
                                                                           : tr("The record cannot be read"),
                            SayingText::of(m_model.error()),
                            tr("Try again")});
    else if (!m_model.isRead())
        m_empty->setNotice({QStringLiteral("history"), {}, tr("Reading the record"), {}, {}});
    else if (total > 0)
        m_empty->setNotice({QStringLiteral("filter"),
                            {},
                            tr("No act matches"),
                            tr("Other words, or another time, may find one."),
                            {}});
    else
        m_empty->setNotice({QStringLiteral("check"), {}, tr("Nobody did anything"), tr("The record is empty."), {}});
}

void AuditPage::askForFile()
{
    const int rows = m_model.rowCount();
    auto *dialog = new QFileDialog(this, format::counted(tr("Export %n acts", nullptr, rows), rows));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Comma-separated values (*.csv)"), tr("JSON (*.json)")});
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(QStringLiteral("acts.csv"));
    connect(dialog, &QFileDialog::fileSelected, this, &AuditPage::exportTo);
    dialog->open();
}

void AuditPage::exportTo(const QString &path)
{
    const bool isJson = path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
    FileSave::write(
        path, [bytes = isJson ? m_model.json() : m_model.csv()] { return bytes; }, m_said);
}

QList<QWidget *> AuditPage::regions() const
{
    return {m_table, m_empty, m_panel, m_words};
}

bool AuditPage::closeLayer()
{
    if (!m_check && m_checkRow->isVisible()) {
        m_checkRow->hide();
        return true;
    }
    if (m_words->text().isEmpty())
        return false;
    m_words->clear();
    return true;
}

QString AuditPage::copyText() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? ActText::sentence(m_model.at(index.row())) : QString();
}

QList<ConsoleAction> AuditPage::actions()
{
    QList<ConsoleAction> all;
    const auto add = [&](const char *id, const char *icon, const QString &title, const QList<QKeySequence> &keys,
                         std::function<void()> run) {
        ConsoleAction action;
        action.id = QStringLiteral("audit.") + QLatin1String(id);
        action.icon = QLatin1String(icon);
        action.title = title;
        action.section = tr("Audit");
        action.words = tr("record, who did what, log");
        action.keys = keys;
        action.scope = this;
        action.run = std::move(run);
        action.whyNot = [this] { return m_model.isRead() ? QString() : tr("The record is not known"); };
        all << action;
    };
    add("find", "search", tr("Filter the acts"), {Qt::Key_Slash}, [this] { m_words->setFocus(); });
    add("verify", "check", tr("Check the record"), {Qt::Key_V}, [this] { startCheck(); });
    add("exportTable", "download", tr("Export the acts as CSV or JSON"), {Qt::CTRL | Qt::Key_E},
        [this] { askForFile(); });
    return all;
}

} // namespace graticule
