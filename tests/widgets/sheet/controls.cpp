// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/sheet/sheet.h"

#include "widgets/basic/button.h"
#include "widgets/basic/celldelegate.h"
#include "widgets/basic/cellroles.h"
#include "widgets/basic/chip.h"
#include "widgets/basic/filtertoken.h"
#include "widgets/basic/focusring.h"
#include "widgets/basic/keyhint.h"
#include "widgets/basic/kpitile.h"
#include "widgets/basic/meter.h"
#include "widgets/basic/navrail.h"
#include "widgets/basic/sectionheader.h"
#include "widgets/basic/segmentedcontrol.h"
#include "widgets/basic/skeletonrows.h"
#include "widgets/basic/statecount.h"
#include "widgets/basic/undobar.h"
#include "widgets/basic/viewstate.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QRadioButton>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTabBar>
#include <QTableView>

namespace graticule::sheet {

namespace {

void buttons(Sheet &sheet)
{
    QFrame *card = sheet.card({24, 64, 764, 196}, QStringLiteral("Buttons"));
    const char *columns[] = {"Rest", "Hover", "Pressed", "Focus", "Disabled"};
    for (int i = 0; i < 5; ++i)
        sheet.text(card, {100 + i * 129, 38}, QLatin1String(columns[i]),
                   {.style = TextStyle::Small, .colour = Colour::Text3});
    const std::pair<Button::Kind, const char *> kinds[] = {{Button::Kind::Default, "Default"},
                                                           {Button::Kind::Primary, "Primary"},
                                                           {Button::Kind::Quiet, "Quiet"},
                                                           {Button::Kind::Danger, "Danger"}};
    int y = 58;
    for (const auto &[kind, name] : kinds) {
        sheet.text(card, {16, y + 6}, QLatin1String(name), {.style = TextStyle::Small, .colour = Colour::Text2});
        for (int i = 0; i < 5; ++i) {
            auto *button = new Button(sheet.themes(), QStringLiteral("Review"), kind, card);
            if (i == 0)
                button->setKeyHint(Qt::Key_Return);
            button->setProperty("shownHovered", i == 1);
            button->setDown(i == 2);
            button->setEnabled(i != 4);
            button->setGeometry(QRect(QPoint(100 + i * 129, y), button->sizeHint()));
            if (i == 3)
                sheet.drawing(card, button->geometry().adjusted(-4, -4, 4, 4),
                              [box = QRect(QPoint(4, 4), button->sizeHint())](QPainter &painter, const Theme &theme) {
                                  paintFocusRing(painter, box, false, theme);
                              });
        }
        y += 34;
    }
}

void inputs(Sheet &sheet)
{
    QFrame *card = sheet.card({24, 272, 764, 196}, QStringLiteral("Inputs, choice"));
    auto *rest = new QLineEdit(card);
    rest->setPlaceholderText(QStringLiteral("Find a site"));
    auto *focus = new QLineEdit(QStringLiteral("frankfurt"), card);
    focus->setObjectName(QStringLiteral("focused"));
    auto *invalid = new QLineEdit(QStringLiteral("38 days"), card);
    invalid->setProperty("invalid", true);
    auto *disabled = new QLineEdit(QStringLiteral("disabled"), card);
    disabled->setEnabled(false);
    int x = 16;
    for (QLineEdit *edit : {rest, focus, invalid, disabled}) {
        edit->setGeometry(x, 40, 174, 28);
        x += 186;
    }
    auto *combo = new QComboBox(card);
    combo->addItems({QStringLiteral("From the system keychain"), QStringLiteral("From a file")});
    combo->setGeometry(16, 80, 230, 28);
    auto *off = new QComboBox(card);
    off->addItem(QStringLiteral("Canada"));
    off->setEnabled(false);
    off->setGeometry(258, 80, 120, 28);
    auto *segments = new SegmentedControl(sheet.themes(), QStringLiteral("Layout"),
                                          {QStringLiteral("Table"), QStringLiteral("Tiles")}, card);
    segments->setGeometry(QRect({392, 80}, segments->sizeHint()));
    auto *layer =
        new SegmentedControl(sheet.themes(), QStringLiteral("Layer"),
                             {QStringLiteral("State"), QStringLiteral("Latency"), QStringLiteral("Capacity")}, card);
    layer->setGeometry(QRect({510, 80}, layer->sizeHint()));

    x = 16;
    const auto place = [&](QWidget *widget) {
        widget->setGeometry(QRect({x, 118}, widget->sizeHint()));
        x += widget->sizeHint().width() + 14;
    };
    auto *checked = new QCheckBox(QStringLiteral("Checked"), card);
    checked->setChecked(true);
    place(checked);
    place(new QCheckBox(QStringLiteral("Not"), card));
    auto *some = new QCheckBox(QStringLiteral("Some"), card);
    some->setCheckState(Qt::PartiallyChecked);
    place(some);
    auto *greyed = new QCheckBox(QStringLiteral("Disabled"), card);
    greyed->setChecked(true);
    greyed->setEnabled(false);
    place(greyed);
    auto *chosen = new QRadioButton(QStringLiteral("Chosen"), card);
    chosen->setChecked(true);
    place(chosen);
    auto *other = new QRadioButton(QStringLiteral("Other"), card);
    other->setAutoExclusive(false);
    place(other);
    place(new Chip(sheet.themes(), QStringLiteral("first out"), Tone::Normal, card));
    place(new Chip(sheet.themes(), QStringLiteral("Degraded 26 min"), Tone::Medium, card));
    place(new Badge(sheet.themes(), QStringLiteral("9"), card));
    place(new KeyHint(sheet.themes(), QKeySequence(Qt::CTRL | Qt::Key_K), card));

    auto *token = new FilterToken(sheet.themes(), FilterToken::Kind::Removes, card);
    token->setFilter(QStringLiteral("state"), QStringLiteral("down"));
    token->setGeometry(QRect({600, 158}, token->sizeHint()));
    auto *order = new FilterToken(sheet.themes(), FilterToken::Kind::Opens, card);
    order->setFilter(QStringLiteral("order"), QStringLiteral("worst first"));
    order->setGeometry(QRect({480, 158}, order->sizeHint()));

    auto *tabs = new QTabBar(card);
    for (const char *tab : {"Active", "Returned", "Shelved"})
        tabs->addTab(QLatin1String(tab));
    tabs->setDrawBase(false);
    tabs->setExpanding(false);
    tabs->setGeometry(16, 150, 300, 38);
    auto *bar = new QScrollBar(Qt::Horizontal, card);
    bar->setRange(0, 100);
    bar->setPageStep(40);
    bar->setGeometry(330, 166, 140, 12);
}

QStandardItem *cellOf(const QString &text, std::initializer_list<std::pair<int, QVariant>> roles = {})
{
    auto *item = new QStandardItem(text);
    for (const auto &[role, value] : roles)
        item->setData(value, role);
    return item;
}

QStandardItemModel *rows(QObject *parent)
{
    auto *model = new QStandardItemModel(parent);
    model->setHorizontalHeaderLabels({QStringLiteral("State"), QStringLiteral("Site"), QStringLiteral("Place"),
                                      QStringLiteral("Not healthy"), QStringLiteral("Capacity used"),
                                      QStringLiteral("p95"), QStringLiteral("Seen")});
    const auto row = [&](StateShape shape, const char *state, Tone tone, const char *name, const char *place,
                         QVariant share, bool stale, const char *latency, const char *age, Tone ageTone) {
        const QVariantList counts{QVariantList{int(StateShape::Down), QStringLiteral("1")},
                                  QVariantList{int(StateShape::Degraded), QStringLiteral("22")}};
        model->appendRow(
            {cellOf(QString::fromUtf8(state), {{cell::Symbol, int(shape)}, {cell::Tone, int(tone)}}),
             cellOf(QString::fromUtf8(name)), cellOf(QString::fromUtf8(place), {{cell::Tone, int(Tone::Secondary)}}),
             cellOf(QString(), {{cell::Counts, counts}}),
             cellOf(share.isValid() ? QString::number(qRound(share.toDouble() * 100)) + QStringLiteral(" %")
                                    : QStringLiteral("–"),
                    {{cell::Share, share}, {cell::Stale, stale}, {cell::Tone, int(Tone::Faint)}}),
             cellOf(QString::fromUtf8(latency), {{cell::Numeric, true}}),
             cellOf(QString::fromUtf8(age), {{cell::Numeric, true}, {cell::Tone, int(ageTone)}})});
    };
    using S = StateShape;
    row(S::Healthy, "Healthy", Tone::Secondary, "par1", "Paris, FR", 0.42, false, "22 ms", "2 s", Tone::Faint);
    row(S::Healthy, "Healthy", Tone::Secondary, "mad1", "Madrid, ES", 0.66, false, "33 ms", "5 s", Tone::Faint);
    row(S::Healthy, "Healthy", Tone::Secondary, "dub1", "Dublin, IE", 0.86, false, "24 ms", "2 s", Tone::Faint);
    row(S::Degraded, "Degraded", Tone::Medium, "lhr3", "London, GB", 0.97, false, "44 ms", "3 s", Tone::Faint);
    row(S::Down, "Down", Tone::Critical, "fra1", "Frankfurt, DE", {}, false, "–", "12 min", Tone::Medium);
    row(S::StaleHealthy, "Stale", Tone::Faint, "mil2", "Milan, IT", 0.5, true, "~29 ms", "58 min", Tone::Medium);
    row(S::Refused, "Refused", Tone::Critical, "gru1", "São Paulo, BR", {}, false, "", "3 h 02", Tone::Medium);
    model->item(4, 0)->setData(int(Tone::Critical), cell::Bar);
    model->item(3, 1)->setData(QStringLiteral("first out"), cell::Badge);
    QList<QStandardItem *> loading;
    for (int i = 0; i < model->columnCount(); ++i)
        loading << cellOf(QString(), {{cell::Loading, true}});
    model->appendRow(loading);
    return model;
}

void table(Sheet &sheet)
{
    QFrame *card = sheet.card({24, 480, 764, 300}, QStringLiteral("Table rows, 28 px"));
    auto *view = new QTableView(card);
    view->setObjectName(QStringLiteral("table"));
    view->setModel(rows(view));
    auto *delegate = new CellDelegate(sheet.themes(), *view);
    delegate->setMeterColumn(4);
    delegate->setStrongColumn(1);
    const int widths[] = {104, 134, 130, 104, 130, 76, 80};
    for (int i = 0; i < 7; ++i)
        view->setColumnWidth(i, widths[i]);
    view->setGeometry(1, 38, 762, 255);
    view->selectRow(2);
}

void meters(Sheet &sheet)
{
    QFrame *card = sheet.card({24, 792, 764, 184}, QStringLiteral("Meters, figures, counts"));
    const MeterLevel levels[] = {{.value = 0.42, .mark = {}},
                                 {.value = 0.86, .mark = 0.97},
                                 {.value = 0.95, .mark = {}},
                                 {.value = 0.5, .mark = {}, .stale = true},
                                 {.value = {}, .mark = {}}};
    int x = 16;
    for (const MeterLevel &level : levels) {
        auto *meter = new Meter(sheet.themes(), card);
        meter->setLevel(level, QString());
        meter->setGeometry(x, 42, 120, 8);
        x += 146;
    }
    const Kpi kpis[] = {{.label = QStringLiteral("Needs a person now"),
                         .value = QStringLiteral("5"),
                         .unit = QStringLiteral("of 38 alarms, 9 groups"),
                         .meaning = QStringLiteral("29 explained by a cause above them")},
                        {.label = QStringLiteral("Serving capacity"),
                         .value = QStringLiteral("96.4 %"),
                         .unit = QStringLiteral("headroom 31 %"),
                         .meaning = QStringLiteral("Tightest: South America 8 %")},
                        {.label = QStringLiteral("Oldest evidence shown"),
                         .value = QStringLiteral("6 min 12 s"),
                         .unit = {},
                         .meaning = QStringLiteral("4 930 of 5 000 sites under 30 s")}};
    x = 1;
    for (const Kpi &kpi : kpis) {
        auto *tile = new KpiTile(sheet.themes(), card);
        tile->setKpi(kpi);
        tile->setFirst(x == 1);
        tile->setGeometry(x, 60, 254, 80);
        x += 254;
    }
    const StateCountData counts[] = {
        {StateShape::Healthy, QStringLiteral("4\u202f819"), QStringLiteral("healthy")},
        {StateShape::Degraded, QStringLiteral("61"), QStringLiteral("degraded"), true},
        {StateShape::Down, QStringLiteral("7"), QStringLiteral("down"), true},
        {StateShape::Unreachable, QStringLiteral("12"), QStringLiteral("unreachable"), true},
        {StateShape::Maintenance, QStringLiteral("0"), QStringLiteral("maintenance"), false, true},
        {StateShape::Unknown, QStringLiteral("70"), QStringLiteral("unknown")}};
    x = 16;
    for (const StateCountData &count : counts) {
        auto *widget = new StateCount(sheet.themes(), card);
        widget->setCount(count);
        widget->setGeometry(QRect({x, 152}, widget->sizeHint()));
        x += widget->sizeHint().width() + 12;
    }
}

void views(Sheet &sheet)
{
    QFrame *card = sheet.card({1000, 64, 576, 420}, QStringLiteral("View states"));
    auto *empty = new ViewState(sheet.themes(), card);
    empty->setNotice({.icon = QStringLiteral("bell"),
                      .shape = {},
                      .sentence = QStringLiteral("Nothing needs a person"),
                      .detail = QStringLiteral("Last problem 41 min ago. 3 sources watched."),
                      .action = {}});
    empty->setGeometry(1, 40, 190, 160);
    auto *loading = new SkeletonRows(sheet.themes(), card);
    loading->setGeometry(191, 50, 190, 140);
    auto *failed = new ViewState(sheet.themes(), card);
    failed->setNotice({.icon = {},
                       .shape = StateShape::Refused,
                       .sentence = QStringLiteral("May not list volumes"),
                       .detail = QStringLiteral("The role \"view\" lacks a permission."),
                       .action = QStringLiteral("Copy the needed rule")});
    failed->setGeometry(381, 40, 190, 160);
    auto *header =
        new SectionHeader(sheet.themes(), QStringLiteral("Needs a person"), SectionHeader::Size::Panel, card);
    header->setCount(QStringLiteral("5"));
    header->setNote(QStringLiteral("first-out order"));
    header->setGeometry(1, 210, 574, 44);
    auto *group = new SectionHeader(sheet.themes(), QStringLiteral("Workloads"), SectionHeader::Size::Group, card);
    group->setNote(QStringLiteral("62"));
    group->setGeometry(16, 262, 250, 28);
    auto *undo = new UndoBar(sheet.themes(), card);
    undo->offer(QStringLiteral("Connection k8s-yul removed"), [] {});
}

void menus(Sheet &sheet)
{
    QFrame *card = sheet.card({1000, 496, 576, 284}, QStringLiteral("Menu, toolbar"));
    auto *menu = new QMenu(card);
    menu->setWindowFlags(Qt::Widget);
    menu->addAction(QStringLiteral("Show on map"))->setShortcut(Qt::Key_M);
    auto *hovered = menu->addAction(QStringLiteral("What if it died?"));
    hovered->setShortcut(Qt::Key_W);
    menu->addAction(QStringLiteral("Copy identity"))->setShortcut(QKeySequence::Copy);
    menu->addSeparator();
    auto *check = menu->addAction(QStringLiteral("Keep watching"));
    check->setCheckable(true);
    check->setChecked(true);
    menu->addAction(QStringLiteral("Drain"))->setEnabled(false);
    menu->addMenu(QStringLiteral("Open with"));
    menu->setGeometry(QRect({16, 40}, menu->sizeHint()));
    menu->show();
    menu->setActiveAction(hovered);
    int x = 230;
    const auto place = [&](Button *button) {
        button->setGeometry(QRect({x, 40}, button->sizeHint()));
        x += button->sizeHint().width() + 8;
    };
    auto *pause = new Button(sheet.themes(), QStringLiteral("Pause all"), Button::Kind::Default, card);
    pause->setIconName(QStringLiteral("pause"));
    place(pause);
    auto *links = new Button(sheet.themes(), QStringLiteral("Problems only"), Button::Kind::Default, card);
    links->setIconName(QStringLiteral("filter"));
    links->setOpensMenu(true);
    place(links);
    for (const char *icon : {"plus", "minus", "maximize-2"}) {
        auto *zoom = new Button(sheet.themes(), QString(), Button::Kind::Default, card);
        zoom->setIconName(QLatin1String(icon));
        place(zoom);
        x -= 4;
    }
}

void navigation(Sheet &sheet)
{
    const auto fill = [](NavRail &rail) {
        rail.addPage(QStringLiteral("overview"), QStringLiteral("globe"), QStringLiteral("Overview"),
                     QKeySequence(Qt::ALT | Qt::Key_1));
        rail.addPage(QStringLiteral("sites"), QStringLiteral("server"), QStringLiteral("Sites"),
                     QKeySequence(Qt::ALT | Qt::Key_2));
        rail.addPage(QStringLiteral("alarms"), QStringLiteral("bell"), QStringLiteral("Alarms"),
                     QKeySequence(Qt::ALT | Qt::Key_4));
        rail.addPage(QStringLiteral("connections"), QStringLiteral("plug"), QStringLiteral("Connections"),
                     QKeySequence(Qt::ALT | Qt::Key_8));
        rail.setBadge(QStringLiteral("alarms"), QStringLiteral("9"), QStringLiteral("9 need a person"));
        rail.addTool(QStringLiteral("theme"), QStringLiteral("moon"), QStringLiteral("Dark"));
        rail.addTool(QStringLiteral("help"), QStringLiteral("circle-help"), QStringLiteral("Help"),
                     QKeySequence(Qt::Key_F1));
    };
    auto *wide = new NavRail(sheet.themes(), &sheet);
    fill(*wide);
    wide->setGeometry(800, 64, 168, 420);
    auto *narrow = new NavRail(sheet.themes(), &sheet);
    fill(*narrow);
    narrow->setCollapsed(true);
    narrow->setCurrent(QStringLiteral("connections"));
    narrow->setGeometry(800, 496, 56, 284);
    auto *mirrored = new NavRail(sheet.themes(), &sheet);
    mirrored->setLayoutDirection(Qt::RightToLeft);
    fill(*mirrored);
    mirrored->setGeometry(810, 790, 168, 200);
}

} // namespace

Sheet *controls(const ThemeSwitch &themes)
{
    auto *sheet =
        new Sheet(themes, QStringLiteral("Component sheet 2"), QStringLiteral("controls, tables, view states"));
    buttons(*sheet);
    inputs(*sheet);
    table(*sheet);
    meters(*sheet);
    views(*sheet);
    menus(*sheet);
    navigation(*sheet);
    return sheet;
}

} // namespace graticule::sheet
