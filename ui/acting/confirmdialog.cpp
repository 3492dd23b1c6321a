// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/acting/confirmdialog.h"

#include "models/acting/actiontext.h"
#include "models/placetext.h"
#include "models/sayingtext.h"
#include "ui/acting/argumentfields.h"
#include "ui/acting/iconmark.h"
#include "ui/site/factcolumn.h"
#include "widgets/basic/button.h"
#include "widgets/basic/celldelegate.h"
#include "widgets/basic/holdbutton.h"
#include "widgets/basic/label.h"
#include "widgets/basic/wrappedheight.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace graticule {

namespace {

constexpr int kWidth = 920;
constexpr int kSide = 20;
constexpr int kMostRows = 8;
constexpr int kNameWidth = 300; // at most
constexpr int kEffectWidth = 150;

} // namespace

ConfirmDialog::ConfirmDialog(const ThemeSwitch &themes, FleetStore &store, ActionDraft &draft,
                             std::function<QString()> whyNot, QWidget *parent)
    : QDialog(parent)
    , m_themes(themes)
    , m_store(store)
    , m_draft(draft)
    , m_whyNot(std::move(whyNot))
    , m_isTyped(QAccessible::isActive()) // a screen reader has its own use for held keys
{
    setObjectName(QStringLiteral("act.confirm"));
    setWindowTitle(ActionText::title(draft.offer().verb, draft.target().name));
    setMinimumWidth(kWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSide, 16, kSide, 16);
    layout->setSpacing(6);
    buildHead(*layout);
    buildPlan(*layout);
    buildFoot(*layout);
    connect(&draft, &ActionDraft::changed, this, &ConfirmDialog::showState);
    connect(&store, &FleetStore::modeChanged, this, &ConfirmDialog::showState);
    connect(&store, &FleetStore::linkChanged, this, &ConfirmDialog::showState);
    showState();
    new WrappedHeight(*this);
}

void ConfirmDialog::buildHead(QVBoxLayout &layout)
{
    auto *title = new Label(m_themes, {.style = TextStyle::Title}, this);
    title->setObjectName(QStringLiteral("act.title"));
    title->setText(windowTitle());
    layout.addWidget(title);
    m_place = makeText(this, "small", "secondary");
    m_place->setObjectName(QStringLiteral("act.place"));
    layout.addWidget(m_place);
    if (const QString does = ActionText::does(m_draft.offer().verb); !does.isEmpty()) {
        auto *words = makeText(this, "", "");
        words->setText(does);
        layout.addSpacing(4);
        layout.addWidget(words);
    }
    if (!m_draft.offer().arguments.isEmpty()) {
        auto *fields = new ArgumentFields(m_draft.offer().arguments, this);
        connect(fields, &ArgumentFields::changed, &m_draft, &ActionDraft::setArgument);
        layout.addSpacing(6);
        layout.addWidget(fields);
    }
}

void ConfirmDialog::buildPlan(QVBoxLayout &layout)
{
    layout.addSpacing(8);
    m_head = makeText(this, "strong", "");
    m_head->setObjectName(QStringLiteral("act.head"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_head, 1);
    m_again = new Button(m_themes, tr("Ask again"), Button::Kind::Default, this);
    m_again->setObjectName(QStringLiteral("act.again"));
    m_again->setAutoDefault(false);
    connect(m_again, &Button::clicked, &m_draft, &ActionDraft::ask);
    row->addWidget(m_again);
    layout.addLayout(row);
    m_effects = new QTableView(this);
    m_effects->setObjectName(QStringLiteral("act.effects"));
    m_effects->setAccessibleName(tr("What would become of what runs"));
    m_effects->setModel(&m_draft.effects());
    (new CellDelegate(m_themes, *m_effects))->setStrongColumn(EffectsModel::Name);
    QHeaderView *header = m_effects->horizontalHeader();
    header->setSectionsClickable(false);
    header->setHighlightSections(false);
    header->setProperty("plain", true);
    header->resizeSection(EffectsModel::Effect, kEffectWidth);
    header->setStretchLastSection(true);
    layout.addWidget(m_effects);
    m_warnings = addLine(layout, "info", "act.warnings");
    m_warnings->setProperty("tone", QStringLiteral("medium"));
    m_undo = addLine(layout, "undo-2", "act.undo");
    addLine(layout, "scroll-text", "act.recorded")
        ->setText(tr("It is recorded who did this, where, and how it ended; what is shown changes once it is so."));
    m_obstacle = addLine(layout, "lock", "act.obstacle");
}

/// Words behind an icon; both are hidden together.
QLabel *ConfirmDialog::addLine(QVBoxLayout &layout, const char *icon, const char *name)
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto *words = makeText(line, "small", "secondary");
    words->setObjectName(QString::fromLatin1(name));
    row->addWidget(new IconMark(m_themes, QString::fromLatin1(icon), line), 0, Qt::AlignTop);
    row->addWidget(words, 1);
    layout.addWidget(line);
    return words;
}

void ConfirmDialog::buildFoot(QVBoxLayout &layout)
{
    m_name = new QLineEdit(this);
    m_name->setObjectName(QStringLiteral("act.name"));
    m_name->setPlaceholderText(tr("Type %1 to confirm").arg(m_draft.target().name));
    m_name->setAccessibleName(m_name->placeholderText());
    connect(m_name, &QLineEdit::textChanged, this, &ConfirmDialog::showState);
    layout.addSpacing(8);
    layout.addWidget(m_name);
    layout.addSpacing(4);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(16); // what cannot be taken back is away from what can
    m_type = new Button(m_themes, tr("Type the name instead"), Button::Kind::Quiet, this);
    m_type->setObjectName(QStringLiteral("act.type"));
    auto *cancel = new Button(m_themes, tr("Cancel"), Button::Kind::Default, this);
    cancel->setObjectName(QStringLiteral("act.cancel"));
    m_confirm = new Button(m_themes, {}, Button::Kind::Primary, this);
    m_confirm->setObjectName(QStringLiteral("act.do"));
    m_hold = new HoldButton(m_themes, this);
    m_hold->setObjectName(QStringLiteral("act.hold"));
    m_type->setAutoDefault(false);
    cancel->setAutoDefault(false);
    m_confirm->setDefault(true);
    buttons->addWidget(m_type);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_confirm);
    buttons->addWidget(m_hold);
    layout.addLayout(buttons);
    connect(m_type, &Button::clicked, this, [this] {
        m_isTyped = true;
        showState();
        m_name->setFocus();
    });
    connect(cancel, &Button::clicked, this, &QDialog::reject);
    connect(m_confirm, &Button::clicked, this, &QDialog::accept);
    connect(m_hold, &HoldButton::held, this, &QDialog::accept);
    cancel->setFocus();
}

QString ConfirmDialog::place() const
{
    QStringList parts;
    const FleetTables &tables = m_store.tables();
    const Connection *connection = tables.connections.find(m_draft.target().connection);
    if (connection)
        parts << connection->name;
    if (!m_draft.plan().place.isEmpty())
        parts << m_draft.plan().place;
    else if (connection)
        parts << connection->address;
    if (const Node *node = tables.nodes.find(m_draft.target().id)) {
        if (const Site *site = tables.sites.find(node->site)) {
            QStringList where{site->name, site->place.city, site->place.country};
            where.removeAll(QString());
            parts << tr("site %1").arg(where.join(QStringLiteral(", ")));
        }
    }
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString ConfirmDialog::obstacle() const
{
    if (const QString locked = m_whyNot(); !locked.isEmpty())
        return locked;
    const auto &effects = m_draft.plan().effects;
    const bool isRefused = std::any_of(effects.cbegin(), effects.cend(),
                                       [](const ActionEffect &effect) { return effect.effect == EffectKind::Refused; });
    return m_draft.isPlanned() && isRefused ? tr("What stands in the way has to be settled first, or allowed above.")
                                            : QString();
}

void ConfirmDialog::showState()
{
    m_place->setText(place());
    showPlan();
    const QString obstacle = this->obstacle();
    m_obstacle->setText(obstacle);
    m_obstacle->parentWidget()->setVisible(!obstacle.isEmpty());
    showButtons(ActionText::isGrave(m_draft.plan(), m_draft.action().arguments));
}

void ConfirmDialog::showPlan()
{
    const ActionPlan &plan = m_draft.plan();
    const bool hasFailed = !m_draft.isAsking() && !m_draft.error().text.isEmpty();
    const Connection *connection = m_store.tables().connections.find(m_draft.target().connection);
    if (m_draft.isAsking())
        m_head->setText(tr("Asking %1 what it would do …").arg(connection ? connection->name : tr("the keeper")));
    else if (hasFailed)
        m_head->setText(tr("What it would do could not be found out: %1").arg(SayingText::of(m_draft.error())));
    else
        m_head->setText(ActionText::head(plan));
    m_again->setVisible(hasFailed);
    const int rows = m_draft.effects().rowCount();
    m_effects->setVisible(rows > 0 && !hasFailed);
    m_effects->setEnabled(m_draft.isPlanned()); // what holds of other arguments is pale
    const QAbstractItemView &view = *m_effects;
    const int widest = std::min(view.sizeHintForColumn(EffectsModel::Name), kNameWidth); // the reason has the rest
    m_effects->horizontalHeader()->resizeSection(EffectsModel::Name, std::max(widest, kEffectWidth));
    const int shown = std::min(rows, kMostRows);
    m_effects->setFixedHeight(m_effects->horizontalHeader()->sizeHint().height() +
                              shown * m_themes.theme().rowHeight() + 2);
    QStringList warnings;
    for (const QString &warning : plan.warnings)
        warnings << SayingText::ofPhrase(warning);
    m_warnings->setText(warnings.join(QLatin1Char('\n')));
    m_warnings->parentWidget()->setVisible(!warnings.isEmpty() && !hasFailed);
    m_undo->setText(ActionText::undo(plan));
    m_undo->parentWidget()->setVisible(m_draft.isPlanned());
}

void ConfirmDialog::showButtons(bool isGrave)
{
    const bool isOpen = m_draft.isPlanned() && m_obstacle->text().isEmpty();
    const bool isNamed = m_name->text().trimmed() == m_draft.target().name;
    const QString words = ActionText::button(m_draft.plan(), m_draft.action().arguments);
    m_hold->setText(words);
    m_hold->setVisible(isGrave && !m_isTyped);
    m_hold->setEnabled(isOpen);
    m_type->setVisible(isGrave && !m_isTyped);
    m_name->setVisible(isGrave && m_isTyped);
    m_confirm->setText(words);
    m_confirm->setVisible(!isGrave || m_isTyped);
    m_confirm->setEnabled(isOpen && (!isGrave || isNamed));
    m_confirm->setAccessibleDescription(isGrave ? m_name->placeholderText() : QString());
}

} // namespace graticule
