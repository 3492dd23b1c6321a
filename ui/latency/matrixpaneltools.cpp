// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/latency/matrixpanel.h"

#include "models/format.h"
#include "widgets/basic/button.h"
#include "widgets/basic/label.h"
#include "widgets/basic/segmentedcontrol.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

// What the matrix is filtered and looked at by: the two rows of tools above it.

namespace graticule {
namespace {

constexpr int kSide = 16;
constexpr int kMost[] = {30, 100, 500};
constexpr int kMinutes[] = {1, 5, 15, 60};

void choose(QComboBox &box, const QVariant &data)
{
    if (const int at = box.findData(data); at >= 0)
        box.setCurrentIndex(at);
}

} // namespace

void MatrixPanel::buildTools()
{
    m_tools = new QWidget;
    auto *rows = new QVBoxLayout(m_tools);
    rows->setContentsMargins(kSide, 10, kSide, 8);
    rows->setSpacing(8);
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    auto *title = new Label(m_themes, {.style = TextStyle::Title});
    title->setText(tr("Latency"));
    m_note = new Label(m_themes, {.style = TextStyle::Small, .colour = Colour::Text2});
    m_note->setObjectName(QStringLiteral("latency.note"));
    m_modes =
        new SegmentedControl(m_themes, tr("What cells say"), {tr("p95"), tr("p50"), tr("Loss"), tr("Against usual")});
    first->addWidget(title);
    first->addWidget(m_note, 1);
    first->addWidget(m_modes);
    rows->addLayout(first);
    auto *second = new QHBoxLayout;
    second->setSpacing(8);
    m_words = new QLineEdit;
    m_words->setObjectName(QStringLiteral("latency.filter"));
    m_words->setPlaceholderText(tr("Site, city, country, provider  ( / )"));
    m_words->setAccessibleName(tr("Filter the sites of the matrix"));
    m_words->setClearButtonEnabled(true);
    const auto box = [&](const QString &name, const char *object) {
        auto *made = new QComboBox;
        made->setAccessibleName(name);
        made->setAccessibleDescription(name); // Qt tells the choice as a combo box's name on X11 and Wayland
        made->setObjectName(QLatin1String(object));
        made->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        return made;
    };
    m_region = box(tr("Region"), "latency.region");
    m_region->addItem(tr("All regions"), QString());
    m_most = box(tr("How many sites"), "latency.most");
    for (const int most : kMost)
        m_most->addItem(tr("%n sites", nullptr, most), most);
    m_length = box(tr("Time that counts"), "latency.window");
    for (const int minutes : kMinutes)
        m_length->addItem(tr("last %1").arg(format::duration(std::chrono::minutes(minutes))), minutes);
    m_length->setCurrentIndex(1);
    second->addWidget(m_words, 1);
    second->addWidget(m_region);
    second->addWidget(m_most);
    second->addWidget(m_length);
    m_slowest = new Button(m_themes, {}, Button::Kind::Default);
    m_slowest->setObjectName(QStringLiteral("latency.slowest"));
    m_slowest->setIconName(QStringLiteral("arrow-down"));
    m_slowest->setCheckable(true);
    m_slowest->setAccessibleName(tr("Slowest first"));
    m_slowest->setToolTip(tr("Sites with the slowest ways first, not by region"));
    second->addWidget(m_slowest);
    rows->addLayout(second);
    connect(m_modes, &SegmentedControl::currentChanged, this, [this](int mode) { setMode(LatencyMode(mode)); });
    connect(m_words, &QLineEdit::textChanged, this, &MatrixPanel::readFilter);
    connect(m_region, &QComboBox::activated, this, &MatrixPanel::readFilter);
    connect(m_most, &QComboBox::activated, this, &MatrixPanel::readFilter);
    connect(m_slowest, &Button::toggled, this, &MatrixPanel::setSlowestFirst);
    connect(m_length, &QComboBox::activated, this,
            [this] { m_windows.setLength(std::chrono::minutes(m_length->currentData().toInt())); });
}

void MatrixPanel::focusFilter()
{
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

void MatrixPanel::clearFilter()
{
    m_words->clear();
    m_region->setCurrentIndex(0);
    readFilter();
}

void MatrixPanel::setSlowestFirst(bool isSlowestFirst)
{
    m_slowest->setChecked(isSlowestFirst);
    readFilter();
}

void MatrixPanel::readFilter()
{
    m_filter = {m_words->text(), m_region->currentData().toString(), m_most->currentData().toInt(),
                m_slowest->isChecked()};
    makePlan();
}

void MatrixPanel::fillRegions(QStringList regions)
{
    if (!m_filter.region.isEmpty() && !regions.contains(m_filter.region))
        regions << m_filter.region; // stays chosen, and shows that it has nothing
    QStringList shown;
    for (int i = 1; i < m_region->count(); ++i)
        shown << m_region->itemData(i).toString();
    if (shown == regions)
        return;
    while (m_region->count() > 1)
        m_region->removeItem(1);
    for (const QString &region : std::as_const(regions))
        m_region->addItem(region, region);
    graticule::choose(*m_region, m_filter.region);
}

QVariantMap MatrixPanel::saveState() const
{
    return {{QStringLiteral("mode"), int(m_mode)},
            {QStringLiteral("words"), m_filter.words},
            {QStringLiteral("region"), m_filter.region},
            {QStringLiteral("most"), m_filter.most},
            {QStringLiteral("minutes"), m_length->currentData()},
            {QStringLiteral("slowest"), m_filter.isSlowestFirst}};
}

void MatrixPanel::restoreState(const QVariantMap &state)
{
    m_filter.region = state.value(QStringLiteral("region")).toString();
    if (!m_filter.region.isEmpty() && m_region->findData(m_filter.region) < 0)
        m_region->addItem(m_filter.region, m_filter.region);
    graticule::choose(*m_region, m_filter.region);
    graticule::choose(*m_most, state.value(QStringLiteral("most")));
    graticule::choose(*m_length, state.value(QStringLiteral("minutes")));
    m_windows.setLength(std::chrono::minutes(m_length->currentData().toInt()));
    m_slowest->setChecked(state.value(QStringLiteral("slowest")).toBool());
    m_words->setText(state.value(QStringLiteral("words")).toString());
    const int mode = state.value(QStringLiteral("mode")).toInt();
    setMode(LatencyMode(std::clamp(mode, int(LatencyMode::P95), int(LatencyMode::AgainstUsual))));
    readFilter();
}

} // namespace graticule
