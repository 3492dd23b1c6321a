// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/bookmarks.h"
#include "tests/testing/test.h"

#include <QFile>
#include <QTemporaryDir>

using namespace graticule;

/// What connectors keep over restarts.
class TestBookmarks : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void outliveAnOrderlyEnd()
    {
        {
            Bookmarks marks(path());
            marks.put(EntityId("c1"), page(7));
        }
        QCOMPARE(Bookmarks(path()).find(EntityId("c1")), page(7));
        QCOMPARE(Bookmarks(path()).find(EntityId("c2")), QJsonObject());
    }

    /// What they stand for is stored once a second: a killed keeper must not believe that it has what it has not.
    void onDiskTheyAreOfTheTickBefore()
    {
        Bookmarks marks(path());
        marks.put(EntityId("c1"), page(8));
        marks.tick();
        QCOMPARE(Bookmarks(path()).find(EntityId("c1")), QJsonObject());
        marks.put(EntityId("c1"), page(9));
        marks.tick();
        QCOMPARE(Bookmarks(path()).find(EntityId("c1")), page(8));
    }

    void whatCannotBeReadIsAsNone()
    {
        for (const char *bytes : {"", "{", "[1]", "{\"c1\": 5}", "\xff\xfe"}) {
            QFile file(path());
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
            file.close();
            QCOMPARE(Bookmarks(path()).find(EntityId("c1")), QJsonObject());
        }
    }

    void withoutAFileTheyAreInMemory()
    {
        Bookmarks marks;
        marks.put(EntityId("c1"), page(1));
        marks.tick();
        QCOMPARE(marks.find(EntityId("c1")), page(1));
    }

    void init()
    {
        Test::init();
        QFile::remove(path());
    }

private:
    static QJsonObject page(int number) { return {{QStringLiteral("next"), QString::number(number)}}; }
    QString path() const { return m_folder.filePath(QStringLiteral("bookmarks.json")); }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestBookmarks)
#include "tst_bookmarks.moc"
