// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparepage.h"

#include "models/countedtext.h"
#include "models/format.h"
#include "ui/table/tableexport.h"
#include "widgets/basic/button.h"
#include "widgets/basic/celldelegate.h"
#include "widgets/basic/label.h"
#include "widgets/basic/undobar.h"
#include "widgets/basic/viewstate.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

namespace graticule {

ComparePage::ComparePage(const ThemeSwitch &themes, UndoBar &undo, QWidget *parent)
    : Page(parent)
    , m_themes(themes)
    , m_undo(undo)
    , m_model(new DifferenceModel(this))
{
    setObjectName(QStringLiteral("compare.page"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildHead();
    buildTable();
    m_empty = new ViewState(themes, this);
    layout->addWidget(m_empty, 1);
    connect(m_model, &DifferenceModel::compared, this, [this] {
        showCounts();
        if (m_words->text().isEmpty())
            m_table->setFocus(Qt::OtherFocusReason);
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &ComparePage::showCounts);
    showCounts();
}

void ComparePage::buildHead()
{
    auto *head = new QWidget(this);
    head->setFixedHeight(52);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(10);
    m_title = new Label(m_themes, {.style = TextStyle::Title}, head);
    m_title->setObjectName(QStringLiteral("compare.title"));
    m_count = new Label(m_themes, {.colour = Colour::Text2, .elide = Qt::ElideNone}, head);
    m_count->setObjectName(QStringLiteral("compare.count"));
    m_words = new QLineEdit(head);
    m_words->setObjectName(QStringLiteral("compare.words"));
    m_words->setPlaceholderText(tr("Filter  ( / )"));
    m_words->setAccessibleName(tr("Filter the differences"));
    m_words->setClearButtonEnabled(true);
    m_words->setMaximumWidth(220);
    m_words->setMinimumWidth(120); // what is compared goes before
    const auto add = [&](const QString &words, const char *id, const char *icon) {
        auto *button = new Button(m_themes, words, Button::Kind::Default, head);
        button->setObjectName(QStringLiteral("compare.") + QLatin1String(id));
        button->setIconName(QLatin1String(icon));
        return button;
    };
    Button *other = add(tr("Compare with …"), "other", "calendar");
    m_export = add(tr("Export …"), "export", "download");
    Button *close = add(tr("Close"), "close", "x");
    close->setKeyHint(Qt::Key_Escape);
    row->addWidget(m_title);
    row->addWidget(m_count);
    row->addStretch(1);
    for (QWidget *part : {static_cast<QWidget *>(m_words), static_cast<QWidget *>(other),
                          static_cast<QWidget *>(m_export), static_cast<QWidget *>(close)})
        row->addWidget(part);
    layout()->addWidget(head);
    connect(m_words, &QLineEdit::textChanged, m_model, &DifferenceModel::setWords);
    connect(m_words, &QLineEdit::returnPressed, this, [this] { m_table->setFocus(); });
    connect(other, &Button::clicked, this, &ComparePage::otherAsked);
    connect(m_export, &Button::clicked, this, &ComparePage::askForFile);
    connect(close, &Button::clicked, this, &ComparePage::closeAsked);
}

void ComparePage::buildTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("compare.table"));
    m_table->setAccessibleName(tr("What differs"));
    m_table->setModel(m_model);
    (new CellDelegate(m_themes, *m_table))->setStrongColumn(DifferenceModel::Name);
    QHeaderView *header = m_table->horizontalHeader(); // the delegate's choice
    m_table->setTabKeyNavigation(false);
    header->setSectionsClickable(true);
    header->setHighlightSections(false);
    connect(header, &QHeaderView::sectionClicked, this, &ComparePage::sortBy);
    header->resizeSection(DifferenceModel::KindText, 120);
    header->resizeSection(DifferenceModel::Name, 260);
    header->resizeSection(DifferenceModel::WhatText, 90);
    header->resizeSection(DifferenceModel::Field, 170);
    header->resizeSection(DifferenceModel::Before, 300);
    header->setSectionResizeMode(DifferenceModel::After, QHeaderView::Stretch);
    auto *rows = new QFrame(this);
    rows->setProperty("surface", QStringLiteral("panel"));
    auto *inset = new QHBoxLayout(rows);
    inset->setContentsMargins(tokens::space::s, 0, tokens::space::s, 0); // below the title
    inset->addWidget(m_table);
    static_cast<QVBoxLayout *>(layout())->addWidget(rows, 1);
    connect(m_table, &QTableView::activated, this, &ComparePage::openCurrent);
    connect(m_table, &QTableView::doubleClicked, this, &ComparePage::openCurrent);
}

/// Up, down, and worst first again.
void ComparePage::sortBy(int column)
{
    QHeaderView *header = m_table->horizontalHeader();
    const bool isSorted = m_model->sortedBy() == column;
    const bool isDown = isSorted && header->sortIndicatorOrder() == Qt::DescendingOrder;
    const Qt::SortOrder order = isSorted ? Qt::DescendingOrder : Qt::AscendingOrder;
    m_model->sort(isDown ? -1 : column, isDown ? Qt::AscendingOrder : order);
    header->setSortIndicator(column, isDown ? Qt::AscendingOrder : order);
    header->setSortIndicatorShown(!isDown);
}

void ComparePage::showCounts()
{
    const DifferenceModel::Moment &before = m_model->before();
    const DifferenceModel::Moment &after = m_model->after();
    const auto moment = [](const DifferenceModel::Moment &one) {
        return one.isLive ? tr("now") : tr("%1 UTC", "a moment").arg(format::dateTime(one.at));
    };
    if (before.snapshot)
        m_title->setText(tr("What differs between %1 and %2").arg(moment(before), moment(after)));
    const int shown = m_model->rowCount();
    const int total = m_model->total();
    QString count = shown == total ? format::counted(tr("%n differences", nullptr, total), total)
                                   : tr("%1 of %2").arg(format::number(shown), format::number(total));
    if (const int links = m_model->notWatched(); links > 0)
        count =
            QStringLiteral("%1 · %2").arg(count, format::counted(tr("%n links not watched", nullptr, links), links));
    m_count->setText(m_model->isComparing() ? QString() : count);
    const bool isEmpty = shown == 0;
    m_table->parentWidget()->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    m_export->setEnabled(!isEmpty);
    if (m_model->isComparing())
        m_empty->setNotice({QStringLiteral("history"), {}, tr("Comparing"), {}, {}});
    else if (total > 0)
        m_empty->setNotice(
            {QStringLiteral("filter"), {}, tr("No difference matches"), tr("Other words may find one."), {}});
    else if (before.snapshot)
        m_empty->setNotice({QStringLiteral("check"),
                            {},
                            tr("Nothing differs"),
                            tr("%1 sites and all that is at them were compared.")
                                .arg(format::number(after.snapshot->tables.sites.size())),
                            {}});
}

void ComparePage::openCurrent()
{
    const QModelIndex index = m_table->currentIndex();
    if (index.isValid())
        Q_EMIT opened(m_model->at(index.row()));
}

void ComparePage::askForFile()
{
    auto *dialog = new QFileDialog(
        this, format::counted(tr("Export %n differences", nullptr, m_model->rowCount()), m_model->rowCount()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Comma-separated values (*.csv)"));
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(QStringLiteral("differences.csv"));
    connect(dialog, &QFileDialog::fileSelected, this, &ComparePage::exportTo);
    dialog->open();
}

void ComparePage::exportTo(const QString &path)
{
    const int rows = m_model->rowCount();
    const QString words = format::counted(tr("%n differences were written to %1.", nullptr, rows), rows).arg(path);
    TableExport::save(path, m_model->csv(), words, m_undo);
}

QList<QWidget *> ComparePage::regions() const
{
    return {m_table, m_words};
}

bool ComparePage::closeLayer()
{
    Q_EMIT closeAsked();
    return true;
}

QString ComparePage::copyText() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? m_model->rowText(index.row()) : QString();
}

QList<ConsoleAction> ComparePage::actions()
{
    QList<ConsoleAction> all;
    const auto add = [&](const char *id, const char *icon, const QString &title, const QList<QKeySequence> &keys,
                         std::function<void()> run) {
        ConsoleAction action;
        action.id = QStringLiteral("compare.") + QLatin1String(id);
        action.icon = QLatin1String(icon);
        action.title = title;
        action.section = tr("Compare");
        action.keys = keys;
        action.scope = this;
        action.run = std::move(run);
        action.whyNot = [this] { return m_model->before().snapshot ? QString() : tr("Nothing is compared"); };
        all << action;
    };
    add("find", "search", tr("Filter the differences"), {Qt::Key_Slash}, [this] { m_words->setFocus(); });
    add("exportTable", "download", tr("Export the differences as CSV"), {Qt::CTRL | Qt::Key_E},
        [this] { askForFile(); });
    add("open", "", tr("Open what the row is about"), {Qt::Key_Return}, {});
    return all;
}

} // namespace graticule
