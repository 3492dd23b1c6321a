// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/snapshotverb.h"

#include "app/console/layoutfile.h"
#include "app/console/translations.h"
#include "app/console/verbs/fleetsummary.h"
#include "app/console/verbs/listing.h"
#include "app/console/verbs/pastmoment.h"
#include "ui/page/actionregistry.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QHash>
#include <QRegularExpression>
#include <QThreadPool>

namespace graticule {
using namespace Qt::Literals::StringLiterals;
namespace {

constexpr Milliseconds kAnswered{5000};

Error wrong(const QString &text)
{
    return {ErrorKind::Invalid, Fault::Input, text, std::nullopt};
}

constexpr std::array kKinds{Theme::Kind::Dark, Theme::Kind::Light, Theme::Kind::DarkContrast,
                            Theme::Kind::LightContrast};

std::optional<Theme::Kind> kindNamed(const QString &name)
{
    const auto found =
        std::find_if(kKinds.begin(), kKinds.end(), [&](auto kind) { return Theme(kind).name() == name; });
    return found == kKinds.end() ? std::nullopt : std::optional(*found);
}

QStringList themeNames()
{
    QStringList names;
    for (const Theme::Kind kind : kKinds)
        names << Theme(kind).name();
    return names;
}

QString compareId()
{
    return u"compare"_s;
}

/// Id of the window's action that shows it; empty: there is no such thing.
QString actionOver(const QString &what)
{
    static const QHash<QString, QString> ids{
        {u"palette"_s, u"palette.open"_s}, {u"keys"_s, u"keys.show"_s}, {u"help"_s, u"help.show"_s}};
    return ids.value(what);
}

} // namespace

VerbSpec SnapshotVerb::spec()
{
    VerbSpec spec;
    spec.words = {u"snapshot"_s};
    spec.summary = u"Draws a page of the console into a PNG; needs no display."_s;
    spec.text = u"Waits until every connection has settled, draws the page, and prints in words what is on it."_s;
    spec.options =
        QList<OptionSpec>{
            {u"page"_s,
             u"PAGE"_s,
             u"overview, sites, latency, services, nodes, data, connections, rules, same, settings or audit; or "
             u"compare, with --at: what differs from now. Default: overview."_s,
             {},
             false},
            {u"site"_s, u"ID"_s, u"Open the drawer of this site: its id, or its name if no other has it."_s, {}, false},
            {u"over"_s, u"WHAT"_s, u"What lies over the page: palette, keys or help."_s, {}, false},
            {u"size"_s, u"WxH"_s, u"Size in pixels, at least 1280x800. Default: 1600x1000."_s, {}, false},
            {u"theme"_s, u"THEME"_s, u"dark, light, dark-contrast or light-contrast. Default: dark."_s, {}, false},
            {u"language"_s, u"CODE"_s, u"Language of the page, such as de; or a .qm file. Default: en."_s, {}, false},
            {u"output"_s, u"FILE"_s, u"The PNG to write. Default: graticule-PAGE.png."_s, u'o', false}} +
        pastOptions() + FleetVerb::waitOptions();
    spec.examples = {{u"graticule snapshot --page overview --size 1600x1000 --theme dark -o overview.png"_s,
                      u"the overview, as the window shows it"_s}};
    spec.codes = {ExitCode::NoKeeper, ExitCode::NotFound, ExitCode::TimedOut};
    return spec;
}

SnapshotVerb::SnapshotVerb(VerbContext context, QApplication &application)
    : FleetVerb(std::move(context))
    , m_application(application)
    , m_themes(application, kindNamed(arguments().value(u"theme"_s)).value_or(Theme::Kind::Dark))
    , m_store(clock())
    , m_commands([] {})
    , m_past(clock())
{
    connect(&follower(), &KeeperFollower::opened, this, [this](const auto &channel) {
        m_commands.use(channel);
        m_past.use(channel);
    });
    connect(&m_past, &PastCalls::failed, this, [this](Instant, const Error &why) { fail(why); });
}

SnapshotVerb::~SnapshotVerb() = default;

bool SnapshotVerb::readOptions()
{
    m_page = arguments().value(u"page"_s);
    if (m_page.isEmpty())
        m_page = u"overview"_s;
    m_site = arguments().value(u"site"_s);
    m_file = arguments().value(u"output"_s);
    if (m_file.isEmpty())
        m_file = u"graticule-%1.png"_s.arg(m_page);
    const QString theme = arguments().value(u"theme"_s);
    if (!theme.isEmpty() && !kindNamed(theme)) {
        failUsage(wrong(u"--theme: there is no \"%1\"; there are %2."_s.arg(theme, themeNames().join(u", "))));
        return false;
    }
    static const QStringList pages{u"overview"_s, u"sites"_s, u"latency"_s,     u"services"_s,
                                   u"nodes"_s,    u"data"_s,  u"connections"_s, u"settings"_s,
                                   u"audit"_s,    u"rules"_s, u"same"_s,        compareId()};
    if (!pages.contains(m_page)) {
        failUsage(wrong(u"--page: there is no page \"%1\"; there are %2."_s.arg(m_page, pages.join(u", "))));
        return false;
    }
    m_over = arguments().value(u"over"_s);
    if (!m_over.isEmpty() && actionOver(m_over).isEmpty()) {
        failUsage(wrong(u"--over: there is no \"%1\"; there are palette, keys and help."_s.arg(m_over)));
        return false;
    }
    if (!m_site.isEmpty() && m_page != u"overview") {
        failUsage(
            wrong(u"--site: its drawer opens on the overview, not on %1; leave one of the two out."_s.arg(m_page)));
        return false;
    }
    if (!readMoment())
        return false;
    const QString size = arguments().value(u"size"_s);
    if (!size.isEmpty()) {
        static const QRegularExpression form(u"^(\\d{3,5})x(\\d{3,5})$"_s);
        const auto match = form.match(size);
        m_size = QSize(match.captured(1).toInt(), match.captured(2).toInt());
        if (!match.hasMatch() || m_size.width() < 1280 || m_size.height() < 800 || m_size.width() > 16'000 ||
            m_size.height() > 16'000) {
            failUsage(wrong(u"--size: \"%1\" is not WIDTHxHEIGHT between 1280x800 and 16000x16000."_s.arg(size)));
            return false;
        }
    }
    return true;
}

/// --at and --known-at.
bool SnapshotVerb::readMoment()
{
    const Result<PastQuestion> past = pastQuestion(arguments(), clock().now());
    if (!past) {
        failUsage(past.error());
        return false;
    }
    m_at = past->at;
    m_knownAt = past->knownAt;
    if (m_page == compareId() && m_at == kNever) {
        failUsage(wrong(u"--page: compare needs --at, the moment to compare with now."_s));
        return false;
    }
    return true;
}

void SnapshotVerb::start()
{
    if (readOptions())
        FleetVerb::start();
}

void SnapshotVerb::look()
{
    if (isSettled() && !m_isDrawing)
        draw();
}

void SnapshotVerb::timedOut()
{
    if (m_isDrawing)
        return;
    m_isLate = true;
    draw();
}

void SnapshotVerb::draw()
{
    m_isDrawing = true;
    m_drawn = snapshot();
    m_waitingFor = settledNow().waitingFor;
    m_store.setLink(link());
    m_store.take(m_drawn);
    m_window = std::make_unique<MainWindow>(m_store, m_commands, m_themes);
    m_window->setActs(m_commands);
    m_window->setLogs(m_commands);
    m_window->setRules(m_commands);
    SettingsPlace place;
    place.file = LayoutFile(access().home()).path();
    m_window->setSettingsPlace(place);
    m_window->setReducedMotion(true);
    m_window->setPast(m_past);
    m_window->resize(m_size);
    m_window->show();
    m_window->showPage(m_page);
    m_drawnAt = clock().steady();
    if (m_at == kNever) {
        showAll();
        return;
    }
    connect(&m_store, &FleetStore::modeChanged, this, &SnapshotVerb::showAll);
    m_window->showMoment(m_at, m_knownAt);
}

/// What is to be drawn is in the window.
void SnapshotVerb::showAll()
{
    m_drawn = m_store.snapshot();
    m_drawnAt = clock().steady(); // what of the past is asked begins now
    if (m_page == compareId())
        m_window->findChild<ActionRegistry *>()->run(u"time.compare"_s);
    if (!m_site.isEmpty()) {
        const Result<EntityId> site = findSite(m_drawn->tables, m_site);
        if (!site) {
            fail(site.error());
            return;
        }
        m_window->openSite(*site);
    }
    if (!m_over.isEmpty())
        m_window->findChild<ActionRegistry *>()->run(actionOver(m_over));
    waitToSave();
}

/// Until tiles and drawer are there, and what the window asks of the keeper, which may be lost meanwhile; one round of
/// events more, in which what has come is shown.
void SnapshotVerb::waitToSave()
{
    const bool mayAnswer = clock().steady() - m_drawnAt < kAnswered;
    if (!m_window->isSettled() || (!m_window->isAnswered() && mayAnswer))
        clock().after(Milliseconds(20), this, [this] { waitToSave(); });
    else
        clock().after(Milliseconds(20), this, [this] { save(); });
}

void SnapshotVerb::save()
{
    if (!m_window->render(m_size).save(m_file)) {
        terminal().say(u"graticule: Cannot write %1."_s.arg(m_file));
        finish(ExitCode::Failed);
        return;
    }
    terminal().print(fleetSummary(m_drawn->tables, m_store.now()));
    terminal().say(u"Wrote %1."_s.arg(m_file));
    if (m_isLate && mustSettle()) {
        terminal().say(u"graticule: Not settled in time: %1."_s.arg(m_waitingFor.join(u", "_s)));
        finish(ExitCode::TimedOut);
        return;
    }
    finish(ExitCode::Ok);
}

int runSnapshot(int &argc, char **argv, const CommandLine &line, Terminal &terminal)
{
    qputenv("QT_QPA_PLATFORM", "offscreen"); // the same picture with and without a display
    QApplication application(argc, argv);
    const QString language = line.arguments().value(u"language"_s);
    Translations translations;
    translations.use(language.isEmpty() ? u"en"_s : language);
    SystemClock clock;
    SnapshotVerb verb({line.arguments(), line.access(), terminal, clock}, application);
    std::optional<ExitCode> code;
    QObject::connect(&verb, &Verb::finished, &application, [&](ExitCode ended) {
        code = code.value_or(ended);
        QApplication::quit();
    });
    verb.start();
    if (!code)
        QApplication::exec();
    QThreadPool::globalInstance()->waitForDone(); // one may be opening the keeper still
    return int(code.value_or(ExitCode::Failed));
}

} // namespace graticule
