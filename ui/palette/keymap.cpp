// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/keymap.h"

#include "models/format.h"
#include "ui/palette/keymapdelegate.h"
#include "widgets/basic/button.h"
#include "widgets/basic/insets.h"
#include "widgets/basic/label.h"
#include "widgets/basic/viewstate.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace graticule {

namespace {

constexpr int kSide = 16;
constexpr int kMostHeight = 720;
constexpr int kAround = 110; ///< title, filter and count

} // namespace

KeyMap::KeyMap(const ThemeSwitch &themes, const ActionRegistry &actions, QWidget &window)
    : Overlay(themes, window)
    , m_model(actions)
{
    setObjectName(QStringLiteral("keyMap"));
    setAccessibleName(tr("Keys of this view"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 10, 0, 10);
    layout->setSpacing(8);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(insets(*this, kSide, 0, 8, 0));
    m_title = new Label(themes, {.style = TextStyle::Heading}, this);
    m_count = new Label(themes, {.style = TextStyle::Small, .colour = Colour::Text3, .elide = Qt::ElideNone}, this);
    auto *help = new Button(themes, tr("Help"), Button::Kind::Quiet, this);
    help->setIconName(QStringLiteral("circle-help"));
    auto *close = new Button(themes, {}, Button::Kind::Quiet, this);
    close->setIconName(QStringLiteral("x"));
    close->setKeyHint(Qt::Key_Escape);
    close->setAccessibleName(tr("Close"));
    head->addWidget(m_title, 1);
    head->addWidget(m_count);
    head->addWidget(help);
    head->addWidget(close);
    layout->addLayout(head);
    m_words = new QLineEdit(this);
    m_words->setObjectName(QStringLiteral("keyMapWords"));
    m_words->setPlaceholderText(tr("Filter by what it does or by its key; Enter runs it"));
    m_words->setAccessibleName(tr("Filter the keys"));
    m_words->setClearButtonEnabled(true);
    m_words->installEventFilter(this);
    setFocusProxy(m_words);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(kSide, 0, kSide, 0);
    row->addWidget(m_words);
    layout->addLayout(row);
    m_list = new QListView(this);
    m_list->setObjectName(QStringLiteral("keyMapList"));
    m_list->setAccessibleName(tr("What can be done here, with its keys"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new KeyMapDelegate(themes, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setStyleSheet(QStringLiteral("QListView { background: transparent; }"));
    layout->addWidget(m_list, 1);
    m_nothing = new ViewState(themes, this);
    m_nothing->setNotice({QStringLiteral("filter"), {}, tr("No action matches"), tr("Other words may find one."), {}});
    m_nothing->hide();
    layout->addWidget(m_nothing, 1);

    connect(close, &Button::clicked, this, &Overlay::dismiss);
    connect(help, &Button::clicked, this, &KeyMap::helpAsked);
    connect(m_words, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_model.setWords(words);
        showCount();
    });
    connect(m_words, &QLineEdit::returnPressed, this, [this] { run(m_list->currentIndex()); });
    connect(m_list, &QListView::activated, this, &KeyMap::run);
}

void KeyMap::toggle(const QString &page, const QString &title)
{
    if (isVisible()) {
        dismiss();
        return;
    }
    m_title->setText(tr("Keys of %1").arg(title));
    m_model.showPage(page);
    m_words->clear();
    showCount();
    m_list->scrollToTop();
    openOver();
}

void KeyMap::showCount()
{
    const int actions = m_model.actions();
    m_count->setText(actions == 1 ? tr("1 action") : tr("%1 actions").arg(format::number(actions)));
    m_list->setVisible(actions > 0);
    m_nothing->setVisible(actions == 0);
}

/// Without a row the first action is meant, when words have left but few.
void KeyMap::run(const QModelIndex &index)
{
    QModelIndex wanted = index;
    if (!wanted.isValid() && !m_words->text().isEmpty() && m_model.rowCount() > 1)
        wanted = m_model.index(1); // below the heading
    if (wanted.data(KeyMapModel::HeadingRole).toBool())
        wanted = m_model.index(wanted.row() + 1);
    const QString action = wanted.data(KeyMapModel::ActionRole).toString();
    if (action.isEmpty())
        return;
    if (const QString whyNot = wanted.data(KeyMapModel::WhyNotRole).toString(); !whyNot.isEmpty()) {
        m_count->setText(whyNot);
        return;
    }
    dismiss();
    Q_EMIT runAsked(action);
}

int KeyMap::wantedHeight(int most) const
{
    return std::min({most, kMostHeight, kAround + std::max(5, m_model.rowCount()) * KeyMapDelegate::kRow});
}

/// The list can be gone through from the filter.
bool KeyMap::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_words && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up || key == Qt::Key_PageDown || key == Qt::Key_PageUp)
            return QCoreApplication::sendEvent(m_list, event);
    }
    return Overlay::eventFilter(watched, event);
}

} // namespace graticule
