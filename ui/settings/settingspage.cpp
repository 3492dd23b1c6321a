// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspage.h"

#include "ui/settings/settingrow.h"
#include "ui/settings/settingseffects.h"
#include "widgets/basic/button.h"
#include "widgets/basic/label.h"
#include "widgets/basic/sectionheader.h"
#include "widgets/basic/segmentedcontrol.h"
#include "widgets/basic/undobar.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace graticule {

namespace {

constexpr int kMargin = 16;
constexpr int kSide = 14; ///< of a card's content, as its heading
constexpr int kHead = 52;
constexpr int kTwoColumns = 1080; ///< narrower pages have one
constexpr int kWidest = 1432;     ///< of both columns: longer lines are hard to follow

} // namespace

SettingsPage::SettingsPage(const ThemeSwitch &themes, SettingsStore &settings, const SettingsEffects &effects,
                           UndoBar &undo, QWidget *parent)
    : Page(parent)
    , m_themes(themes)
    , m_settings(settings)
    , m_effects(effects)
    , m_undo(undo)
{
    setObjectName(QStringLiteral("settings"));
    setAccessibleName(tr("Settings"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *head = new QHBoxLayout; // which ends where the cards end
    head->addWidget(buildHead(), 1);
    head->addStretch();
    layout->addLayout(head);
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("Settings"));
    m_scroll->setFocusPolicy(Qt::NoFocus);
    layout->addWidget(m_scroll, 1);

    auto *content = new QWidget;
    content->setMaximumWidth(kWidest);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, content);
    m_columns->setContentsMargins(kMargin, 0, kMargin, kMargin);
    m_columns->setSpacing(kMargin);
    m_leading = new QVBoxLayout;
    m_trailing = new QVBoxLayout;
    for (QBoxLayout *column : {m_leading, m_trailing}) {
        column->setSpacing(kMargin);
        m_columns->addLayout(column, 1);
    }
    m_column = m_leading;
    buildLook();
    buildSize();
    m_column = m_trailing;
    buildWords();
    buildBehaviour();
    buildFile();
    m_leading->addStretch();
    m_trailing->addStretch();
    m_scroll->setWidget(content);

    connect(&settings, &SettingsStore::changed, this, &SettingsPage::showSettings);
    connect(&effects, &SettingsEffects::systemLookChanged, this, &SettingsPage::showNotes);
    showLanguages();
    showSettings();
}

QWidget *SettingsPage::buildHead()
{
    auto *head = new QWidget(this);
    head->setFixedHeight(kHead);
    head->setMaximumWidth(kWidest);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(kMargin, 0, kMargin, 0);
    auto *title = new Label(m_themes, {.style = TextStyle::Title, .elide = Qt::ElideNone}, head);
    title->setText(tr("Settings"));
    row->addWidget(title, 1);
    m_reset = new Button(m_themes, tr("Reset to defaults"), Button::Kind::Default, head);
    m_reset->setObjectName(QStringLiteral("settings.reset"));
    m_reset->setIconName(QStringLiteral("undo-2"));
    row->addWidget(m_reset);
    connect(m_reset, &Button::clicked, this, &SettingsPage::resetToDefaults);
    return head;
}

QWidget *SettingsPage::addCard(const QString &title)
{
    auto *card = new QFrame(this);
    card->setProperty("surface", QStringLiteral("card"));
    card->setAccessibleName(title);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(1, 1, 1, 6);
    layout->setSpacing(0);
    layout->addWidget(new SectionHeader(m_themes, title, SectionHeader::Size::Panel, card));
    m_column->addWidget(card);
    return card;
}

SettingRow *SettingsPage::addRow(QWidget *card, const QString &title, const QString &explanation)
{
    auto *row = new SettingRow(m_themes, title, explanation, card);
    card->layout()->addWidget(row);
    return row;
}

SettingRow *SettingsPage::addChoices(QWidget *card, const char *name, const QString &title, const QString &explanation,
                                     const QStringList &choices, const Choice &choice, const Change &change)
{
    SettingRow *row = addRow(card, title, explanation);
    SegmentedControl *segments = row->addChoices(choices);
    segments->setObjectName(QLatin1String("setting.") + QLatin1String(name));
    connect(segments, &SegmentedControl::currentChanged, this, [this, change](int index) {
        Settings wanted = m_settings.settings();
        change(wanted, index);
        m_settings.set(wanted);
    });
    m_controls.append({segments, choice});
    return row;
}

void SettingsPage::buildLook()
{
    QWidget *card = addCard(tr("Look"));
    m_appearanceRow = addChoices(
        card, "appearance", tr("Theme"), tr("Dark for the wall, light for a bright room, or as the desktop has it."),
        {tr("Dark"), tr("Light"), tr("As the system")}, [](const Settings &s) { return int(s.appearance); },
        [](Settings &s, int index) { s.appearance = Settings::Appearance(index); });
    addChoices(
        card, "contrast", tr("Contrast"), tr("High: lines as strong as text, no tinted grounds, no faint words."),
        {tr("Usual"), tr("High")}, [](const Settings &s) { return int(s.highContrast); },
        [](Settings &s, int index) { s.highContrast = index == 1; });
    m_motionRow = addChoices(
        card, "motion", tr("Motion"), tr("Reduced: drawers and the map are in place at once, and nothing pulses."),
        {tr("As the system"), tr("Full"), tr("Reduced")}, [](const Settings &s) { return int(s.motion); },
        [](Settings &s, int index) { s.motion = Settings::Motion(index); });
}

void SettingsPage::buildSize()
{
    QWidget *card = addCard(tr("Size"));
    addChoices(
        card, "density", tr("Rows"), tr("How high the rows of tables are."), {tr("Dense"), tr("Comfortable")},
        [](const Settings &s) { return int(s.density); },
        [](Settings &s, int index) { s.density = Settings::Density(index); });
    QStringList scales;
    for (const int scale : Settings::scales())
        scales << tr("%1 %").arg(scale);
    m_scaleRow = addChoices(
        card, "scale", tr("Scale"), tr("Enlarges everything, words and marks alike. Used from the next start on."),
        scales, [](const Settings &s) { return int(Settings::scales().indexOf(s.scale)); },
        [](Settings &s, int index) { s.scale = Settings::scales().value(index, 100); });
    connect(m_scaleRow, &SettingRow::actionAsked, this, &SettingsPage::restartAsked);
}

void SettingsPage::buildWords()
{
    QWidget *card = addCard(tr("Words and units"));
    m_languageRow = addRow(card, tr("Language"),
                           tr("Of this window. Names and messages of platforms stay as they "
                              "are. Used from the next start on."));
    m_language = new QComboBox(this);
    m_language->setObjectName(QStringLiteral("setting.language"));
    m_languageRow->addControl(m_language);
    connect(m_languageRow, &SettingRow::actionAsked, this, &SettingsPage::restartAsked);
    connect(m_language, &QComboBox::currentIndexChanged, this, [this](int index) {
        Settings wanted = m_settings.settings();
        wanted.language = m_language->itemData(index).toString();
        m_settings.set(wanted);
    });
    addChoices(
        card, "times", tr("Times"), tr("UTC is shown everywhere; this computer's time can stand beside it."),
        {tr("UTC"), tr("UTC and local")}, [](const Settings &s) { return int(s.units.localTime); },
        [](Settings &s, int index) { s.units.localTime = index == 1; });
    addChoices(
        card, "bytes", tr("Bytes"), tr("Memory and storage in powers of 1000 or of 1024."),
        {tr("kB, MB"), tr("KiB, MiB")}, [](const Settings &s) { return int(s.units.iecBytes); },
        [](Settings &s, int index) { s.units.iecBytes = index == 1; });
}

void SettingsPage::buildBehaviour()
{
    QWidget *card = addCard(tr("Start"));
    addChoices(
        card, "start", tr("When the window opens"),
        tr("Go on with the page, the view of the map and the selection of last time, or begin with the overview."),
        {tr("As I left it"), tr("Overview")}, [](const Settings &s) { return int(s.start); },
        [](Settings &s, int index) { s.start = Settings::Start(index); });
}

void SettingsPage::buildFile()
{
    QWidget *card = addCard(tr("Where this is kept"));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(kSide, 10, kSide, 6);
    row->setSpacing(tokens::space::m);
    m_file = new QLabel(card);
    m_file->setObjectName(QStringLiteral("settings.file"));
    m_file->setProperty("look", QStringLiteral("mono"));
    m_file->setTextFormat(Qt::PlainText);
    m_file->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_file->setWordWrap(true);
    m_copyPath = new Button(m_themes, tr("Copy path"), Button::Kind::Default, card);
    m_copyPath->setObjectName(QStringLiteral("settings.copyPath"));
    m_copyPath->setIconName(QStringLiteral("copy"));
    row->addWidget(m_file, 1);
    row->addWidget(m_copyPath, 0, Qt::AlignTop);
    static_cast<QVBoxLayout *>(card->layout())->addLayout(row);
    m_complaint = new QLabel(card);
    m_complaint->setObjectName(QStringLiteral("settings.complaint"));
    m_complaint->setProperty("look", QStringLiteral("small"));
    m_complaint->setProperty("tone", QStringLiteral("medium"));
    m_complaint->setTextFormat(Qt::PlainText);
    m_complaint->setWordWrap(true);
    m_complaint->setContentsMargins(kSide, 0, kSide, 6);
    m_complaint->hide();
    card->layout()->addWidget(m_complaint);
    connect(m_copyPath, &Button::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_place.file); });
    setPlace({});
}

void SettingsPage::setPlace(const SettingsPlace &place)
{
    m_place = place;
    m_file->setText(place.file.isEmpty() ? tr("Nowhere: this window forgets its settings") : place.file);
    m_file->setAccessibleName(m_file->text());
    m_copyPath->setVisible(!place.file.isEmpty());
    m_complaint->setText(place.complaint);
    m_complaint->setVisible(!place.complaint.isEmpty());
    if (m_language) {
        showLanguages();
        showSettings();
    }
}

void SettingsPage::showLanguages()
{
    const QSignalBlocker block(m_language);
    m_language->clear();
    m_language->addItem(tr("As the system"), QString());
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    for (const auto &[code, name] : std::as_const(m_place.languages))
        m_language->addItem(name, code);
}

void SettingsPage::showSettings()
{
    const Settings &settings = m_settings.settings();
    for (const Control &control : std::as_const(m_controls)) {
        const QSignalBlocker block(control.segments);
        control.segments->setCurrent(control.choice(settings));
    }
    const QSignalBlocker block(m_language);
    int at = m_language->findData(settings.language);
    if (at < 0) { // chosen once, and its translation is not in this build
        m_language->addItem(tr("%1 (not in this version)").arg(settings.language), settings.language);
        at = m_language->count() - 1;
    }
    m_language->setCurrentIndex(at);
    m_reset->setEnabled(!settings.isDefault());
    showNotes();
}

void SettingsPage::showNotes()
{
    const Settings &settings = m_settings.settings();
    const SystemLook &system = m_effects.systemLook();
    const QString restart = m_place.canRestart ? tr("Restart now") : QString();
    QString said;
    if (settings.appearance == Settings::Appearance::System) {
        said = !system.isDark   ? tr("The system does not say; dark is used.")
               : *system.isDark ? tr("The system says dark.")
                                : tr("The system says light.");
    }
    m_appearanceRow->setNote(said);
    m_motionRow->setNote(settings.motion != Settings::Motion::System ? QString()
                         : system.isReducedMotion                    ? tr("The system says reduced.")
                                                                     : tr("The system does not ask for less."));
    if (m_place.isScaleGiven)
        m_scaleRow->setNote(tr("QT_SCALE_FACTOR is set in the environment and wins over this."));
    else if (settings.scale != m_place.scaleInUse)
        m_scaleRow->setNote(tr("Now %1 %.").arg(m_place.scaleInUse), restart);
    else
        m_scaleRow->setNote({});
    m_languageRow->setNote(settings.language != m_place.languageInUse ? tr("Not used yet.") : QString(),
                           settings.language != m_place.languageInUse ? restart : QString());
}

void SettingsPage::resetToDefaults()
{
    const Settings before = m_settings.settings();
    if (before.isDefault())
        return;
    m_settings.set({});
    m_undo.offer(tr("All settings are at their defaults"), [this, before] { m_settings.set(before); });
}

QList<QWidget *> SettingsPage::regions() const
{
    return {m_scroll->widget()};
}

QString SettingsPage::copyText() const
{
    return m_place.file;
}

void SettingsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_columns->setDirection(width() < kTwoColumns ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace graticule
