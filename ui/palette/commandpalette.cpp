// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/commandpalette.h"

#include "models/format.h"
#include "ui/page/actionregistry.h"
#include "ui/palette/palettedelegate.h"
#include "widgets/basic/label.h"
#include "widgets/basic/viewstate.h"
#include "widgets/theme/icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>

namespace graticule {

namespace {

constexpr int kRows = 9;
constexpr int kHead = 37; ///< with the line below it
constexpr int kFoot = 4;
constexpr int kNothing = 140;
constexpr int kIcon = 16;
constexpr int kSide = 12;

PaletteKind kindOf(ConsoleAction::Kind kind)
{
    switch (kind) {
    case ConsoleAction::Kind::Page:
        return PaletteKind::Page;
    case ConsoleAction::Kind::Setting:
        return PaletteKind::Setting;
    case ConsoleAction::Kind::Command:
        break;
    }
    return PaletteKind::Command;
}

QString iconOf(const ConsoleAction &action)
{
    if (!action.icon.isEmpty())
        return action.icon;
    return action.kind == ConsoleAction::Kind::Setting ? QStringLiteral("settings") : QStringLiteral("chevron-right");
}

} // namespace

CommandPalette::CommandPalette(const ThemeSwitch &themes, FleetStore &store, ActionRegistry &actions, QWidget &window)
    : Overlay(themes, window)
    , m_actions(actions)
    , m_model(store)
{
    setObjectName(QStringLiteral("palette"));
    setAccessibleName(tr("Find or run a command"));
    build();
    connect(&m_model, &PaletteModel::resultsChanged, this, &CommandPalette::showResults);
    connect(this, &Overlay::dismissed, this, [this] {
        m_words->clear();
        m_model.rest();
    });
}

void CommandPalette::build()
{
    m_words = new QLineEdit(this);
    m_words->setObjectName(QStringLiteral("paletteWords"));
    m_words->setAccessibleName(tr("Find or run a command"));
    m_words->setPlaceholderText(tr("Find a site, a service, a connection, or run a command"));
    m_words->setStyleSheet(QStringLiteral("QLineEdit, QLineEdit:focus, QLineEdit:hover { background: transparent; "
                                          "border: none; padding: 0; }"));
    m_words->installEventFilter(this);
    setFocusProxy(m_words);
    m_count = new Label(themes(), {.style = TextStyle::Small, .colour = Colour::Text3, .elide = Qt::ElideNone}, this);
    m_count->setObjectName(QStringLiteral("paletteCount"));
    m_list = new QListView(this);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("What was found, the best first"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new PaletteDelegate(themes(), m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAttribute(Qt::WA_Hover);
    m_list->setStyleSheet(QStringLiteral("QListView { background: transparent; }"));
    m_list->installEventFilter(this);
    m_nothing = new ViewState(themes(), this);
    m_nothing->setObjectName(QStringLiteral("paletteNothing"));
    connect(m_words, &QLineEdit::textChanged, this, [this](const QString &words) {
        if (isVisible())
            m_model.setWords(words);
    });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { pick(index.row()); });
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &CommandPalette::showCurrent);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &CommandPalette::showCurrent);
}

void CommandPalette::takeActions()
{
    std::vector<PaletteCommand> commands;
    for (const ActionRegistry::Entry &entry : m_actions.entries()) {
        const ConsoleAction &action = entry.action;
        if (action.run)
            commands.push_back({kindOf(action.kind), action.id, action.title, action.section, action.words,
                                iconOf(action), action.keys.value(0), action.whyNot});
    }
    m_model.setCommands(std::move(commands));
}

void CommandPalette::toggle()
{
    if (isVisible()) {
        dismiss();
        return;
    }
    takeActions(); // pages may have come since the last time
    m_model.prepare();
    m_model.setWords({});
    openOver();
}

void CommandPalette::showResults()
{
    const int rows = m_model.rowCount();
    const bool isEmpty = rows == 0;
    if (m_model.isReading())
        m_count->setText(tr("reading the names"));
    else if (m_words->text().isEmpty())
        m_count->setText(tr("%1 names").arg(format::number(m_model.total())));
    else if (m_model.found() > rows)
        m_count->setText(tr("the best %1 of %2").arg(format::number(rows), format::number(m_model.found())));
    else
        m_count->setText(tr("%1 of %2").arg(format::number(m_model.found()), format::number(m_model.total())));
    m_nothing->setNotice({QStringLiteral("search"),
                          {},
                          tr("Nothing has such a name"),
                          m_model.isReading() ? tr("The names of the fleet are still being read.")
                                              : tr("%1 names of sites, services, assets, connections, pages and "
                                                   "commands were looked at.")
                                                    .arg(format::number(m_model.total())),
                          {}});
    m_list->setVisible(!isEmpty);
    m_nothing->setVisible(isEmpty);
    if (!isEmpty)
        m_list->setCurrentIndex(m_model.index(0));
    m_list->scrollToTop();
    place();
    arrange();
    showCurrent();
}

/// The focus stays in the line: what it would choose is said there, for those who do not see the list.
void CommandPalette::showCurrent()
{
    const QModelIndex index = m_list->currentIndex();
    m_words->setAccessibleDescription(index.isValid() ? index.data(Qt::AccessibleTextRole).toString()
                                                      : tr("Nothing has such a name"));
}

int CommandPalette::wantedHeight(int most) const
{
    const int rows = std::min(kRows, m_model.rowCount());
    return std::min(most, kHead + kFoot + (rows == 0 ? kNothing : rows * PaletteDelegate::kRow));
}

void CommandPalette::resizeEvent(QResizeEvent *event)
{
    Overlay::resizeEvent(event);
    arrange();
}

void CommandPalette::arrange()
{
    const int count = m_count->sizeHint().width();
    const auto put = [this](QWidget *widget, const QRect &place) {
        widget->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
    };
    const int left = kSide + kIcon + 8;
    put(m_words, {left, 1, width() - left - count - 2 * kSide, kHead - 2});
    // By itself a line of Latin letters would stand at the left, away from its icon.
    m_words->setAlignment(Qt::AlignAbsolute | (layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft));
    put(m_count, {width() - kSide - count, 1, count, kHead - 2});
    const QRect below(1, kHead, width() - 2, height() - kHead - kFoot);
    put(m_list, below);
    put(m_nothing, below);
}

void CommandPalette::paintEvent(QPaintEvent *event)
{
    Overlay::paintEvent(event);
    QPainter painter(this);
    LineLayout line(QRect(0, 1, width(), kHead - 2), layoutDirection());
    line.takeLeading(kSide);
    paintIcon(painter, line.takeLeading(kIcon), QStringLiteral("search"), kIcon, theme(), Colour::Text3);
    painter.fillRect(QRect(1, kHead - 1, width() - 2, 1), theme().colour(Colour::Line));
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if ((watched == m_words || watched == m_list) && event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (!(key->modifiers() & ~Qt::KeypadModifier) && walk(key->key()))
            return true;
        // Letters typed in the list are meant for the line.
        if (watched == m_list && !key->text().isEmpty() && key->text().at(0).isPrint()) {
            m_words->setFocus(Qt::OtherFocusReason);
            m_words->insert(key->text());
            return true;
        }
    }
    return Overlay::eventFilter(watched, event);
}

/// True: the key was one by which rows are gone through or chosen.
bool CommandPalette::walk(int key)
{
    const int rows = m_model.rowCount();
    int row = m_list->currentIndex().row();
    switch (key) {
    case Qt::Key_Down:
        row = rows > 0 ? (row + 1) % rows : 0; // from the last to the first
        break;
    case Qt::Key_Up:
        row = rows > 0 ? (row + rows - 1) % rows : 0;
        break;
    case Qt::Key_PageDown:
        row += kRows;
        break;
    case Qt::Key_PageUp:
        row -= kRows;
        break;
    case Qt::Key_Home:
        row = 0;
        break;
    case Qt::Key_End:
        row = rows - 1;
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        pick(row);
        return true;
    default:
        return false;
    }
    if (rows > 0)
        m_list->setCurrentIndex(m_model.index(std::clamp(row, 0, rows - 1)));
    return true;
}

void CommandPalette::pick(int row)
{
    if (row < 0 || row >= m_model.rowCount() || !m_model.index(row).data(PaletteModel::WhyNotRole).toString().isEmpty())
        return; // the row says why
    const PaletteKey key = m_model.keyAt(row);
    m_model.remember(key);
    dismiss();
    if (key.kind == PaletteKind::Page || key.kind == PaletteKind::Command || key.kind == PaletteKind::Setting)
        m_actions.run(key.id.toString());
    else
        Q_EMIT picked(key);
}

} // namespace graticule
