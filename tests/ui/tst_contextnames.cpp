// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/test.h"
#include "ui/connections/contextnames.h"

#include <QFile>
#include <QSemaphore>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace graticule;

namespace {

Kubeconfig oneContext(const QString &name)
{
    Kubeconfig kubeconfig;
    kubeconfig.contexts.insert(name, {});
    return kubeconfig;
}

QString offered(const ContextNames &names)
{
    QStringList all;
    for (const PlaceNames::Offer &offer : names.offers({}))
        all.append(offer.shown);
    return all.join(QLatin1Char(' '));
}

} // namespace

/// A form looks into files that may be on a server that is gone: it never waits for them, nor does the program's end.
class TestContextNames : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void filesThatNeverAnswerBlockNobody()
    {
        struct Server
        {
            QSemaphore asked;
            QSemaphore answers;
            QSemaphore ended;
            QSemaphore others; ///< files that were read, of those that are here
        };
        const auto server = std::make_shared<Server>(); // threads outlive the form
        const auto read = [server](const QStringList &files) -> Result<Kubeconfig> {
            if (files.first().startsWith(QLatin1String("/gone"))) {
                server->asked.release();
                server->answers.acquire();
                server->ended.release();
            } else {
                server->others.release();
            }
            return oneContext(files.first().mid(1));
        };
        {
            ContextNames names(nullptr, read);
            for (int i = 1; i <= ContextNames::kMostUnderWay; ++i) {
                names.look(QStringLiteral("/gone%1").arg(i));
                QTRY_COMPARE(server->asked.available(), i);
            }
            names.look(QStringLiteral("/here")); // there is no room, until one of those has ended
            names.look(QStringLiteral("/here2"));
            ContextNames later(
                nullptr, [](const QStringList &) -> Result<Kubeconfig> { return oneContext(QStringLiteral("later")); });
            later.look(QStringLiteral("/later"));
            QTRY_COMPARE(offered(later), QStringLiteral("later")); // who waits for the same time, and began after it
            QCOMPARE(server->others.available(), 0);
            QCOMPARE(offered(names), QString());
            server->answers.release();
            QTRY_COMPARE(offered(names), QStringLiteral("here2")); // and not what is no longer asked for
            names.look(QStringLiteral("/here"));
            QTRY_COMPARE(offered(names), QStringLiteral("here"));
            names.look(QStringLiteral("/gone4"));
            QTRY_COMPARE(server->asked.available(), ContextNames::kMostUnderWay + 1);
        } // nobody waits for them
        server->answers.release(ContextNames::kMostUnderWay);
        QVERIFY(server->ended.tryAcquire(ContextNames::kMostUnderWay + 1, 30'000));
    }

    void aPipeIsNoFile()
    {
        QTemporaryDir directory;
        const QString pipe = directory.filePath(QStringLiteral("pipe"));
        QCOMPARE(mkfifo(pipe.toUtf8().constData(), 0600), 0);
        QFile file(directory.filePath(QStringLiteral("config")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("apiVersion: v1\nkind: Config\ncontexts:\n- name: shop\n  context: {cluster: c, user: u}\n");
        file.close();
        ContextNames names;
        names.look(pipe);
        names.look(file.fileName());
        QTRY_COMPARE(offered(names), QStringLiteral("shop"));
        names.look(pipe);
        QCOMPARE(offered(names), QString());
        names.look(file.fileName());
        QTRY_COMPARE(offered(names), QStringLiteral("shop"));
    }
};

QTEST_GUILESS_MAIN(TestContextNames)
#include "tst_contextnames.moc"
