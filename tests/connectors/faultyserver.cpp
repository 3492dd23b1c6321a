// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/connectors/faultyserver.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QSslServer>
#include <QTcpSocket>
#include <QTimer>

namespace graticule::testing {
namespace {
constexpr qint64 kBlock = 1 << 20;
}

Answer Answer::of(int status, const QByteArray &body, const QByteArray &headers)
{
    return {"HTTP/1.1 " + QByteArray::number(status) + " Whatever\r\n" + headers +
                "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body,
            0, 0, false};
}

Answer Answer::stream()
{
    return {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", 0, 0, false};
}

Answer Answer::stream(const QByteArray &first)
{
    Answer answer = stream();
    answer.bytes += QByteArray::number(first.size(), 16) + "\r\n" + first + "\r\n";
    return answer;
}

FaultyServer::~FaultyServer()
{
    closeAll();
}

void FaultyServer::listenTcp()
{
    auto *server = new QTcpServer(this);
    if (!server->listen(QHostAddress::LocalHost))
        qFatal("cannot listen: %s", qPrintable(server->errorString()));
    m_port = server->serverPort();
    m_address = QStringLiteral("tcp://127.0.0.1:%1").arg(m_port);
    connect(server, &QTcpServer::newConnection, this, [this, server] { accept(server->nextPendingConnection()); });
}

void FaultyServer::listenTls(const QSslConfiguration &configuration)
{
    auto *server = new QSslServer(this);
    server->setSslConfiguration(configuration);
    if (!server->listen(QHostAddress::LocalHost))
        qFatal("cannot listen: %s", qPrintable(server->errorString()));
    m_port = server->serverPort();
    m_address = QStringLiteral("https://localhost:%1").arg(m_port);
    connect(server, &QTcpServer::pendingConnectionAvailable, this,
            [this, server] { accept(server->nextPendingConnection()); });
}

void FaultyServer::listenUnix(const QString &path)
{
    auto *server = new QLocalServer(this);
    if (!server->listen(path))
        qFatal("cannot listen at %s: %s", qPrintable(path), qPrintable(server->errorString()));
    m_address = QStringLiteral("unix://") + path;
    connect(server, &QLocalServer::newConnection, this, [this, server] { accept(server->nextPendingConnection()); });
}

void FaultyServer::accept(QIODevice *device)
{
    device->setParent(this);
    m_peers.insert(device, {});
    if (m_frozen)
        return;
    connect(device, &QIODevice::readyRead, this, [this, device] { read(device); });
    connect(device, &QIODevice::bytesWritten, this, [this, device] { send(device); });
    const auto gone = [this, device] {
        m_peers.remove(device);
        device->deleteLater();
    };
    if (auto *tcp = qobject_cast<QTcpSocket *>(device))
        connect(tcp, &QTcpSocket::disconnected, this, gone);
    else if (auto *local = qobject_cast<QLocalSocket *>(device))
        connect(local, &QLocalSocket::disconnected, this, gone);
    read(device);
}

void FaultyServer::read(QIODevice *device)
{
    Peer &peer = m_peers[device];
    peer.received += device->readAll();
    qsizetype end = 0;
    while ((end = peer.received.indexOf("\r\n\r\n")) >= 0) {
        const QList<QByteArray> words = peer.received.left(peer.received.indexOf("\r\n")).split(' ');
        m_lastHead = peer.received.left(end);
        peer.received.remove(0, end + 4);
        m_asked.append(QString::fromUtf8(words.value(0) + ' ' + words.value(1)));
        peer.answer = m_script ? m_script(words.value(0), words.value(1)) : Answer::silence();
        peer.path = words.value(1);
        peer.isStream = peer.answer.bytes.startsWith(Answer::stream().bytes);
        peer.toSend += peer.answer.bytes;
        send(device);
        if (!m_peers.contains(device))
            return;
    }
}

void FaultyServer::send(QIODevice *device)
{
    const auto found = m_peers.find(device);
    if (found == m_peers.end() || device->bytesToWrite() > 4 * kBlock)
        return;
    Peer &peer = *found;
    if (!peer.toSend.isEmpty()) {
        const qsizetype piece = peer.answer.piece > 0 ? peer.answer.piece : peer.toSend.size();
        device->write(peer.toSend.left(piece));
        peer.toSend.remove(0, piece);
        flush(device);
        if (!peer.toSend.isEmpty())
            QTimer::singleShot(0, device, [this, device] { send(device); });
        return;
    }
    if (peer.answer.garbage > 0) {
        const qint64 block = std::min(kBlock, peer.answer.garbage);
        peer.answer.garbage -= block;
        device->write(QByteArray(block, 'x'));
        return;
    }
    if (peer.answer.closes && device->bytesToWrite() == 0)
        device->close();
}

void FaultyServer::flush(QIODevice *device)
{
    if (auto *tcp = qobject_cast<QTcpSocket *>(device))
        tcp->flush();
    else if (auto *local = qobject_cast<QLocalSocket *>(device))
        local->flush();
}

void FaultyServer::abort(QIODevice *device)
{
    if (auto *tcp = qobject_cast<QTcpSocket *>(device))
        tcp->abort();
    else if (auto *local = qobject_cast<QLocalSocket *>(device))
        local->abort();
}

void FaultyServer::say(const QByteArray &bytes, const QByteArray &to)
{
    for (auto it = m_peers.begin(); it != m_peers.end(); ++it) {
        if (!it->isStream || !it->path.contains(to))
            continue;
        it->toSend += QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
        send(it.key());
    }
}

void FaultyServer::closeAll()
{
    const QList<QIODevice *> devices = m_peers.keys();
    m_peers.clear();
    for (QIODevice *device : devices) {
        device->disconnect(this);
        abort(device);
        device->deleteLater();
    }
}

} // namespace graticule::testing
