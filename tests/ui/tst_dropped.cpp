// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/test.h"
#include "ui/dropped/droptarget.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QUrl>
#include <QWidget>

using namespace graticule;
using namespace Qt::Literals::StringLiterals;

/// Files that people drop on the window, and what is said of them.
class TestDropped : public testing::Test
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const QString &name, const QByteArray &text)
    {
        const QString path = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qWarning("cannot write %s", qPrintable(path));
        return path;
    }
    QString wordsOf(const QString &name, const QByteArray &text)
    {
        const DroppedFile file = DroppedFileReader::read(write(name, text));
        return file.isConnection() ? u"connection: "_s + file.words : file.words;
    }

private Q_SLOTS:
    void aConnectionFileFillsTheForm()
    {
        const QString path = write(
            u"dub.yaml"_s, "id: 6f1c2f0e-6f0f-4c6e-9d0e-0d8a52c7a001\ntype: docker\naddress: tcp://dub.example:2376\n"
                           "labels:\n  graticule.dev/site: dub1\n");
        const DroppedFile file = DroppedFileReader::read(path);
        QCOMPARE(file.kind, DroppedFile::Kind::Connection);
        QCOMPARE(file.config.type, u"docker"_s);
        QCOMPARE(file.config.address, u"tcp://dub.example:2376"_s);
        QCOMPARE(file.config.name, u"dub"_s);
        QVERIFY(file.config.id.isEmpty()); // a new one
        QCOMPARE(file.words, u"dub.yaml is filled in; nothing is saved yet"_s);
    }

    void anIncidentFileIsKnownByItsBegin()
    {
        const DroppedFile file = DroppedFileReader::read(write(u"x.bin"_s, "\x89GINCID\n and a gigabyte more"));
        QCOMPARE(file.kind, DroppedFile::Kind::Incident);
        QVERIFY(!file.isConnection());
        QCOMPARE(file.words, u"x.bin opens in a window of its own"_s);
    }

    void othersAreToldByName()
    {
        QCOMPARE(wordsOf(u"config"_s, "apiVersion: v1\nkind: Config\ncontexts:\n- name: a\n  context: {cluster: x}\n"
                                      "- name: b\n  context: {cluster: x}\nclusters:\n- name: x\n  cluster: {server: "
                                      "'https://k8s.example'}\n"),
                 u"connection: config has 2 contexts; a is filled in, nothing is saved yet"_s);
        QCOMPARE(wordsOf(u"notes.txt"_s, "Buy milk.\n"), u"notes.txt is nothing that Graticule knows"_s);
        QCOMPARE(wordsOf(u"photo.jpg"_s, QByteArray("\xff\xd8\0\0", 4)),
                 u"photo.jpg is nothing that Graticule knows"_s);
        QCOMPARE(
            wordsOf(u"typo.yaml"_s, "type: docker\nadress: x\n"),
            u"typo.yaml is no good connection file: line 2, adress: is not known here; did you mean \"address\"?"_s);
        QCOMPARE(wordsOf(u"huge.yaml"_s, QByteArray(qsizetype(DroppedFileReader::kLargest) + 1, 'a')),
                 u"huge.yaml is larger than any file that Graticule knows; it was not read"_s);
        QCOMPARE(DroppedFileReader::read(m_folder.filePath(u"gone"_s)).words, u"gone is not there any more"_s);
        QCOMPARE(DroppedFileReader::read(u"/dev/zero"_s).words, u"zero is no ordinary file"_s);
    }

    void aDockerContextBringsItsCertificates()
    {
        const QByteArray meta = R"({"Name":"edge","Endpoints":{"docker":{"Host":"tcp://10.0.0.1:2376"}}})";
        write(u"contexts/tls/abc/docker/ca.pem"_s, "-----BEGIN CERTIFICATE-----\n");
        write(u"contexts/meta/abc/meta.json"_s, meta);
        const DroppedFile file = DroppedFileReader::read(m_folder.filePath(u"contexts/meta/abc"_s));
        QCOMPARE(file.kind, DroppedFile::Kind::Connection);
        QCOMPARE(file.config.name, u"edge"_s);
        QCOMPARE(file.config.address, u"tcp://10.0.0.1:2376"_s);
        QCOMPARE(file.config.caFile, m_folder.filePath(u"contexts/tls/abc/docker/ca.pem"_s));
        QCOMPARE(wordsOf(u"other/meta.json"_s, "{}"), u"meta.json names no Docker endpoint"_s);
    }

    void certificatesLackOnlyAnAddress()
    {
        for (const char *name : {"certs/ca.pem", "certs/cert.pem", "certs/key.pem"})
            write(QLatin1String(name), "-----BEGIN CERTIFICATE-----\n");
        for (const QString &dropped : {u"certs"_s, u"certs/cert.pem"_s}) {
            const DroppedFile file = DroppedFileReader::read(m_folder.filePath(dropped));
            QCOMPARE(file.kind, DroppedFile::Kind::Certificates);
            QCOMPARE(file.config.keyFile, m_folder.filePath(u"certs/key.pem"_s));
            QCOMPARE(file.words, u"Certificates of certs are filled in; the address is missing"_s);
        }
        QDir().mkpath(m_folder.filePath(u"empty"_s));
        QCOMPARE(DroppedFileReader::read(m_folder.filePath(u"empty"_s)).words,
                 u"empty holds nothing that Graticule knows: no meta.json, ca.pem or cert.pem"_s);
    }

    void whatIsDroppedIsReadAndNotMoved()
    {
        QWidget window;
        DropTarget target(&window);
        QVERIFY(window.acceptDrops());
        QStringList read;
        connect(&target, &DropTarget::fileRead, this, [&](const DroppedFile &file) { read << file.words; });
        QMimeData files;
        files.setUrls({QUrl::fromLocalFile(write(u"a.yaml"_s, "type: docker\naddress: unix:///a\n")),
                       QUrl(u"https://example.org/b.yaml"_s)});
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction | Qt::MoveAction, &files, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction | Qt::MoveAction, &files, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window, &drop);
        QVERIFY(drop.isAccepted());
        QCOMPARE(drop.dropAction(), Qt::CopyAction);
        QTRY_COMPARE(read.join(u'|'), u"a.yaml is filled in; nothing is saved yet"_s);
    }
};

QTEST_MAIN(TestDropped)
#include "tst_dropped.moc"
