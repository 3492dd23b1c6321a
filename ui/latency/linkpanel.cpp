// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/latency/linkpanel.h"

#include "backend/places/geo.h"
#include "models/format.h"
#include "models/latency/latencyjudge.h"
#include "models/sayingtext.h"
#include "ui/latency/latencycells.h"
#include "ui/latency/linkcharts.h"
#include "ui/latency/linkfigure.h"
#include "ui/page/figuretexts.h"
#include "ui/site/statemark.h"
#include "widgets/basic/button.h"
#include "widgets/basic/hairline.h"
#include "widgets/basic/label.h"
#include "widgets/basic/viewstate.h"

#include <QComboBox>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace graticule {
namespace {

constexpr int kSide = 16;
constexpr int kMark = 16;
constexpr qsizetype kMostPins = 8;

Tone toneOf(LatencyVerdict verdict)
{
    return verdict == LatencyVerdict::OverLimit   ? Tone::High
           : verdict == LatencyVerdict::OverUsual ? Tone::Medium
                                                  : Tone::Normal;
}

} // namespace

LinkPanel::LinkPanel(const ThemeSwitch &themes, FleetStore &store, LatencyWindows &windows, LinkTrail &trail,
                     UndoBar &said, QWidget *parent)
    : SidePanel(themes, false, parent)
    , m_themes(themes)
    , m_store(store)
    , m_windows(windows)
    , m_trail(trail)
{
    setAccessibleName(tr("Pair of sites"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    layout->addWidget(new Hairline);
    layout->addWidget(buildFigures());
    layout->addWidget(new Hairline);
    auto *body = new QWidget;
    m_stack = new QStackedLayout(body);
    m_nothing = new ViewState(themes);
    m_charts = new LinkCharts(themes, store, trail, said);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_charts);
    layout->addWidget(body, 1);
    layout->addWidget(new Hairline);
    layout->addWidget(buildFoot());
    connect(&windows, &LatencyWindows::changed, this, &LinkPanel::showFigures);
    connect(&trail, &LinkTrail::changed, this, &LinkPanel::showFigures);
    connect(&store, &FleetStore::ticked, this, [this] { // what the fleet tells of the link, and what grows old
        if (!isVisible())
            return;
        showHead();
        showFigures();
    });
    showHead();
    showFigures();
    showPins();
}

QWidget *LinkPanel::buildHead()
{
    auto *head = new QWidget;
    head->setFixedHeight(51);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(kSide, 0, kSide, 0);
    row->setSpacing(8);
    m_mark = new StateMark(m_themes, kMark, head);
    m_title = new Label(m_themes, {.style = TextStyle::Heading}, head);
    m_subtitle = new Label(m_themes, {.style = TextStyle::Small, .colour = Colour::Text2}, head);
    m_swap = new Button(m_themes, {}, Button::Kind::Quiet, head);
    m_swap->setIconName(QStringLiteral("arrow-left-right"));
    m_swap->setKeyHint(Qt::Key_X);
    m_swap->setAccessibleName(tr("The other direction"));
    m_swap->setToolTip(m_swap->accessibleName());
    m_pin = new Button(m_themes, {}, Button::Kind::Quiet, head);
    m_pin->setIconName(QStringLiteral("pin"));
    m_pin->setKeyHint(Qt::Key_P);
    m_pin->setCheckable(true);
    m_pin->setObjectName(QStringLiteral("latency.pin"));
    m_pin->setAccessibleName(tr("Remember this pair"));
    m_pin->setToolTip(m_pin->accessibleName());
    row->addWidget(m_mark);
    row->addWidget(m_title);
    row->addWidget(m_subtitle, 1);
    row->addWidget(m_swap);
    row->addWidget(m_pin);
    connect(m_swap, &Button::clicked, this, [this] { Q_EMIT pairAsked({m_pair.to, m_pair.from}); });
    connect(m_pin, &Button::clicked, this, &LinkPanel::togglePin);
    return head;
}

QWidget *LinkPanel::buildFigures()
{
    auto *strip = new QWidget;
    FigureTexts::mark(*strip, {QStringLiteral("latency.figures")});
    auto *row = new QHBoxLayout(strip);
    row->setContentsMargins(kSide, 6, kSide, 6);
    row->setSpacing(8);
    const QStringList titles{tr("p50"), tr("p95"), tr("p99"), tr("Loss"), tr("Jitter")};
    for (size_t i = 0; i < m_figures.size(); ++i) {
        m_figures[i] = new LinkFigure(m_themes, titles[qsizetype(i)], strip);
        row->addWidget(m_figures[i]);
    }
    return strip;
}

QWidget *LinkPanel::buildFoot()
{
    auto *foot = new QWidget;
    auto *rows = new QVBoxLayout(foot);
    rows->setContentsMargins(kSide, 8, kSide, 8);
    rows->setSpacing(6);
    m_pinRow = new QWidget(foot);
    m_pinLayout = new QHBoxLayout(m_pinRow);
    m_pinLayout->setContentsMargins(0, 0, 0, 0);
    m_pinLayout->setSpacing(6);
    rows->addWidget(m_pinRow);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_open = new Button(m_themes, tr("Open the site"), Button::Kind::Default, foot);
    m_open->setObjectName(QStringLiteral("latency.openSite"));
    m_length = new QComboBox(foot);
    m_length->setAccessibleName(tr("Time shown"));
    m_length->setAccessibleDescription(m_length->accessibleName()); // Qt tells the choice as the name of a combo box
    for (const int hours : {1, 6, 24, 24 * 7})
        m_length->addItem(tr("Last %1").arg(lengthText(std::chrono::hours(hours))), hours);
    m_length->setCurrentIndex(1);
    m_compare = new QComboBox(foot);
    m_compare->setObjectName(QStringLiteral("latency.compare"));
    m_compare->setAccessibleName(tr("Compare with an earlier time"));
    m_compare->setAccessibleDescription(m_compare->accessibleName());
    m_compare->addItem(tr("Compare with nothing"), 0);
    for (const int hours : {1, 24, 24 * 7})
        m_compare->addItem(tr("Compare with %1 earlier").arg(lengthText(std::chrono::hours(hours))), hours);
    row->addWidget(m_open);
    row->addStretch();
    row->addWidget(m_length);
    row->addWidget(m_compare);
    rows->addLayout(row);
    connect(m_open, &Button::clicked, this, [this] { Q_EMIT siteAsked(m_pair.from); });
    connect(m_length, &QComboBox::activated, this,
            [this] { m_trail.setLength(std::chrono::hours(m_length->currentData().toInt())); });
    connect(m_compare, &QComboBox::activated, this,
            [this] { m_trail.compareWith(std::chrono::hours(m_compare->currentData().toInt())); });
    return foot;
}

QString LinkPanel::lengthText(Milliseconds length)
{
    const auto hours = std::chrono::duration_cast<std::chrono::hours>(length);
    return hours == length && hours.count() > 0 && hours.count() < 48 ? tr("%1 h").arg(hours.count())
                                                                      : format::duration(length);
}

QString LinkPanel::pairText(const Pair &pair) const
{
    const auto name = [this](const EntityId &id) {
        const Site *site = m_store.tables().sites.find(id);
        return site ? site->name : format::missing();
    };
    return tr("%1 → %2").arg(name(pair.from), name(pair.to));
}

/// "Singapore to Mumbai, 3 916 km", as far as it is known.
QString LinkPanel::subtitle() const
{
    const Site *from = m_store.tables().sites.find(m_pair.from);
    const Site *to = m_store.tables().sites.find(m_pair.to);
    if (!from || !to)
        return {};
    QStringList parts;
    if (!from->place.city.isEmpty() && !to->place.city.isEmpty())
        parts << tr("%1 to %2").arg(from->place.city, to->place.city);
    if (from->place.position && to->place.position)
        parts << tr("%1 km").arg(format::number(qRound64(distanceKm(*from->place.position, *to->place.position))));
    return parts.join(QStringLiteral(", "));
}

void LinkPanel::showPair(const Pair &pair, const EntityId &link)
{
    if (pair == m_pair && link == m_link)
        return;
    m_pair = pair;
    m_link = link;
    m_trail.show(link);
    showHead();
    showFigures();
}

void LinkPanel::showHead()
{
    const bool isPair = !m_pair.from.isEmpty();
    m_title->setText(isPair ? pairText(m_pair) : tr("No pair is chosen"));
    m_subtitle->setText(subtitle());
    m_pin->setChecked(m_pins.contains(m_pair));
    for (QWidget *part : {static_cast<QWidget *>(m_mark), static_cast<QWidget *>(m_swap), static_cast<QWidget *>(m_pin),
                          static_cast<QWidget *>(m_open)})
        part->setVisible(isPair);
    const Site *from = m_store.tables().sites.find(m_pair.from);
    m_open->setText(from ? tr("Open %1").arg(from->name) : tr("Open the site"));
    setAccessibleName(isPair ? tr("Pair %1").arg(pairText(m_pair)) : tr("Pair of sites"));
}

void LinkPanel::showFigures()
{
    const Link *link = m_store.tables().links.find(m_link);
    const LinkWindow *found = m_windows.find(m_link);
    const LinkWindow window = found ? *found : LinkWindow();
    const LinkUsual usual = window.usual.value_or(LinkUsual());
    const bool isStale = link && LatencyCells::isStale(*link, {m_store.tables(), m_windows.all(), m_windows.isOld(),
                                                               LatencyMode::P50, m_store.now()});
    const auto shown = [isStale](const QString &value) {
        return isStale && value != format::missing() ? format::stale(value) : value;
    };
    const auto note = [](const QString &value, double median) {
        return median < 0 ? QString() : tr("usual %1").arg(value);
    };
    const auto judged = [&](double ms, const UsualValue &value) {
        return link && ms >= 0 && !isStale ? judgeRoundTrip(ms, *link, value) : LatencyVerdict::Normal;
    };
    const LatencyVerdict lost = isStale ? LatencyVerdict::Normal : judgeLoss(window.loss, usual.loss);
    const auto roundTrip = [&](LinkFigure &figure, double ms, const UsualValue &value) {
        figure.setFigure(shown(format::milliseconds(ms)), note(format::milliseconds(value.median), value.median),
                         toneOf(judged(ms, value)));
    };
    roundTrip(*m_figures[0], window.p50, usual.p50);
    roundTrip(*m_figures[1], window.p95, usual.p95);
    roundTrip(*m_figures[2], window.p99, usual.p99);
    m_figures[3]->setFigure(shown(format::percent(window.loss, true)),
                            note(format::percent(usual.loss.median, true), usual.loss.median), toneOf(lost));
    m_figures[4]->setFigure(shown(format::milliseconds(window.jitter)),
                            found ? tr("%n probes", nullptr, int(window.count)) : QString());
    const LatencyVerdict worst = std::max({judged(window.p50, usual.p50), judged(window.p95, usual.p95), lost});
    const bool isCut = link && link->condition == Condition::Down;
    if (isCut)
        m_mark->setState(StateShape::Down, tr("No answer"));
    else if (!link || window.count == 0)
        m_mark->setState(StateShape::Unknown, tr("Nothing measured lately"));
    else if (isStale)
        m_mark->setState(StateShape::Unknown, tr("Too old"));
    else if (worst == LatencyVerdict::Normal)
        m_mark->setState(StateShape::Healthy, tr("As usual"));
    else
        m_mark->setState(StateShape::Degraded,
                         worst == LatencyVerdict::OverLimit ? tr("Over its limit") : tr("Over what is usual"));
    m_charts->setUsual(window.usual);
    if (m_pair.from.isEmpty())
        m_nothing->setNotice({QStringLiteral("activity"),
                              {},
                              tr("Choose a cell of the matrix"),
                              tr("Arrow keys move through it, the pointer chooses."),
                              {}});
    else if (!link)
        m_nothing->setNotice({QStringLiteral("unplug"),
                              {},
                              tr("This pair is not measured"),
                              tr("No connection tells of a link from the one to the other."),
                              {}});
    else if (!m_trail.error().text.isEmpty())
        m_nothing->setNotice(
            {{}, StateShape::Unreachable, tr("What was measured cannot be read"), SayingText::of(m_trail.error()), {}});
    const bool hasCharts = link && m_trail.error().text.isEmpty();
    m_stack->setCurrentWidget(hasCharts ? static_cast<QWidget *>(m_charts) : m_nothing);
}

void LinkPanel::togglePin()
{
    if (m_pair.from.isEmpty())
        return;
    if (!m_pins.removeOne(m_pair)) {
        m_pins.append(m_pair);
        if (m_pins.size() > kMostPins)
            m_pins.removeFirst();
    }
    showHead();
    showPins();
    Q_EMIT pinsChanged();
}

void LinkPanel::setPins(const QList<Pair> &pins)
{
    m_pins = pins.mid(0, kMostPins);
    showHead();
    showPins();
}

void LinkPanel::showPins()
{
    while (QLayoutItem *item = m_pinLayout->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (const Pair &pin : std::as_const(m_pins)) {
        auto *button = new Button(m_themes, pairText(pin), Button::Kind::Quiet, m_pinRow);
        button->setIconName(QStringLiteral("pin"));
        connect(button, &Button::clicked, this, [this, pin] { Q_EMIT pairAsked(pin); });
        m_pinLayout->addWidget(button);
    }
    m_pinLayout->addStretch();
    m_pinRow->setVisible(!m_pins.isEmpty());
}

QString LinkPanel::copyText() const
{
    if (m_pair.from.isEmpty())
        return {};
    QStringList lines{QStringLiteral("%1 (%2)").arg(pairText(m_pair), subtitle())};
    for (const LinkFigure *figure : m_figures)
        lines << figure->text();
    if (m_stack->currentWidget() == m_charts)
        lines << m_charts->summary();
    lines << tr("as of %1 UTC").arg(format::dateTime(m_store.now()));
    return lines.join(u'\n');
}

} // namespace graticule
