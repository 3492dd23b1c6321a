// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/entityfilters.h"

#include "models/format.h"
#include "widgets/basic/button.h"
#include "widgets/basic/filtertoken.h"
#include "widgets/basic/label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>

namespace graticule {

namespace {

constexpr int kWordsWidth = 220;
constexpr int kMostValues = 40; ///< in a menu; more are found by words

/// Index of the column that is named before a colon; -1: none is.
int fieldBefore(const EntityTableModel &model, const QString &text)
{
    const qsizetype colon = text.indexOf(QLatin1Char(':'));
    return colon < 1 ? -1 : EntityFields::indexOf(model.fields(), QStringView(text).left(colon).trimmed());
}

} // namespace

EntityFilters::EntityFilters(const ThemeSwitch &themes, EntityTableModel &model, const EntityWords &words,
                             QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_model(model)
    , m_texts(words)
{
    setFixedHeight(44);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(8);
    m_add = new Button(themes, tr("Filter"), Button::Kind::Default, this);
    m_add->setObjectName(words.page + QStringLiteral(".addFilter"));
    m_add->setIconName(QStringLiteral("filter"));
    m_add->setOpensMenu(true);
    m_menu = new QMenu(this);
    connect(m_menu, &QMenu::aboutToShow, this, &EntityFilters::fillMenu);
    connect(m_add, &Button::clicked, this, [this] { m_menu->popup(m_add->mapToGlobal(QPoint(0, m_add->height()))); });
    row->addWidget(m_add);
    m_tokens = new QHBoxLayout;
    m_tokens->setSpacing(6);
    row->addLayout(m_tokens);
    m_words = new QLineEdit(this);
    m_words->setObjectName(words.page + QStringLiteral(".words"));
    m_words->setFixedWidth(kWordsWidth);
    m_words->setClearButtonEnabled(true);
    m_words->setPlaceholderText(words.filterHint);
    m_words->setAccessibleName(words.filterName);
    m_words->installEventFilter(this);
    row->addWidget(m_words);
    row->addStretch(1);
    buildOrder(*row);

    connect(m_words, &QLineEdit::textChanged, this, &EntityFilters::setWords);
    connect(m_words, &QLineEdit::returnPressed, this, [this] {
        if (takeCondition(m_words->text()))
            m_words->clear();
    });
    connect(&model, &EntityTableModel::queryChanged, this, &EntityFilters::showQuery);
    showQuery();
}

void EntityFilters::buildOrder(QHBoxLayout &row)
{
    auto *label = new Label(m_themes, {.style = TextStyle::Small, .colour = Colour::Text3}, this);
    label->setText(tr("Sort"));
    m_order = new QComboBox(this);
    m_order->setObjectName(m_texts.page + QStringLiteral(".sort"));
    m_order->setAccessibleName(tr("Sort"));
    m_order->setAccessibleDescription(m_order->accessibleName()); // Qt tells the choice as its name on X11 and Wayland
    for (const EntityField &field : m_model.fields())
        m_order->addItem(field.title);
    m_order->addItem(tr("By columns"));
    row.addWidget(label);
    row.addWidget(m_order);
    connect(m_order, &QComboBox::activated, this, &EntityFilters::setOrder);
}

void EntityFilters::focusWords()
{
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

void EntityFilters::clear()
{
    EntityQuery query = m_model.query();
    query.conditions.clear();
    query.words.clear();
    m_words->clear();
    m_model.setQuery(query);
}

bool EntityFilters::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_words && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) { // on to the table
            focusNextChild();
            return true;
        }
        if (key == Qt::Key_Backspace && m_words->text().isEmpty() && !m_model.query().conditions.isEmpty()) {
            EntityQuery query = m_model.query();
            query.conditions.removeLast();
            m_model.setQuery(query);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void EntityFilters::showQuery()
{
    const QList<EntityOrder> &order = m_model.query().order;
    const bool isSimple = !order.isEmpty() && !order.first().reversed &&
                          (order.size() == 1 || (order.size() == 2 && order.last() == EntityOrder{1, false}));
    m_order->setCurrentIndex(isSimple ? order.first().field : m_order->count() - 1);
    showTokens();
}

void EntityFilters::showTokens()
{
    if (m_shown == m_model.query().conditions)
        return;
    m_shown = m_model.query().conditions;
    while (QLayoutItem *item = m_tokens->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one that was just pressed
        delete item;
    }
    for (const EntityCondition &condition : std::as_const(m_shown)) {
        auto *token = new FilterToken(m_themes, FilterToken::Kind::Removes, this);
        const QString &title = m_model.fields()[size_t(condition.field)].title;
        const QString values = condition.values.size() <= 2 ? condition.values.join(QStringLiteral(", "))
                                                            : tr("%1, %2 +%3")
                                                                  .arg(condition.values[0], condition.values[1],
                                                                       format::number(condition.values.size() - 2));
        token->setFilter(title, values);
        token->setAccessibleName(tr("Remove the filter %1 %2").arg(title, condition.values.join(QStringLiteral(", "))));
        token->setToolTip(condition.values.join(QLatin1Char('\n')));
        connect(token, &FilterToken::clicked, this, [this, field = condition.field] {
            EntityQuery query = m_model.query();
            query.conditions.removeIf([field](const EntityCondition &c) { return c.field == field; });
            m_model.setQuery(query);
        });
        m_tokens->addWidget(token);
    }
}

void EntityFilters::fillMenu()
{
    m_menu->clear();
    for (int field = 0; field < m_model.tickColumn(); ++field) {
        if (!m_model.fields()[size_t(field)].isListed())
            continue;
        QMenu *values = m_menu->addMenu(m_model.fields()[size_t(field)].title);
        connect(values, &QMenu::aboutToShow, this, [this, values, field] { fillValues(*values, field); });
    }
    m_menu->addSeparator();
    QAction *clear = m_menu->addAction(tr("Clear all filters"));
    clear->setEnabled(!m_model.query().conditions.isEmpty() || !m_model.query().words.isEmpty());
    connect(clear, &QAction::triggered, this, &EntityFilters::clear);
}

void EntityFilters::fillValues(QMenu &menu, int field)
{
    menu.clear();
    QStringList allowed;
    for (const EntityCondition &condition : m_model.query().conditions) {
        if (condition.field == field)
            allowed = condition.values;
    }
    const auto values = m_model.valuesOf(field);
    for (qsizetype i = 0; i < std::min<qsizetype>(kMostValues, values.size()); ++i) {
        const QString value = values[i].first;
        QAction *action = menu.addAction(QString(value).replace(QLatin1Char('&'), QStringLiteral("&&")) +
                                         QLatin1Char('\t') + format::number(values[i].second));
        action->setCheckable(true);
        action->setChecked(allowed.contains(value));
        connect(action, &QAction::triggered, this, [this, field, value] { toggle(field, value); });
    }
    if (values.size() > kMostValues) {
        menu.addAction(tr("%1 more: type %2:NAME")
                           .arg(format::number(values.size() - kMostValues), m_model.fields()[size_t(field)].word))
            ->setEnabled(false);
    }
}

void EntityFilters::toggle(int field, const QString &value)
{
    EntityQuery query = m_model.query();
    auto found = std::find_if(query.conditions.begin(), query.conditions.end(),
                              [field](const EntityCondition &condition) { return condition.field == field; });
    if (found == query.conditions.end()) {
        query.conditions.append({field, {value}});
    } else if (found->values.contains(value)) {
        found->values.removeAll(value);
        if (found->values.isEmpty())
            query.conditions.erase(found);
    } else {
        found->values.append(value);
    }
    m_model.setQuery(query);
}

/// A condition that is still being typed ("site:fr") is no word.
void EntityFilters::setWords(const QString &text)
{
    EntityQuery query = m_model.query();
    query.words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    query.words.removeIf([this](const QString &word) { return fieldBefore(m_model, word) >= 0; });
    m_model.setQuery(query);
}

bool EntityFilters::takeCondition(const QString &text)
{
    const int field = fieldBefore(m_model, text);
    if (field < 0 || !m_model.fields()[size_t(field)].isListed())
        return false;
    const QString wanted = text.mid(text.indexOf(QLatin1Char(':')) + 1).trimmed();
    const auto values = m_model.valuesOf(field);
    // What is typed in full is meant, though another begins like it.
    for (const bool whole : {true, false}) {
        for (const auto &[value, count] : values) {
            const bool isMeant =
                whole ? value.compare(wanted, Qt::CaseInsensitive) == 0 : value.startsWith(wanted, Qt::CaseInsensitive);
            if (!wanted.isEmpty() && isMeant) {
                toggle(field, value);
                return true;
            }
        }
    }
    return false;
}

void EntityFilters::setOrder(int index)
{
    if (index >= m_model.tickColumn()) {
        showQuery();
        return;
    }
    EntityQuery query = m_model.query();
    query.order = {{index, false}};
    if (index != 1)
        query.order.append({1, false});
    m_model.setQuery(query);
}

} // namespace graticule
