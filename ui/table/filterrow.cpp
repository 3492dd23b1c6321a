// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/filterrow.h"

#include "models/format.h"
#include "models/table/typedfilter.h"
#include "widgets/basic/button.h"
#include "widgets/basic/completionplace.h"
#include "widgets/basic/filtertoken.h"
#include "widgets/basic/insets.h"
#include "widgets/basic/label.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QScopedValueRollback>
#include <QStringListModel>

namespace graticule {

namespace {

constexpr int kRow = 44;
constexpr int kNote = 24;
constexpr int kWordsWidth = 220;
constexpr int kWordsLeast = 120;
constexpr int kBesideWords = 48;  ///< button and margins
constexpr int kMostValues = 40;   ///< in a menu; more are found by words
constexpr int kChoiceLetters = 9; ///< of a choice where room is scarce

/// Conditions on one column are one: either of their values may stand there.
QList<TableCondition> merged(const QList<TableCondition> &kept, const QList<TableCondition> &typed)
{
    QList<TableCondition> all = kept;
    for (const TableCondition &condition : typed) {
        const auto same = std::find_if(
            all.begin(), all.end(), [&condition](const TableCondition &one) { return one.field == condition.field; });
        if (same == all.end()) {
            all.append(condition);
            continue;
        }
        for (const QString &value : condition.values) {
            if (!same->values.contains(value))
                same->values.append(value);
        }
    }
    return all;
}

} // namespace

FilterRow::FilterRow(const ThemeSwitch &themes, TableModel &model, const TableWords &words, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_model(model)
    , m_texts(words)
{
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(8);
    lines->addLayout(row, 1);
    m_add = new Button(themes, tr("Filter"), Button::Kind::Default, this);
    m_add->setObjectName(words.page + QStringLiteral(".addFilter"));
    m_add->setIconName(QStringLiteral("filter"));
    m_add->setOpensMenu(true);
    m_menu = new QMenu(this);
    connect(m_menu, &QMenu::aboutToShow, this, &FilterRow::fillMenu);
    connect(m_add, &Button::clicked, this, [this] { m_menu->popup(m_add->mapToGlobal(QPoint(0, m_add->height()))); });
    row->addWidget(m_add);
    m_tokens = new QHBoxLayout;
    m_tokens->setSpacing(6);
    row->addLayout(m_tokens);
    buildWords(*row);
    row->addStretch(1);
    buildChoices(*row);
    m_note = new Label(themes, {.style = TextStyle::Small, .colour = Colour::Text2}, this);
    m_note->setObjectName(words.page + QStringLiteral(".note"));
    m_note->setFixedHeight(kNote);
    auto *below = new QHBoxLayout;
    below->setContentsMargins(16, 0, 16, 0);
    below->addWidget(m_note);
    lines->addLayout(below);
    setNote({});
    connect(&model, &TableModel::queryChanged, this, &FilterRow::showQuery);
    showQuery();
}

void FilterRow::buildWords(QHBoxLayout &row)
{
    m_words = new QLineEdit(this);
    m_words->setObjectName(m_texts.page + QStringLiteral(".words"));
    m_words->setClearButtonEnabled(true);
    m_words->setPlaceholderText(m_texts.filterHint);
    const int wanted = m_words->fontMetrics().horizontalAdvance(m_texts.filterHint) + kBesideWords;
    m_words->setMinimumWidth(kWordsLeast);
    m_words->setMaximumWidth(std::clamp(wanted, kWordsWidth, 2 * kWordsWidth));
    m_words->setAccessibleName(m_texts.filterName);
    m_words->installEventFilter(this);
    row.addWidget(m_words, 100); // before the stretch, as far as it goes
    m_completions = new QStringListModel(this);
    m_completer = new QCompleter(m_completions, this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion); // the model knows what goes on
    m_completer->setWidget(m_words);
    m_completer->popup()->setObjectName(m_texts.page + QStringLiteral(".completions"));
    m_completer->popup()->setAccessibleName(tr("How it can go on"));
    new CompletionPlace(*m_completer, *m_words);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, [this](const QString &text) {
        m_words->setText(text);
        offerCompletions();
    });
    connect(m_words, &QLineEdit::textEdited, this, &FilterRow::offerCompletions);
    connect(m_words, &QLineEdit::textChanged, this, &FilterRow::readWords);
    connect(m_words, &QLineEdit::returnPressed, this, &FilterRow::keepTyped);
}

void FilterRow::buildChoices(QHBoxLayout &row)
{
    const auto choice = [&](const QString &title, const QString &id, QComboBox *&box) {
        auto *label = new Label(m_themes, {.style = TextStyle::Small, .colour = Colour::Text3}, this);
        label->setText(title);
        box = new QComboBox(this);
        box->setObjectName(m_texts.page + id);
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        box->setMinimumContentsLength(kChoiceLetters);
        box->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        box->setMinimumWidth(box->minimumSizeHint().width());
        box->setAccessibleName(title);
        box->setAccessibleDescription(title); // Qt tells the choice as a combo box's name on X11 and Wayland
        row.addWidget(label);
        row.addWidget(box);
    };
    choice(tr("Group"), QStringLiteral(".group"), m_group);
    choice(tr("Sort"), QStringLiteral(".sort"), m_order);
    m_group->addItem(tr("No groups"));
    for (const QString &word : std::as_const(m_texts.groups)) {
        m_groups << m_model.columnOf(word);
        m_group->addItem(m_model.column(m_groups.last()).title);
    }
    for (const auto &[column, title] : std::as_const(m_texts.orders))
        m_order->addItem(title);
    m_order->addItem(tr("By columns"));
    connect(m_group, &QComboBox::activated, this, &FilterRow::setGroup);
    connect(m_order, &QComboBox::activated, this, &FilterRow::setOrder);
}

void FilterRow::focusWords()
{
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

void FilterRow::clear()
{
    m_kept.clear();
    m_words->clear();
    readWords();
}

bool FilterRow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_words && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) { // on to the table
            focusNextChild();
            return true;
        }
        if (key == Qt::Key_Backspace && m_words->text().isEmpty() && !m_kept.isEmpty()) {
            m_kept.removeLast();
            ask();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FilterRow::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    setFixedHeight(note.isEmpty() ? kRow : kRow + kNote);
}

void FilterRow::readWords()
{
    const TypedFilter typed = TypedFilter::read(m_words->text(), m_model);
    m_typed = typed.conditions;
    setNote(typed.note);
    ask();
}

void FilterRow::keepTyped()
{
    if (m_typed.isEmpty())
        return;
    m_completer->popup()->hide();
    m_kept = merged(m_kept, m_typed);
    m_words->setText(TypedFilter::read(m_words->text(), m_model).words.join(QLatin1Char(' ')));
    readWords();
}

void FilterRow::offerCompletions()
{
    const QStringList offered = TypedFilter::completions(m_words->text(), m_model);
    m_completions->setStringList(offered);
    if (offered.isEmpty() || !m_words->hasFocus())
        m_completer->popup()->hide();
    else
        m_completer->complete();
}

void FilterRow::ask()
{
    const QScopedValueRollback asking(m_isAsking, true);
    TableQuery query = m_model.tableQuery();
    query.conditions = merged(m_kept, m_typed);
    query.words = TypedFilter::read(m_words->text(), m_model).words;
    m_model.setTableQuery(query);
    showTokens();
}

void FilterRow::showQuery()
{
    const TableQuery query = m_model.tableQuery();
    m_group->setCurrentIndex(query.group ? int(m_groups.indexOf(*query.group)) + 1 : 0);
    const bool isSimple = query.order.size() <= 2 && !query.order.isEmpty() && !query.order.first().reversed &&
                          (query.order.size() == 1 || query.order.last() == TableOrder{TableModel::kNameColumn, false});
    const auto &orders = m_texts.orders;
    const auto found = std::find_if(orders.begin(), orders.end(), [&query, isSimple](const auto &order) {
        return isSimple && order.first == query.order.first().field;
    });
    m_order->setCurrentIndex(int(found - orders.begin()));
    if (m_isAsking)
        return;
    // Somebody else asked: all of it becomes tokens and words.
    if (query.conditions != merged(m_kept, m_typed) ||
        query.words != TypedFilter::read(m_words->text(), m_model).words) {
        m_kept = query.conditions;
        m_typed.clear();
        const QSignalBlocker quiet(m_words);
        m_words->setText(query.words.join(QLatin1Char(' ')));
        setNote(TypedFilter::read(m_words->text(), m_model).note);
    }
    showTokens();
}

void FilterRow::showTokens()
{
    if (m_shown == m_kept)
        return;
    m_shown = m_kept;
    while (QLayoutItem *item = m_tokens->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one that was just pressed
        delete item;
    }
    for (const TableCondition &condition : std::as_const(m_shown)) {
        auto *token = new FilterToken(m_themes, FilterToken::Kind::Removes, this);
        const QString &title = m_model.column(condition.field).title;
        const QString values = condition.values.size() <= 2 ? condition.values.join(QStringLiteral(", "))
                                                            : tr("%1, %2 +%3")
                                                                  .arg(condition.values[0], condition.values[1],
                                                                       format::number(condition.values.size() - 2));
        token->setFilter(title, values);
        token->setAccessibleName(tr("Remove the filter %1 %2").arg(title, condition.values.join(QStringLiteral(", "))));
        token->setToolTip(condition.values.join(QLatin1Char('\n')));
        connect(token, &FilterToken::clicked, this, [this, field = condition.field] {
            m_kept.removeIf([field](const TableCondition &c) { return c.field == field; });
            ask();
        });
        m_tokens->addWidget(token);
    }
}

void FilterRow::fillMenu()
{
    m_menu->clear();
    const QList<int> listed = m_model.listedColumns();
    for (const int column : listed) {
        QMenu *values = m_menu->addMenu(m_model.column(column).title);
        connect(values, &QMenu::aboutToShow, this, [this, values, column] { fillValues(*values, column); });
    }
    m_menu->addSeparator();
    QAction *clear = m_menu->addAction(tr("Clear all filters"));
    clear->setEnabled(!m_kept.isEmpty() || !m_words->text().isEmpty());
    connect(clear, &QAction::triggered, this, &FilterRow::clear);
}

void FilterRow::fillValues(QMenu &menu, int column)
{
    menu.clear();
    QStringList allowed;
    for (const TableCondition &condition : std::as_const(m_kept)) {
        if (condition.field == column)
            allowed = condition.values;
    }
    const auto values = m_model.valuesIn(column);
    for (qsizetype i = 0; i < std::min<qsizetype>(kMostValues, values.size()); ++i) {
        const QString value = values[i].first;
        QAction *action = menu.addAction(QString(value).replace(QLatin1Char('&'), QStringLiteral("&&")) +
                                         QLatin1Char('\t') + format::number(values[i].second));
        action->setCheckable(true);
        action->setChecked(allowed.contains(value));
        connect(action, &QAction::triggered, this, [this, column, value] { toggle(column, value); });
    }
    if (values.size() > kMostValues) {
        menu.addAction(tr("%1 more: type %2:NAME")
                           .arg(format::number(values.size() - kMostValues), m_model.column(column).word))
            ->setEnabled(false);
    }
}

void FilterRow::toggle(int column, const QString &value)
{
    auto found = std::find_if(m_kept.begin(), m_kept.end(),
                              [column](const TableCondition &condition) { return condition.field == column; });
    if (found == m_kept.end()) {
        m_kept.append({column, {value}});
    } else if (found->values.contains(value)) {
        found->values.removeAll(value);
        if (found->values.isEmpty())
            m_kept.erase(found);
    } else {
        found->values.append(value);
    }
    ask();
}

void FilterRow::setGroup(int index)
{
    TableQuery query = m_model.tableQuery();
    query.group = index == 0 ? std::optional<int>() : m_groups[index - 1];
    m_model.setTableQuery(query);
}

void FilterRow::setOrder(int index)
{
    if (index >= m_texts.orders.size()) {
        showQuery();
        return;
    }
    TableQuery query = m_model.tableQuery();
    query.order = {{m_texts.orders[index].first, false}};
    if (query.order.first().field != TableModel::kNameColumn)
        query.order.append({TableModel::kNameColumn, false});
    m_model.setTableQuery(query);
}

} // namespace graticule
