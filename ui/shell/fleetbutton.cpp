// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fleetbutton.h"

#include "models/format.h"
#include "widgets/theme/icons.h"

#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

namespace graticule {

namespace {

constexpr int kIcon = 14;
constexpr int kPadding = 6;
constexpr int kGap = 6;
constexpr int kMost = 220; ///< a longer name is cut

/// As a menu's text: a tab would begin the column of keys, and an ampersand underline.
QString plain(QString text)
{
    return text.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

FleetButton::FleetButton(const ThemeSwitch &themes, QWidget *parent)
    : QAbstractButton(parent)
    , m_themes(themes)
    , m_menu(new QMenu(this))
{
    setObjectName(QStringLiteral("fleet"));
    m_menu->setObjectName(QStringLiteral("fleetMenu"));
    m_menu->setToolTipsVisible(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    connect(&themes, &ThemeSwitch::themeChanged, this, qOverload<>(&QWidget::update));
    connect(this, &QAbstractButton::clicked, this, &FleetButton::openMenu);
}

void FleetButton::setFleet(const QString &name)
{
    if (name == m_name)
        return;
    m_name = name;
    showCurrent();
}

void FleetButton::setChoices(FleetChoices *choices, std::function<Instant()> now)
{
    m_choices = choices;
    m_now = std::move(now);
    setFocusPolicy(choices ? Qt::TabFocus : Qt::NoFocus);
    if (choices)
        connect(choices, &FleetChoices::changed, this, [this] {
            showCurrent();
            if (m_menu->isVisible())
                fillMenu();
        });
    showCurrent();
}

void FleetButton::showCurrent()
{
    m_warning.clear();
    const QList<FleetChoice> all = m_choices ? m_choices->choices() : QList<FleetChoice>();
    for (const FleetChoice &choice : all) {
        if (choice.key == m_choices->current())
            m_warning = expiryWords(choice, m_now());
    }
    const QString certificate = m_warning.isEmpty() ? QString() : tr("Your certificate %1").arg(m_warning);
    setAccessibleName(tr("Fleet: %1").arg(m_name));
    setAccessibleDescription(certificate);
    const QString hint = m_choices ? tr("Show another fleet, or add one") : QString();
    setToolTip(certificate.isEmpty() ? hint : certificate + QLatin1Char('\n') + hint);
    updateGeometry();
    update();
}

QString FleetButton::expiryWords(const FleetChoice &choice, Instant now)
{
    if (choice.expires == kNever || choice.expires > now + kSoon)
        return {};
    const auto days = int(std::chrono::duration_cast<std::chrono::days>(choice.expires - now).count());
    if (choice.expires <= now)
        return tr("has expired: have yourself enrolled again");
    //: After "certificate"
    return days == 0 ? tr("expires today") : tr("expires in %n days", nullptr, days);
}

QString FleetButton::stateWords(const FleetChoice &choice) const
{
    const QString expiry = expiryWords(choice, m_now());
    if (!expiry.isEmpty())
        return tr("certificate %1").arg(expiry);
    switch (choice.state) {
    case FleetChoice::State::Unknown:
        return {};
    case FleetChoice::State::Asking:
        return tr("asking …");
    case FleetChoice::State::Answers:
        return tr("answers");
    case FleetChoice::State::Silent:
        return tr("does not answer");
    case FleetChoice::State::Resting:
        return tr("not running");
    }
    return {};
}

void FleetButton::addRow(const FleetChoice &choice)
{
    const QString name = choice.name.isEmpty() ? tr("This computer") : choice.name;
    const QString state = stateWords(choice);
    QAction *row = m_menu->addAction(plain(name) + (state.isEmpty() ? QString() : QLatin1Char('\t') + plain(state)));
    row->setCheckable(true);
    row->setChecked(choice.key == m_choices->current());
    QStringList more;
    for (const QString &line :
         {choice.place, choice.caller.isEmpty() ? QString() : tr("as %1").arg(choice.caller),
          choice.expires == kNever ? QString() : tr("certificate until %1").arg(format::date(choice.expires)),
          choice.why}) {
        if (!line.isEmpty())
            more << line;
    }
    row->setToolTip(more.join(QLatin1Char('\n')));
    connect(row, &QAction::triggered, this, [this, key = choice.key] { m_choices->choose(key); });
}

void FleetButton::fillMenu()
{
    const QList<FleetChoice> all = m_choices->choices();
    const QAction *active = m_menu->activeAction();
    const auto at = m_menu->actions().indexOf(active);
    m_menu->clear();
    for (const FleetChoice &choice : all)
        addRow(choice);
    m_menu->addSeparator();
    QAction *add = m_menu->addAction(tr("Add a fleet …"));
    connect(add, &QAction::triggered, this, &FleetButton::addAsked);
    QMenu *forget = m_menu->addMenu(tr("Forget"));
    for (const FleetChoice &choice : all) {
        if (choice.key.isEmpty())
            continue;
        QAction *row = forget->addAction(plain(choice.name));
        row->setEnabled(choice.key != m_choices->current());
        connect(row, &QAction::triggered, this,
                [this, key = choice.key] { m_choices->remove(key, this, [](const Result<Done> &) {}); });
    }
    forget->setEnabled(all.size() > 1);
    if (at >= 0 && at < m_menu->actions().size()) // it was filled again under somebody's fingers
        m_menu->setActiveAction(m_menu->actions().at(at));
}

void FleetButton::openMenu()
{
    if (!m_choices)
        return;
    m_choices->refresh();
    fillMenu();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int x = mirrored ? width() - m_menu->sizeHint().width() : 0;
    m_menu->popup(mapToGlobal(QPoint(x, height())));
    const QList<QAction *> rows = m_menu->actions();
    for (QAction *row : rows) {
        if (row->isChecked())
            m_menu->setActiveAction(row);
    }
}

QSize FleetButton::sizeHint() const
{
    const int words = m_texts.width(m_themes.theme(), TextStyle::BodyStrong, m_name);
    const int icons = (m_choices ? kGap + kIcon : 0) + (m_warning.isEmpty() ? 0 : kGap + kIcon);
    return {std::min(kMost, 2 * kPadding + words + icons), tokens::size::control};
}

void FleetButton::keyPressEvent(QKeyEvent *event)
{
    const bool opens = event->key() == Qt::Key_Down || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (opens && m_choices)
        openMenu();
    else
        QAbstractButton::keyPressEvent(event);
}

void FleetButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = m_themes.theme();
    QPainter painter(this);
    if (m_choices && (underMouse() || isDown() || m_menu->isVisible())) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(isDown() ? Colour::Pressed : Colour::Hover));
        painter.drawRoundedRect(rect(), tokens::radius::control, tokens::radius::control);
    }
    LineLayout line(rect().adjusted(kPadding, 0, -kPadding, 0), layoutDirection());
    if (m_choices)
        paintIcon(painter, line.takeTrailing(kIcon, kGap), QStringLiteral("chevron-down"), kIcon, theme, Colour::Text2);
    if (!m_warning.isEmpty())
        paintIcon(painter, line.takeTrailing(kIcon, kGap), QStringLiteral("key-round"), kIcon, theme, Colour::Medium);
    m_texts.paint(painter, line.rest(), m_name, {.style = TextStyle::BodyStrong}, theme);
}

} // namespace graticule
