// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sites/filterrow.h"

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

/// A condition that is still being typed ("region:eu") is no word.
QStringList wordsIn(const QString &text)
{
    QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    words.removeIf([](const QString &word) {
        return SiteFields::fieldOf(QStringView(word).left(std::max<qsizetype>(0, word.indexOf(QLatin1Char(':'))))) >= 0;
    });
    return words;
}

constexpr int kWordsWidth = 220;
constexpr int kBesideWords = 48; ///< button and margins
constexpr int kMostValues = 40;  ///< in a menu; more are found by words

const QList<SiteField> &groupFields()
{
    static const QList<SiteField> fields{SiteField::Region, SiteField::Provider, SiteField::Country, SiteField::State};
    return fields;
}

const QList<SiteField> &orderFields()
{
    static const QList<SiteField> fields{SiteField::State,  SiteField::Name,    SiteField::Cpu,
                                         SiteField::Memory, SiteField::Storage, SiteField::Seen};
    return fields;
}

} // namespace

FilterRow::FilterRow(const ThemeSwitch &themes, SiteTableModel &model, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_model(model)
{
    setFixedHeight(44);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(8);
    m_add = new Button(themes, tr("Filter"), Button::Kind::Default, this);
    m_add->setObjectName(QStringLiteral("sites.addFilter"));
    m_add->setIconName(QStringLiteral("filter"));
    m_add->setOpensMenu(true);
    m_menu = new QMenu(this);
    connect(m_menu, &QMenu::aboutToShow, this, &FilterRow::fillMenu);
    connect(m_add, &Button::clicked, this, [this] { m_menu->popup(m_add->mapToGlobal(QPoint(0, m_add->height()))); });
    row->addWidget(m_add);
    m_tokens = new QHBoxLayout;
    m_tokens->setSpacing(6);
    row->addLayout(m_tokens);
    m_words = new QLineEdit(this);
    m_words->setObjectName(QStringLiteral("sites.words"));
    m_words->setClearButtonEnabled(true);
    m_words->setPlaceholderText(tr("Words, or region:Europe  ( / )"));
    m_words->setFixedWidth(
        std::clamp(m_words->fontMetrics().horizontalAdvance(m_words->placeholderText()) + kBesideWords, kWordsWidth,
                   2 * kWordsWidth));
    m_words->setAccessibleName(tr("Filter the sites"));
    m_words->installEventFilter(this);
    row->addWidget(m_words);
    row->addStretch(1);
    const auto choice = [&](const QString &title, QComboBox *&box) {
        auto *label = new Label(themes, {.style = TextStyle::Small, .colour = Colour::Text3}, this);
        label->setText(title);
        box = new QComboBox(this);
        box->setAccessibleName(title);
        box->setAccessibleDescription(title); // Qt tells the choice as a combo box's name on X11 and Wayland
        row->addWidget(label);
        row->addWidget(box);
    };
    choice(tr("Group"), m_group);
    choice(tr("Sort"), m_order);
    m_group->setObjectName(QStringLiteral("sites.group"));
    m_order->setObjectName(QStringLiteral("sites.sort"));
    m_group->addItem(tr("No groups"));
    for (const SiteField field : groupFields())
        m_group->addItem(SiteFields::title(field));
    m_order->addItems({tr("State, worst first"), tr("Site, A to Z"), tr("CPU, most used first"),
                       tr("Memory, most used first"), tr("Storage, most used first"), tr("Seen, longest ago first")});
    m_order->addItem(tr("By columns"));

    connect(m_words, &QLineEdit::textChanged, this, &FilterRow::setWords);
    connect(m_words, &QLineEdit::returnPressed, this, [this] {
        if (takeCondition(m_words->text()))
            m_words->clear();
    });
    connect(m_group, &QComboBox::activated, this, &FilterRow::setGroup);
    connect(m_order, &QComboBox::activated, this, &FilterRow::setOrder);
    connect(&model, &SiteTableModel::queryChanged, this, &FilterRow::showQuery);
    showQuery();
}

void FilterRow::focusWords()
{
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

void FilterRow::clear()
{
    SiteQuery query = m_model.query();
    query.conditions.clear();
    query.words.clear();
    m_words->clear();
    m_model.setQuery(query);
}

bool FilterRow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_words && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) { // on to the table
            focusNextChild();
            return true;
        }
        if (key == Qt::Key_Backspace && m_words->text().isEmpty() && !m_model.query().conditions.isEmpty()) {
            SiteQuery query = m_model.query();
            query.conditions.removeLast();
            m_model.setQuery(query);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FilterRow::showQuery()
{
    const SiteQuery &query = m_model.query();
    m_group->setCurrentIndex(query.group ? int(groupFields().indexOf(*query.group)) + 1 : 0);
    const bool isSimple = query.order.size() <= 2 && !query.order.isEmpty() && !query.order.first().reversed &&
                          (query.order.size() == 1 || query.order.last() == SiteOrder{SiteField::Name, false});
    const int order = isSimple ? int(orderFields().indexOf(query.order.first().field)) : -1;
    m_order->setCurrentIndex(order < 0 ? int(orderFields().size()) : order);
    if (query.words != wordsIn(m_words->text()))
        m_words->setText(query.words.join(QLatin1Char(' ')));
    showTokens();
}

void FilterRow::showTokens()
{
    if (m_shown == m_model.query().conditions)
        return;
    m_shown = m_model.query().conditions;
    while (QLayoutItem *item = m_tokens->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one that was just pressed
        delete item;
    }
    for (const SiteCondition &condition : std::as_const(m_shown)) {
        auto *token = new FilterToken(m_themes, FilterToken::Kind::Removes, this);
        const QString values = condition.values.size() <= 2 ? condition.values.join(QStringLiteral(", "))
                                                            : tr("%1, %2 +%3")
                                                                  .arg(condition.values[0], condition.values[1],
                                                                       format::number(condition.values.size() - 2));
        token->setFilter(SiteFields::title(condition.field), values);
        token->setAccessibleName(
            tr("Remove the filter %1 %2")
                .arg(SiteFields::title(condition.field), condition.values.join(QStringLiteral(", "))));
        token->setToolTip(condition.values.join(QLatin1Char('\n')));
        connect(token, &FilterToken::clicked, this, [this, field = condition.field] {
            SiteQuery query = m_model.query();
            query.conditions.removeIf([field](const SiteCondition &c) { return c.field == field; });
            m_model.setQuery(query);
        });
        m_tokens->addWidget(token);
    }
}

void FilterRow::fillMenu()
{
    m_menu->clear();
    for (const SiteField field : SiteFields::shared()) {
        auto *values = m_menu->addMenu(SiteFields::title(field));
        connect(values, &QMenu::aboutToShow, this, [this, values, field] { fillValues(*values, field); });
    }
    m_menu->addSeparator();
    QAction *clear = m_menu->addAction(tr("Clear all filters"));
    clear->setEnabled(!m_model.query().conditions.isEmpty() || !m_model.query().words.isEmpty());
    connect(clear, &QAction::triggered, this, &FilterRow::clear);
}

void FilterRow::fillValues(QMenu &menu, SiteField field)
{
    menu.clear();
    QStringList allowed;
    for (const SiteCondition &condition : m_model.query().conditions) {
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
        menu.addAction(
                tr("%1 more: type %2:NAME").arg(format::number(values.size() - kMostValues), SiteFields::word(field)))
            ->setEnabled(false);
    }
}

void FilterRow::toggle(SiteField field, const QString &value)
{
    SiteQuery query = m_model.query();
    auto found = std::find_if(query.conditions.begin(), query.conditions.end(),
                              [field](const SiteCondition &condition) { return condition.field == field; });
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

void FilterRow::setWords(const QString &text)
{
    SiteQuery query = m_model.query();
    query.words = wordsIn(text);
    m_model.setQuery(query);
}

bool FilterRow::takeCondition(const QString &text)
{
    const qsizetype colon = text.indexOf(QLatin1Char(':'));
    const int field = colon < 1 ? -1 : SiteFields::fieldOf(QStringView(text).left(colon).trimmed());
    if (field < 0 || !SiteFields::isShared(SiteField(field)))
        return false;
    const QString wanted = text.mid(colon + 1).trimmed();
    for (const auto &[value, count] : m_model.valuesOf(SiteField(field))) {
        if (!wanted.isEmpty() && value.startsWith(wanted, Qt::CaseInsensitive)) {
            toggle(SiteField(field), value);
            return true;
        }
    }
    return false;
}

void FilterRow::setGroup(int index)
{
    SiteQuery query = m_model.query();
    query.group = index == 0 ? std::optional<SiteField>() : groupFields()[index - 1];
    m_model.setQuery(query);
}

void FilterRow::setOrder(int index)
{
    if (index >= orderFields().size()) {
        showQuery();
        return;
    }
    SiteQuery query = m_model.query();
    query.order = {{orderFields()[index], false}};
    if (orderFields()[index] == SiteField::State)
        query.order.append({SiteField::Name, false});
    m_model.setQuery(query);
}

} // namespace graticule
