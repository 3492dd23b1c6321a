// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logpanel.h"

#include "models/format.h"
#include "models/sayingtext.h"
#include "ui/logs/logview.h"
#include "ui/logs/readingpane.h"
#include "ui/page/filesave.h"
#include "widgets/basic/button.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QShortcut>
#include <QVBoxLayout>

namespace graticule {
namespace {

constexpr int kTail = 1000;
constexpr int kFindWidth = 200;

} // namespace

LogPanel::LogPanel(const ThemeSwitch &themes, FleetStore &store, LogCalls &calls, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_store(store)
    , m_calls(calls)
{
    build();
    connect(&m_lines, &LogList::changed, this, &LogPanel::showState);
    connect(&store, &FleetStore::modeChanged, this, &LogPanel::ask);
}

LogPanel::~LogPanel() = default;

QCheckBox *LogPanel::addSwitch(QLayout &tools, const QString &name, const QString &text)
{
    auto *box = new QCheckBox(text, this);
    box->setObjectName(QStringLiteral("logs.") + name);
    tools.addWidget(box);
    return box;
}

void LogPanel::buildTools(QLayout &tools)
{
    m_which = new Button(m_themes, {}, Button::Kind::Default, this);
    m_which->setObjectName(QStringLiteral("logs.sources"));
    m_which->setAutoDefault(false); // Enter in the field seeks
    tools.addWidget(m_which);
    m_which->setOpensMenu(true);
    m_which->setAccessibleName(tr("Which logs"));
    m_menu = new QMenu(m_which);
    m_menu->setObjectName(QStringLiteral("logs.sourceMenu"));
    connect(m_which, &QPushButton::clicked, this,
            [this] { m_menu->popup(m_which->mapToGlobal(QPoint(0, m_which->height()))); });
    m_find = new QLineEdit(this);
    m_find->setObjectName(QStringLiteral("logs.find"));
    m_find->setPlaceholderText(tr("Find (Ctrl+F)"));
    m_find->setAccessibleName(tr("Find in the log"));
    m_find->setClearButtonEnabled(true);
    m_find->setMinimumWidth(kFindWidth);
    tools.addWidget(m_find);
    m_only = addSwitch(tools, QStringLiteral("only"), tr("Only such lines"));
    m_follow = addSwitch(tools, QStringLiteral("follow"), tr("Follow"));
    m_follow->setChecked(true);
    m_previous = addSwitch(tools, QStringLiteral("previous"), tr("Previous run"));
    m_times = addSwitch(tools, QStringLiteral("times"), tr("Times"));
    m_wrap = addSwitch(tools, QStringLiteral("wrap"), tr("Wrap"));
}

void LogPanel::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(10);
    buildTools(*tools);
    tools->addStretch(1);
    layout->addLayout(tools);

    m_view = new LogView(m_themes, m_lines, this);
    m_view->setObjectName(QStringLiteral("logs.view"));
    m_pane = new ReadingPane(m_themes, QStringLiteral("logs"), QStringLiteral("scroll-text"), m_view, this);
    layout->addWidget(m_pane, 1);
    const Button *copy = m_pane->addButton(QStringLiteral("copy"), QStringLiteral("copy"), tr("Copy"));
    const Button *save = m_pane->addButton(QStringLiteral("export"), QStringLiteral("download"), tr("Export"));

    connect(m_find, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_view->setSought(text);
        m_lines.setFilter(m_only->isChecked() ? text : QString());
    });
    connect(m_only, &QCheckBox::toggled, this, [this](bool on) { m_lines.setFilter(on ? m_find->text() : QString()); });
    connect(m_find, &QLineEdit::returnPressed, this, [this] {
        if (!m_view->goToSought(!QApplication::keyboardModifiers().testFlag(Qt::ShiftModifier)))
            m_pane->say(tr("Not found."));
    });
    connect(m_follow, &QCheckBox::toggled, m_view, &LogView::setFollowing);
    connect(m_view, &LogView::followingChanged, m_follow, &QCheckBox::setChecked);
    connect(m_view, &LogView::followingChanged, this, &LogPanel::showState);
    connect(m_previous, &QCheckBox::toggled, this, &LogPanel::read);
    connect(m_times, &QCheckBox::toggled, m_view, &LogView::setTimes);
    connect(m_wrap, &QCheckBox::toggled, m_view, &LogView::setWrapped);
    connect(copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(m_view->copyText()); });
    connect(save, &QPushButton::clicked, this, &LogPanel::exportLines);
    connect(new QShortcut(QKeySequence::Find, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut),
            &QShortcut::activated, m_find, [this] { m_find->setFocus(); });
}

void LogPanel::showTarget(const EntityId &target, const QString &name)
{
    m_target = target;
    m_name = name;
    m_chosen.clear();
    ask();
}

void LogPanel::stop()
{
    ++m_turn;
    m_reading.reset();
    m_isAsking = false;
}

void LogPanel::ask()
{
    stop();
    m_lines.begin({});
    if (m_target.isEmpty())
        return;
    if (m_store.isPast()) {
        m_pane->showNotice(
            tr("The past has no logs"),
            tr("They are read from their platform while somebody looks, and never kept. Return to live to read them."),
            false);
        return;
    }
    m_pane->showNotice(tr("Asking what writes logs here"), {}, false);
    m_isAsking = true;
    m_calls.logSources(this, m_target, [this, turn = m_turn](const Result<QList<LogSource>> &sources) {
        if (turn != m_turn)
            return;
        m_isAsking = false;
        if (!sources) {
            m_pane->showNotice(tr("Logs cannot be read"), SayingText::of(sources.error()), true);
            return;
        }
        m_sources = *sources;
        if (m_sources.isEmpty()) {
            m_pane->showNotice(tr("Nothing that writes a log runs here"), {}, false);
            return;
        }
        m_chosen.clear();
        for (int i = 0; i < std::min<int>(int(m_sources.size()), LogOrder::kMostSources); ++i)
            m_chosen.append(i);
        read();
    });
}

void LogPanel::fillMenu()
{
    m_menu->clear();
    const int shown = std::min<int>(int(m_sources.size()), 200);
    for (int i = 0; i < shown; ++i) {
        const LogSource &source = m_sources[i];
        QString text = shownLog(source.name);
        if (source.restarts > 0)
            text = tr("%1 (%n restarts)", nullptr, source.restarts).arg(text);
        else if (!source.running)
            text = tr("%1 (not running)").arg(text);
        QAction *action = m_menu->addAction(text.replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(m_chosen.contains(i));
        action->setEnabled(m_chosen.contains(i) || m_chosen.size() < LogOrder::kMostSources);
        connect(action, &QAction::toggled, this, [this, i](bool on) {
            m_chosen.removeAll(i);
            if (on)
                m_chosen.append(i);
            std::sort(m_chosen.begin(), m_chosen.end());
            read();
        });
    }
    m_which->setText(m_chosen.size() == 1 ? shownLog(m_sources[m_chosen.first()].name)
                                          : tr("%1 of %2 logs").arg(m_chosen.size()).arg(m_sources.size()));
}

void LogPanel::read()
{
    if (m_sources.isEmpty() || m_store.isPast())
        return;
    stop();
    fillMenu();
    LogOrder order;
    order.previous = m_previous->isChecked();
    order.follow = !order.previous;
    order.tail = kTail;
    QStringList names;
    bool hasPrevious = false;
    for (const LogSource &source : std::as_const(m_sources))
        hasPrevious = hasPrevious || source.hasPrevious;
    for (const int place : std::as_const(m_chosen)) {
        order.sources.append(m_sources[place]);
        names << m_sources[place].name;
    }
    m_previous->setEnabled(hasPrevious || order.previous);
    m_previous->setToolTip(m_previous->isEnabled() ? QString() : tr("None of them has a run before the last restart."));
    m_lines.begin(names);
    m_ended.clear();
    if (order.sources.isEmpty()) {
        m_pane->showNotice(tr("No log is chosen"), {}, false);
        return;
    }
    m_pane->showContent();
    m_view->setFollowing(true);
    m_reading = m_calls.readLogs(
        this, order,
        [this, turn = m_turn](const LogPart &part) {
            if (turn == m_turn)
                m_lines.add(part);
        },
        [this, turn = m_turn](const Error &why) {
            if (turn != m_turn)
                return;
            m_ended = why.text.isEmpty() ? tr("read to the end") : SayingText::of(why);
            if (!why.text.isEmpty())
                m_lines.note(-1, m_ended);
            showState();
        });
    showState();
}

void LogPanel::showState()
{
    QStringList parts;
    if (m_pane->isContentShown()) {
        parts << (!m_ended.isEmpty()      ? m_ended
                  : m_view->isFollowing() ? tr("following")
                                          : tr("paused here; End follows"));
        parts << tr("%1 lines").arg(format::number(m_lines.size()));
        if (m_lines.kept() != m_lines.size())
            parts << tr("of %1").arg(format::number(m_lines.kept()));
        if (m_lines.lost() > 0)
            parts << tr("%1 left out").arg(format::number(qint64(m_lines.lost())));
    }
    m_pane->say(parts.join(QStringLiteral(" \u00b7 ")));
}

/// The lines that are shown, with their times.
void LogPanel::exportLines()
{
    QString name = m_name;
    name.replace(QLatin1Char('/'), QLatin1Char('-'));
    auto *dialog = new QFileDialog(this, tr("Export the log"), name + QStringLiteral(".log"), tr("Text (*.log *.txt)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QStringList texts;
        for (qsizetype i = 0; i < m_lines.size(); ++i)
            texts << m_lines.textOf(i, true);
        FileSave::write(
            path, [texts] { return texts.join(QLatin1Char('\n')).toUtf8() + '\n'; }, *this,
            [this, path](const QString &error) {
                m_pane->say(error.isEmpty() ? tr("Written to %1.").arg(path)
                                            : tr("Cannot write %1: %2").arg(path, error));
            });
    });
    dialog->open();
}

} // namespace graticule
