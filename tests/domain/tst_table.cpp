// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/fleetsnapshot.h"
#include "tests/testing/test.h"

#include <QRandomGenerator>

#include <map>

using namespace graticule;

namespace {

/// Counts its copies' lives, to see what a table keeps alive.
struct Item
{
    EntityId id;
    int value = 0;
};
using ItemTable = Table<Item>;
using Naive = std::map<EntityId, ItemTable::Item>;

std::shared_ptr<const Item> item(int id, int value)
{
    return std::make_shared<const Item>(Item{EntityId(QByteArray::number(id)), value});
}

Naive contents(const ItemTable &table)
{
    Naive result;
    table.forEachItem([&](const ItemTable::Item &i) { result.emplace(i->id, i); });
    return result;
}

/// "3:1>2" changed, "4:>1" new, "5:1>" gone; sorted by id.
QString print(const std::map<EntityId, QString> &changes)
{
    QStringList lines;
    for (const auto &[id, change] : changes)
        lines << id.toString() + u':' + change;
    return lines.join(u' ');
}
QString changeText(const ItemTable::Item *before, const ItemTable::Item *after)
{
    return (before ? QString::number((*before)->value) : QString()) + u'>' +
           (after ? QString::number((*after)->value) : QString());
}

QString diffText(const ItemTable &before, const ItemTable &after)
{
    std::map<EntityId, QString> changes;
    bool twice = false;
    ItemTable::diff(before, after, [&](const ItemTable::Item *was, const ItemTable::Item *is) {
        twice |= !changes.emplace(was ? (*was)->id : (*is)->id, changeText(was, is)).second;
    });
    return twice ? QStringLiteral("an id was told of twice") : print(changes);
}

QString naiveDiffText(const Naive &before, const Naive &after)
{
    std::map<EntityId, QString> changes;
    for (const auto &[id, was] : before) {
        const auto is = after.find(id);
        if (is == after.end())
            changes.emplace(id, changeText(&was, nullptr));
        else if (is->second != was)
            changes.emplace(id, changeText(&was, &is->second));
    }
    for (const auto &[id, is] : after) {
        if (!before.contains(id))
            changes.emplace(id, changeText(nullptr, &is));
    }
    return print(changes);
}

Site site(const char *id, const char *name)
{
    Site s;
    s.id = EntityId(id);
    s.name = QString::fromLatin1(name);
    return s;
}

Link link(const char *id, double rttMs)
{
    Link l;
    l.id = EntityId(id);
    l.rttMs = rttMs;
    return l;
}

} // namespace

class TestTable : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void holdsOneItemPerId()
    {
        ItemTable table;
        QVERIFY(table.isEmpty());
        QCOMPARE(table.find(EntityId("1")), nullptr);
        QVERIFY(!table.remove(EntityId("1")));
        table.insert(Item{EntityId("1"), 10});
        table.insert(Item{EntityId("1"), 11});
        QCOMPARE(table.size(), 1);
        QCOMPARE(table.find(EntityId("1"))->value, 11);
        QVERIFY(table.remove(EntityId("1")));
        QVERIFY(table.isEmpty());
        QVERIFY(!table.contains(EntityId("1")));
    }

    void aCopyDoesNotChangeWithItsOriginal()
    {
        ItemTable table;
        for (int i = 0; i < 1000; ++i)
            table.insert(item(i, 0));
        const ItemTable copy = table;
        table.insert(item(7, 1));
        table.remove(EntityId("8"));
        table.insert(item(1000, 1));
        QCOMPARE(copy.size(), 1000);
        QCOMPARE(copy.find(EntityId("7"))->value, 0);
        QCOMPARE(diffText(copy, table), QStringLiteral("1000:>1 7:0>1 8:0>"));
        QCOMPARE(diffText(table, copy), QStringLiteral("1000:1> 7:1>0 8:>0"));
        QCOMPARE(diffText(table, table), QString());
    }

    void theSameItemInsertedAgainIsNoDifference()
    {
        ItemTable table;
        const auto one = item(1, 1);
        table.insert(one);
        const ItemTable before = table;
        table.insert(one);
        QCOMPARE(diffText(before, table), QString());
        table.insert(item(1, 1)); // equal, but another object: the table compares objects only
        QCOMPARE(diffText(before, table), QStringLiteral("1:1>1"));
    }

    /// Any sequence of changes gives what a plain map gives, and any two moments differ as two plain maps do.
    void agreesWithAPlainMap_data()
    {
        QTest::addColumn<int>("ids");
        QTest::newRow("few ids, many removals") << 40;
        QTest::newRow("one level") << 300;
        QTest::newRow("many levels") << 20'000;
    }

    void agreesWithAPlainMap()
    {
        QFETCH(int, ids);
        QRandomGenerator random(7);
        ItemTable table;
        Naive naive;
        std::vector<std::pair<ItemTable, Naive>> moments{{table, naive}};
        for (int step = 0; step < 60'000; ++step) {
            const int id = random.bounded(ids);
            if (random.bounded(3) == 0) {
                const EntityId gone{QByteArray::number(id)};
                QCOMPARE(table.remove(gone), naive.erase(gone) == 1);
            } else {
                const auto fresh = item(id, step);
                table.insert(fresh);
                naive[fresh->id] = fresh;
            }
            if (random.bounded(3000) == 0)
                moments.emplace_back(table, naive);
        }
        moments.emplace_back(table, naive);
        for (const auto &[then, thenNaive] : moments) {
            QCOMPARE(then.size(), qsizetype(thenNaive.size()));
            QVERIFY(contents(then) == thenNaive);
            QCOMPARE(diffText(then, table), naiveDiffText(thenNaive, naive));
            QCOMPARE(diffText(table, then), naiveDiffText(naive, thenNaive));
        }
    }

    /// Ids with equal hashes share a node below the last level. Nobody can make such ids (the seed is random), so the
    /// node is built directly.
    void idsWithEqualHashesLiveInOneNode()
    {
        using namespace graticule::tablenode;
        constexpr size_t hash = 42;
        Pointer<Item> root;
        QVERIFY(insert(root, item(1, 1), hash, kHashBits));
        QVERIFY(insert(root, item(2, 1), hash, kHashBits));
        QVERIFY(!insert(root, item(2, 2), hash, kHashBits));
        QCOMPARE(find(*root, EntityId("2"), hash, kHashBits)->get()->value, 2);
        QCOMPARE(find(*root, EntityId("3"), hash, kHashBits), nullptr);

        Pointer<Item> after = root;
        insert(after, item(3, 1), hash, kHashBits);
        insert(after, item(1, 5), hash, kHashBits);
        remove(after, EntityId("2"), hash, kHashBits);
        std::map<EntityId, QString> changes;
        const auto visit = [&](const ItemTable::Item *was, const ItemTable::Item *is) {
            changes.emplace(was ? (*was)->id : (*is)->id, changeText(was, is));
        };
        diff(root.get(), after.get(), visit, kHashBits);
        QCOMPARE(print(changes), QStringLiteral("1:1>5 2:2> 3:>1"));

        remove(after, EntityId("1"), hash, kHashBits);
        remove(after, EntityId("3"), hash, kHashBits);
        QVERIFY(!after);
    }

    void freesWhatNoCopyHolds()
    {
        ItemTable table;
        auto first = item(1, 1);
        const std::weak_ptr<const Item> watched = first;
        table.insert(std::move(first));
        auto copy = std::make_unique<ItemTable>(table);
        table.insert(item(1, 2));
        QVERIFY(!watched.expired());
        copy.reset();
        QVERIFY(watched.expired());
    }

    /// What "costs in proportion to k" rests on: after one change of 100,000, a diff looks at next to nothing.
    void aDiffSkipsWhatIsShared()
    {
        ItemTable table;
        for (int i = 0; i < 100'000; ++i)
            table.insert(item(i, 0));
        const ItemTable before = table;
        table.insert(item(5, 1));
        int visits = 0;
        ItemTable::diff(before, table, [&](const auto *, const auto *) { ++visits; });
        QCOMPARE(visits, 1);
    }

    void applyAndDiffAreEachOthersReverse()
    {
        FleetTables before;
        FleetDelta first;
        first.sites.upsert(site("s1", "one"));
        first.sites.upsert(site("s2", "two"));
        first.links.upsert(link("l1", 4));
        before.apply(first);
        FleetTables after = before;
        FleetDelta second;
        second.sites.upsert(site("s3", ""));
        second.sites.removed = {EntityId("s1"), EntityId("never there")};
        second.verdicts.upsert({EntityId("s2"), SiteState::Down, false, kNever, {}});
        after.apply(second);

        const FleetDelta forward = diff(before, after);
        QCOMPARE(forward.size(), size_t(3));
        FleetTables replayed = before;
        replayed.apply(forward);
        QVERIFY(diff(replayed, after).isEmpty());
        replayed.apply(diff(after, before));
        QVERIFY(diff(replayed, before).isEmpty());
    }

    void aSiteIsStaleWhenAllItsFeedsAre()
    {
        const Instant now = instantFromMs(1'000'000);
        FleetTables tables;
        const auto feed = [&](const char *id, Instant seen) {
            tables.feeds.insert(Feed{EntityId(id), {}, {}, kNever, seen, Milliseconds(1000), true});
        };
        feed("fresh", now - Milliseconds(1000));
        feed("old", now - Milliseconds(1001));
        feed("silent", kNever);
        const auto seen = [&](QList<EntityId> feeds) {
            Site site;
            site.feeds = std::move(feeds);
            return QStringLiteral("%1 %2")
                .arg(toMs(observedAt(tables, site)))
                .arg(isStale(tables, site, now) ? u"stale" : u"fresh");
        };
        QCOMPARE(seen({EntityId("old"), EntityId("fresh")}), QStringLiteral("999000 fresh"));
        QCOMPARE(seen({EntityId("old"), EntityId("silent")}), QStringLiteral("998999 stale"));
        QCOMPARE(seen({EntityId("silent")}), QStringLiteral("0 stale"));
        QCOMPARE(seen({EntityId("not there")}), QStringLiteral("0 stale"));
        QCOMPARE(seen({}), QStringLiteral("0 stale"));
    }
};

QTEST_GUILESS_MAIN(TestTable)
#include "tst_table.moc"
