// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/actverb.h"
#include "backend/control/controlserver.h"
#include "backend/records/actrecord.h"
#include "tests/keeper/actingkeeper.h"
#include "tests/testing/test.h"

#include <QSignalSpy>
#include <QTemporaryDir>

#include <csignal>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

using namespace graticule;
using namespace Qt::Literals::StringLiterals;
using testing::ActingKeeper;
using testing::Emptied;

namespace {

constexpr int kSoon = 60'000;

/// For its lifetime a person sits at standard input, and what is printed goes into a file.
class Person
{
public:
    Person()
        : m_master(::posix_openpt(O_RDWR | O_NOCTTY))
        , m_printed(::memfd_create("printed", MFD_CLOEXEC))
    {
        if (::grantpt(m_master) != 0 || ::unlockpt(m_master) != 0)
            qFatal("no terminal can be made here");
        const int slave = ::open(::ptsname(m_master), O_RDWR | O_NOCTTY);
        exchange(STDIN_FILENO, slave);
        exchange(STDOUT_FILENO, m_printed);
        exchange(STDERR_FILENO, m_printed);
        ::close(slave);
    }
    ~Person()
    {
        for (const auto &[descriptor, before] : m_before) {
            ::dup2(before, descriptor);
            ::close(before);
        }
        ::close(m_master);
        ::close(m_printed);
    }
    Q_DISABLE_COPY_MOVE(Person)

    void types(const char *line) const { QVERIFY(::write(m_master, line, std::strlen(line)) > 0); }
    static void pressesCtrlC() { ::raise(SIGINT); }
    QString sees() const
    {
        QByteArray text(1 << 16, '\0');
        text.resize(std::max<ssize_t>(0, ::pread(m_printed, text.data(), size_t(text.size()), 0)));
        return QString::fromUtf8(text);
    }

private:
    void exchange(int descriptor, int with)
    {
        m_before.push_back({descriptor, ::dup(descriptor)});
        ::dup2(with, descriptor);
    }

    int m_master;
    int m_printed;
    std::vector<std::pair<int, int>> m_before;
};

} // namespace

/// `graticule act` with a person before it: what they answer, and what becomes of Ctrl+C.
class tst_ActVerb : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_keeper = std::make_unique<ActingKeeper>(m_directory.filePath(u"k"_s), u"k"_s,
                                                  testing::endpoint("nodes", "nodes", u"nodes://"_s), m_node);
        QTRY_VERIFY_WITH_TIMEOUT(m_keeper->sees("n1"), kSoon);
        ServerOptions door;
        door.listen = m_address = u"unix://"_s + m_directory.filePath(u"k.sock"_s);
        door.access.anonymous = CallerRole::Operator;
        QVERIFY(m_keeper->keeper->serve(door));
    }
    void cleanupTestCase() { m_keeper.reset(); }
    void init()
    {
        Test::init();
        m_node = {};
        m_person = std::make_unique<Person>();
    }
    void cleanup()
    {
        m_verb.reset();
        m_person.reset();
        if (m_node.tell)
            m_node.tell({{}, true, {}});
    }

    void aPersonsNoIsNo_data()
    {
        QTest::addColumn<QByteArray>("answer");
        for (const char *answer : {"n\n", "\n", "yess\n", "no y\n", "\x04"})
            QTest::addRow("%s", answer) << QByteArray(answer);
    }
    void aPersonsNoIsNo()
    {
        QFETCH(const QByteArray, answer);
        start();
        seesLine(u"Do it? [y/N] "_s);
        QVERIFY(m_person->sees().contains(u"moves    shop/web"_s));
        m_person->types(answer.constData());
        QCOMPARE(code(), ExitCode::Failed);
        QVERIFY(m_person->sees().endsWith(u"Nothing was done.\n"_s));
        QCOMPARE(m_node.asked, 0);
    }

    void aPersonsYesIsDone()
    {
        start();
        seesLine(u"Do it? [y/N] "_s);
        QCOMPARE(m_node.asked, 0);
        m_person->types("Yes\n");
        seesLine(u"pod web: waiting"_s);
        m_node.tell(Emptied::step("web", ActionItemState::Done, 1));
        m_node.tell({u"n1 is empty"_s, true, {}, 2, 2});
        QCOMPARE(code(), ExitCode::Ok);
        QVERIFY(m_person->sees().endsWith(u"n1 is empty.\n"_s));
    }

    void ctrlCAsksTheKeeperToStop()
    {
        start({u"--yes"_s});
        seesLine(u"pod cart: waiting"_s);
        Person::pressesCtrlC();
        QCOMPARE(code(), ExitCode::Failed);
        QVERIFY(!m_node.stopped.isEmpty());
        const QString seen = m_person->sees();
        QVERIFY2(seen.contains(u"Asking the keeper to stop; what has been begun is waited for."_s), qPrintable(seen));
        QVERIFY2(seen.endsWith(u"graticule: Stopped.\n"_s), qPrintable(seen));
    }

    void aSecondCtrlCFollowsItNoMore()
    {
        m_node.stopsLater = true;
        start({u"--yes"_s});
        seesLine(u"pod cart: waiting"_s);
        Person::pressesCtrlC();
        QTRY_VERIFY_WITH_TIMEOUT(!m_node.stopped.isEmpty(), kSoon);
        QCOMPARE(m_ended, std::nullopt);
        Person::pressesCtrlC();
        QCOMPARE(code(), ExitCode::Failed);
        QVERIFY2(m_person->sees().endsWith(
                     u"Nobody follows it here any more. The keeper was asked to stop, and goes on with that.\n"_s),
                 qPrintable(m_person->sees()));
        QCOMPARE(m_keeper->keeper->running().size(), 1);
    }

    /// Who may not, and says so all the same, has tried: that stands in the record.
    void whoMayNotIsRefusedByTheKeeper()
    {
        ActRecord record(
            {.place = {m_directory.filePath(u"audit"_s)}, .keeperId = u"k"_s, .now = [this] { return m_clock.now(); }});
        record.start();
        ServerOptions door;
        door.listen = u"unix://"_s + m_directory.filePath(u"viewer.sock"_s);
        door.access.anonymous = CallerRole::Viewer;
        door.acts = &record;
        const auto server = ControlServer::start(door, m_keeper->keeper->hub(), *m_keeper->keeper, nullptr);
        QVERIFY(server);
        const auto tries = [&](const QStringList &more) {
            start(more, door.listen);
            QCOMPARE(code(), ExitCode::Refused);
            QVERIFY2(
                m_person->sees().endsWith(u"graticule: drain is not for you to do: This needs the role operator; on "
                                          "this keeper you are viewer. Ask its administrator.\n"_s),
                qPrintable(m_person->sees()));
        };
        tries({u"--preview"_s});
        QCOMPARE(record.state().number, 2U); // it began and the keeper started
        tries({u"--yes"_s});
        QTRY_COMPARE(record.state().number, 3U);
        QCOMPARE(m_node.asked, 0);
    }

    /// So does what the platform's rights do not permit, with that as the reason.
    void whatThePlatformForbidsIsRefusedAndRecorded()
    {
        m_node.isDenied = true;
        ActRecord record({.place = {m_directory.filePath(u"platform"_s)}, .keeperId = u"k"_s, .now = [this] {
                              return m_clock.now();
                          }});
        record.start();
        ServerOptions door;
        door.listen = u"unix://"_s + m_directory.filePath(u"operator.sock"_s);
        door.access.anonymous = CallerRole::Operator;
        door.acts = &record;
        const auto server = ControlServer::start(door, m_keeper->keeper->hub(), *m_keeper->keeper, nullptr);
        QVERIFY(server);
        for (const QString &how : {u"--preview"_s, u"--yes"_s}) {
            start({how}, door.listen);
            QCOMPARE(code(), ExitCode::Refused);
            QVERIFY2(m_person->sees().endsWith(u"drain is not for you to do: may not patch nodes\n"_s),
                     qPrintable(m_person->sees()));
        }
        QCOMPARE(m_node.asked, 0);
        QTRY_COMPARE(record.state().number, 4U); // its beginning and its end, of the second
        RecordNames names(record.place().names());
        QVERIFY(names.read());
        QStringList told;
        (void)RecordReader(record.place().record(), names).read({}, [&](const RecordedAct &act) {
            told << act.act.verb + u' ' + endOf(act) + u' ' + act.code;
            return false;
        });
        QCOMPARE(told, QStringList{u"drain refused (not-allowed) act.not-permitted"_s});
    }

    void whatCannotBeStoppedGoesOnUnfollowed()
    {
        start({u"--yes"_s});
        seesLine(u"pod cart: waiting"_s);
        ActionProgress last{u"nearly there"_s, false, {}, 1, 2};
        m_node.tell(last); // it is not stoppable
        seesLine(u"nearly there"_s);
        Person::pressesCtrlC();
        QCOMPARE(code(), ExitCode::Failed);
        QVERIFY(m_person->sees().endsWith(
            u"It cannot be stopped now, and goes on at the keeper. Nobody follows it here any more.\n"_s));
        QCOMPARE(m_node.stopped, QString());
        QCOMPARE(m_keeper->keeper->running().size(), 1);
    }

    /// At a script's input nobody can be asked.
    void withoutAPersonItMustBeSaid()
    {
        const int nobody = ::open("/dev/null", O_RDONLY);
        ::dup2(nobody, STDIN_FILENO);
        ::close(nobody);
        start();
        QCOMPARE(code(), ExitCode::Usage);
        QVERIFY(m_person->sees().contains(u"Nobody can be asked here: say --yes"_s));
        QCOMPARE(m_node.asked, 0);
    }

private:
    void start(const QStringList &more = {}, const QString &keeper = {})
    {
        const QStringList words{u"act"_s,
                                u"drain"_s,
                                u"n1"_s,
                                u"--home"_s,
                                m_directory.filePath(u"home"_s),
                                u"--keeper"_s,
                                keeper.isEmpty() ? m_address : keeper};
        const auto arguments = parseArguments({ActVerb::entry().spec}, KeeperAccess::options(), words + more);
        QVERIFY2(arguments, arguments ? "" : qPrintable(arguments.error().text));
        const auto access = KeeperAccess::read(*arguments);
        QVERIFY(access);
        m_verb = std::make_unique<ActVerb>(VerbContext{*arguments, *access, m_terminal, m_clock});
        m_ended.reset();
        connect(m_verb.get(), &Verb::finished, this, [this](ExitCode code) { m_ended = code; });
        m_verb->start();
    }
    void seesLine(const QString &text) const
    {
        QVERIFY2(QTest::qWaitFor([&] { return m_person->sees().contains(text); }, kSoon), qPrintable(m_person->sees()));
    }
    ExitCode code()
    {
        const bool hasEnded = QTest::qWaitFor([this] { return m_ended.has_value(); }, kSoon);
        return hasEnded ? *m_ended : ExitCode::TimedOut;
    }

    QTemporaryDir m_directory{QDir::tempPath() + u"/gr-XXXXXX"_s};
    QString m_address;
    Emptied m_node;
    std::unique_ptr<ActingKeeper> m_keeper;
    SystemClock m_clock;
    Terminal m_terminal;
    std::unique_ptr<Person> m_person;
    std::unique_ptr<ActVerb> m_verb;
    std::optional<ExitCode> m_ended;
};

QTEST_GUILESS_MAIN(tst_ActVerb)
#include "tst_actverb.moc"
