// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/places/sameservices.h"
#include "tests/testing/processortimer.h"
#include "tests/testing/test.h"

#include <QSet>

#include <algorithm>

using namespace graticule;

namespace {

/// Services told of as "CONNECTION NAME IMAGE [LABEL=VALUE ...]", one a line; a name with a colon first is declared.
FleetTables fleetOf(const char *script)
{
    FleetTables tables;
    const QStringList lines = QString::fromLatin1(script).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QStringList words = line.simplified().split(u' ');
        const EntityId connection(words[0]);
        Feed feed;
        feed.id = EntityId::of(connection, "feed", QStringLiteral("inventory"));
        feed.connection = connection;
        tables.feeds.insert(feed);
        Service service;
        const bool isDeclared = words[1].startsWith(u':');
        service.name = words[1].mid(isDeclared ? 1 : 0);
        service.id = isDeclared ? EntityId::declared("service", service.name)
                                : EntityId::of(connection, "service", service.name);
        for (const QString &label : words.mid(3))
            service.labels.insert(label.section(u'=', 0, 0), label.section(u'=', 1));
        tables.services.insert(service);
        Placement placement;
        placement.id = EntityId::of(connection, "placement", service.name);
        placement.service = service.id;
        placement.feed = feed.id;
        placement.image = words[2];
        tables.placements.insert(placement);
    }
    return tables;
}

/// "a/x = b/x by name x, image i"
QString suggestions(const char *script, const QList<SameDecision> &decided = {},
                    const QHash<EntityId, EntityId> &twins = {})
{
    const QHash<EntityId, QString> connections{{EntityId("dock"), QStringLiteral("dock")},
                                               {EntityId("kube"), QStringLiteral("kube")},
                                               {EntityId("third"), QStringLiteral("third")}};
    QStringList lines;
    for (const SameSuggestion &one : suggestSame(fleetOf(script), connections, decided, twins).suggestions) {
        QStringList reasons;
        for (const SameSuggestion::Evidence &evidence : one.evidence) {
            static const char *const words[] = {"?", "name", "group", "image"};
            reasons.append(QLatin1String(words[int(evidence.reason)]) + u' ' + evidence.value);
        }
        lines.append(QStringLiteral("%1 %2 = %3 %4 by %5")
                         .arg(one.one.connection, one.one.name, one.other.connection, one.other.name,
                              reasons.join(QStringLiteral(", "))));
    }
    return lines.join(u'\n');
}

} // namespace

class TestSameServices : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void aNameAndSomethingElse()
    {
        QCOMPARE(suggestions("dock shop/web shop/web:1\nkube shop/web docker.io/shop/web:2\n"),
                 QStringLiteral("dock shop/web = kube shop/web by name web, group shop, image shop/web"));
        QCOMPARE(suggestions("dock front nginx:1 app.kubernetes.io/name=web app.kubernetes.io/part-of=shop\n"
                             "kube prod/web nginx:2 app.kubernetes.io/part-of=shop\n"),
                 QStringLiteral("dock front = kube prod/web by name web, group shop, image nginx"));
    }

    void whatIsLeftOutIsCounted()
    {
        QByteArray script;
        for (int i = 0; i < 210; ++i)
            for (const char *connection : {"dock", "kube"})
                script += connection + QByteArray(" shop/web") + QByteArray::number(i) + " shop/web:1\n";
        const QHash<EntityId, QString> connections{{EntityId("dock"), QStringLiteral("dock")},
                                                   {EntityId("kube"), QStringLiteral("kube")}};
        const SameServices same = suggestSame(fleetOf(script.constData()), connections, {});
        QCOMPARE(same.suggestions.size(), SameServices::kMostSuggestions);
        QCOMPARE(same.more, 10);
    }

    /// Two contexts of one cluster tell of each thing twice, but it is one already.
    void notWhatTwoConnectionsToOneEndpointTell()
    {
        const char *const script = "dock shop/web shop/web:1\nkube shop/web shop/web:1\nthird shop/web shop/web:1\n";
        QCOMPARE(suggestions(script).count(u'='), 3);
        QCOMPARE(suggestions(script, {}, {{EntityId("third"), EntityId("kube")}}),
                 QStringLiteral("dock shop/web = kube shop/web by name web, group shop, image shop/web"));
        // What is said of it holds for both, at once, whoever of the two told of it.
        for (const char *told : {"kube/service/shop/web", "third/service/shop/web"}) {
            for (const bool areSame : {true, false}) {
                const SameDecision said{{EntityId(told), {}, {}},
                                        {EntityId("dock/service/shop/web"), {}, {}},
                                        areSame,
                                        QStringLiteral("shop/web"),
                                        {},
                                        {}};
                QCOMPARE(suggestions(script, {said}, {{EntityId("third"), EntityId("kube")}}), QString());
            }
        }
    }

    void neverByABareName()
    {
        QCOMPARE(suggestions("dock pgdata a:1\nkube prod/pgdata b:1\n"), QString());
        QCOMPARE(suggestions("dock default/web a:1\nkube default/web b:1\n"), QString()); // whose is "default"?
        QCOMPARE(suggestions("dock shop/web nginx\nkube shop/api nginx\n"), QString());
    }

    /// A name and an image that every cluster has.
    void neverOfWhatAPlatformHasForItself()
    {
        QCOMPARE(suggestions("kube kube-system/coredns coredns:1\ndock kube-system/coredns coredns:1\n"), QString());
    }

    void neverWithinOneConnection() { QCOMPARE(suggestions("dock shop/web a\ndock old/web a\n"), QString()); }

    void ofConnectionsThatAreRuledOnly() { QCOMPARE(suggestions("dock shop/web a\nfar shop/web a\n"), QString()); }

    void oneMayBeDeclaredNotBoth()
    {
        QCOMPARE(suggestions("dock :web a\nkube shop/web a\n"),
                 QStringLiteral("kube shop/web = dock web by name web, image a"));
        QCOMPARE(suggestions("dock :web a\nkube :shop/web a\n"), QString());
    }

    void whatWasDecidedIsNotAskedAgain()
    {
        const char *const script = "dock shop/web a\nkube shop/web a\n";
        SameDecision no;
        no.one.id = EntityId("kube/service/shop/web");
        no.other.id = EntityId("dock/service/shop/web");
        QCOMPARE(suggestions(script, {no}), QString());
        QVERIFY(sameNames({no}).isEmpty());
    }

    /// Until what was decided has been read again the fleet tells of it as before.
    void whatWasDecidedIsNotSuggestedMeanwhile()
    {
        const auto say = [](const char *one, const char *other, bool areSame) {
            return SameDecision{
                {EntityId(one), {}, {}}, {EntityId(other), {}, {}}, areSame, QStringLiteral("shop/web"), {}, {}};
        };
        const char *const dock = "dock/service/shop/web";
        const char *const kube = "kube/service/shop/web";
        const char *const third = "third/service/shop/web";
        const char *const apart = "dock shop/web a\nkube shop/web a\nthird shop/web a\n";
        const QString one = QStringLiteral("dock shop/web = third shop/web by name web, group shop, image a");
        // Two are one: with the third there is one question left, whichever of them it names.
        QCOMPARE(suggestions(apart, {say(dock, kube, true)}), one);
        QCOMPARE(
            suggestions("dock :=shop/web a\nkube shop/web a\nthird shop/web a\n", {say(dock, kube, true)}).count(u'='),
            1);
        // All three are, by two decisions.
        QCOMPARE(suggestions(apart, {say(third, dock, true), say(dock, kube, true)}), QString());
        // As it was one before somebody took it back: nothing can be said of that any more.
        QCOMPARE(suggestions("dock :=shop/web a\nkube :=shop/web a\nthird shop/web a\n"), QString());
        // That the third is another holds for both.
        QCOMPARE(suggestions(apart, {say(third, kube, false), say(dock, kube, true)}), QString());
        QCOMPARE(suggestions("dock :=shop/web a\nkube :=shop/web a\nthird shop/web a\n",
                             {say(third, kube, false), say(dock, kube, true)}),
                 QString());
        // One that a label names takes its name at once, and two that are named are not suggested.
        QCOMPARE(
            suggestions("dock shop/web a\nkube :shop/web a\nthird :web a\n", {say(dock, "service:shop/web", true)}),
            QString());
    }

    void tenThousandDecisionsTakeNoTime()
    {
        const auto say = [](const QString &one, const QString &other) {
            return SameDecision{
                {EntityId(one), {}, {}}, {EntityId(other), {}, {}}, true, QStringLiteral("web"), {}, {}};
        };
        const auto id = [](int number) { return QStringLiteral("%1").arg(number, 6, 10, QLatin1Char('0')); };
        QList<SameDecision> chain; // each is one with the one before it
        QList<SameDecision> pairs; // all wish to be called the same
        QList<SameDecision> star;
        for (int i = 0; i < 10'000; ++i) {
            chain.append(say(id(i), id(i + 1)));
            pairs.append(say(id(2 * i), id(2 * i + 1)));
            star.append(say(id(0), id(i + 1)));
        }
        testing::ProcessorTimer timer;
        timer.start();
        QCOMPARE(sameNames(chain).size(), 10'001);
        std::reverse(chain.begin(), chain.end());
        const auto one = sameNames(chain);
        QCOMPARE(QSet<QString>(one.cbegin(), one.cend()).size(), 1);
        const auto many = sameNames(pairs);
        QCOMPARE(QSet<QString>(many.cbegin(), many.cend()).size(), 10'000);
        QCOMPARE(sameNames(star).size(), 10'001);
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    }

    void namesAreOfWhatIsNotDeclared()
    {
        SameDecision yes;
        yes.isSame = true;
        yes.name = QStringLiteral("web");
        yes.one.id = EntityId("service:web");
        yes.other.id = EntityId("kube/service/shop/web");
        QCOMPARE(sameNames({yes}), (QHash<EntityId, QString>{{yes.other.id, QStringLiteral("web")}}));
    }

    void whatIsTheSameAsTheSameIsOne()
    {
        const auto same = [](const char *one, const char *other, const char *name) {
            return SameDecision{{EntityId(one), {}, {}}, {EntityId(other), {}, {}}, true, QLatin1String(name), {}, {}};
        };
        const auto nameOf = [](const QHash<EntityId, QString> &names, const char *id) {
            return names.value(EntityId(id));
        };
        // The newest first; the oldest names it.
        const auto one = sameNames({same("b", "c", "y"), same("a", "b", "x")});
        QCOMPARE(nameOf(one, "a"), QStringLiteral("=x"));
        QCOMPARE(nameOf(one, "c"), QStringLiteral("=x"));
        const auto apart = sameNames({same("c", "d", "x"), same("a", "b", "x")}); // what joined them was taken back
        QCOMPARE(nameOf(apart, "a"), QStringLiteral("=x"));
        QCOMPARE(nameOf(apart, "d"), QStringLiteral("=x (2)"));
        const auto labelled = sameNames({same("service:web", "b", "x"), same("a", "b", "x")});
        QCOMPARE(nameOf(labelled, "a"), QStringLiteral("web"));
        QCOMPARE(labelled.size(), 2);
    }

    void imagesWithoutVersionAndUsualRegistry()
    {
        QCOMPARE(imageName("docker.io/library/nginx:1.25"), QStringLiteral("nginx"));
        QCOMPARE(imageName("nginx@sha256:abc"), QStringLiteral("nginx"));
        QCOMPARE(imageName("registry.example:5000/shop/web:2"), QStringLiteral("registry.example:5000/shop/web"));
        QCOMPARE(imageName("sha256:abcdef"), QString());
        QCOMPARE(imageName(""), QString());
    }

    void aNameThatIsEverywhereIsBounded()
    {
        QString script;
        for (int i = 0; i < 3000; ++i)
            script +=
                QStringLiteral("%1 g%2/web a\n").arg(i % 2 ? QStringLiteral("dock") : QStringLiteral("kube")).arg(i);
        const QString said = suggestions(qPrintable(script));
        QVERIFY(said.count(u'\n') < SameServices::kMostSuggestions);
    }
};

QTEST_GUILESS_MAIN(TestSameServices)
#include "tst_sameservices.moc"
