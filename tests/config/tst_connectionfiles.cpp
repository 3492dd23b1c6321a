// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/config/connectionfiles.h"
#include "tests/config/connectiontypes.h"
#include "tests/testing/test.h"

#include <QDir>
#include <QTemporaryDir>

using namespace graticule;

namespace {

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
}

/// What a directory holds, as text.
QString print(const ConnectionFiles &files)
{
    QStringList lines;
    for (const ConnectionConfig &config : files.connections())
        lines.append(config.name + QStringLiteral(" at ") + config.address);
    for (const BrokenConnectionFile &file : files.broken())
        lines.append(file.mistakes.first().toString(QFileInfo(file.path).fileName()));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

/// A directory of files of connections.
class tst_ConnectionFiles : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void readsADirectory();
    void leavesBrokenFilesAlone();
    void savesAndRenames();
    void keepsFilesToTheirOwner();
    void pausingKeepsWhatAPersonWrote();
    void looksAtTheFilesThatAreNamed();
};

void tst_ConnectionFiles::readsADirectory()
{
    QTemporaryDir directory;
    const auto path = [&](const char *name) { return directory.filePath(QString::fromLatin1(name)); };
    write(path("a.yaml"), "type: docker\naddress: tcp://a:1\n");
    write(path("b.yaml"), "type: docker\naddress: tcp://b:1\nname: bee\n");
    write(path("c.yaml"), "type: docker\naddress: nonsense\n");
    write(path("d.yaml"), "type: docker\naddress: tcp://d:1\nname: bee\n");
    write(path("notes.txt"), "not ours\n");
    write(path(".hidden.yaml"), "not ours\n");
    QVERIFY(QDir(directory.path()).mkdir(QStringLiteral("e.yaml")));
    const ConnectorRegistry types = testing::connectionTypes();
    ConnectionFiles files(directory.path(), types);
    files.load();
    QCOMPARE(print(files), QStringLiteral("a at tcp://a:1\n"
                                          "bee at tcp://b:1\n"
                                          "c.yaml:2: address: \"nonsense\" has no scheme\n"
                                          "d.yaml:1: name: is that of b.yaml already"));

    ConnectionFiles none(path("absent"), types);
    none.load();
    QCOMPARE(print(none), QString());
}

void tst_ConnectionFiles::leavesBrokenFilesAlone()
{
    QTemporaryDir directory;
    const QByteArray broken = "type: docker\naddress: [oops\n";
    const QString path = directory.filePath(QStringLiteral("fra.yaml"));
    write(path, broken);
    const ConnectorRegistry types = testing::connectionTypes();
    ConnectionFiles files(directory.path(), types);
    files.load();
    ConnectionConfig config;
    config.id = EntityId("2f1b4a52-63a2-4f5e-9f6a-0a3f5b8f0a11");
    config.name = QStringLiteral("fra");
    const auto saved = files.save(config);
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::Conflict);
    QCOMPARE(saved.error().text, QStringLiteral("name: %1 exists but cannot be read; mend or move it, or take another "
                                                "name. It was left untouched.")
                                     .arg(path));
    QVERIFY(bool(files.remove(config.id)));
    QCOMPARE(read(path), broken);
}

void tst_ConnectionFiles::savesAndRenames()
{
    QTemporaryDir directory;
    const ConnectorRegistry types = testing::connectionTypes();
    ConnectionFiles files(directory.filePath(QStringLiteral("connections.d")), types);
    files.load();
    ConnectionConfig config;
    config.id = EntityId("2f1b4a52-63a2-4f5e-9f6a-0a3f5b8f0a11");
    config.name = QStringLiteral("one");
    config.type = QStringLiteral("docker");
    config.address = QStringLiteral("tcp://a:1");
    QVERIFY(bool(files.save(config)));
    config.name = QStringLiteral("two words");
    QVERIFY(bool(files.save(config)));
    ConnectionConfig other = config;
    other.id = EntityId("2f1b4a52-63a2-4f5e-9f6a-0a3f5b8f0a12");
    QCOMPARE(files.save(other).error().kind, ErrorKind::Conflict);

    ConnectionFiles again(directory.filePath(QStringLiteral("connections.d")), types);
    again.load();
    QCOMPARE(again.connections(), std::vector<ConnectionConfig>{config});
    QVERIFY(bool(again.remove(config.id)));
    again.load();
    QCOMPARE(print(again), QString());
}

void tst_ConnectionFiles::keepsFilesToTheirOwner()
{
    QTemporaryDir directory;
    const ConnectorRegistry types = testing::connectionTypes();
    ConnectionFiles files(directory.path(), types);
    ConnectionConfig config;
    config.id = EntityId("2f1b4a52-63a2-4f5e-9f6a-0a3f5b8f0a11");
    config.name = QStringLiteral("one");
    QVERIFY(bool(files.save(config)));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(directory.filePath(QStringLiteral("one.yaml"))) & others));
}

void tst_ConnectionFiles::pausingKeepsWhatAPersonWrote()
{
    QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("dub.yaml"));
    write(path, "# Dublin, ask Aoife\ntype: docker\naddress: tcp://a:1 # the old one\n");
    const ConnectorRegistry types = testing::connectionTypes();
    ConnectionFiles files(directory.path(), types);
    files.load();
    ConnectionConfig config = files.connections().front();
    config.paused = true;
    QVERIFY(bool(files.save(config)));
    QCOMPARE(read(path),
             QByteArray("# Dublin, ask Aoife\ntype: docker\naddress: tcp://a:1 # the old one\npaused: true\n"));
    config.paused = false;
    QVERIFY(bool(files.save(config)));
    QCOMPARE(read(path), QByteArray("# Dublin, ask Aoife\ntype: docker\naddress: tcp://a:1 # the old one\n"));

    // In one line there is no line of its own to take away: the file is written anew.
    write(path, "{type: docker, address: 'tcp://a:1', paused: true}");
    files.load();
    config = files.connections().front();
    config.paused = false;
    QVERIFY(bool(files.save(config)));
    files.load();
    QCOMPARE(files.connections(), std::vector<ConnectionConfig>{config});
}

void tst_ConnectionFiles::looksAtTheFilesThatAreNamed()
{
    QTemporaryDir directory;
    const QString key = directory.filePath(QStringLiteral("me.key"));
    write(key, "secret");
    QVERIFY(QFile(key).setPermissions(QFile::ReadOwner | QFile::ReadOther));
    write(directory.filePath(QStringLiteral("a.yaml")),
          "type: docker\naddress: tcp://a:1\ntls:\n  certificate: " + key.toUtf8() + "\n  key: " + key.toUtf8() +
              "\n  ca: /nowhere/ca.pem\ntoken: file:/nowhere/token\n");
    const ConnectorRegistry types = testing::connectionTypes();
    ConnectionFiles files(directory.path(), types);
    files.load();
    QCOMPARE(files.broken().size(), size_t(0)); // it is a connection all the same, and will say so itself
    QStringList said;
    const std::vector<BrokenConnectionFile> checked = files.checkFiles();
    QCOMPARE(checked.size(), size_t(1));
    for (const Mistake &mistake : checked.front().mistakes)
        said.append(mistake.toString());
    QCOMPARE(
        said,
        QStringList({QStringLiteral("line 6, tls.ca: /nowhere/ca.pem cannot be read"),
                     QStringLiteral("line 5, tls.key: %1 is readable by others; close it with \"chmod 600\"").arg(key),
                     QStringLiteral("line 7, token: /nowhere/token cannot be read")}));
}

QTEST_GUILESS_MAIN(tst_ConnectionFiles)
#include "tst_connectionfiles.moc"
