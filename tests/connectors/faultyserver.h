// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QSslConfiguration>
#include <QStringList>

#include <functional>

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace graticule::testing {

/// What the server does with one request.
struct Answer
{
    QByteArray bytes;    ///< sent as they are, status line included
    int piece = 0;       ///< sent in pieces of so many bytes, each on its own; 0: at once
    qint64 garbage = 0;  ///< then so many bytes of 'x'
    bool closes = false; ///< then the connection is closed

    /// A well-formed answer with Content-Length.
    static Answer of(int status, const QByteArray &body, const QByteArray &headers = {});
    static Answer json(const QByteArray &body) { return of(200, body, "Content-Type: application/json\r\n"); }
    /// Headers of a chunked answer that stays open; see FaultyServer::say().
    static Answer stream();
    /// The same, which begins with that chunk.
    static Answer stream(const QByteArray &first);
    /// Nothing, ever.
    static Answer silence() { return {}; }
    /// These bytes and the end.
    static Answer raw(const QByteArray &bytes) { return {bytes, 0, 0, true}; }
};

/// A server in the test's own event loop that answers as badly as it is told to.
class FaultyServer : public QObject
{
    Q_OBJECT

public:
    using Script = std::function<Answer(const QByteArray &method, const QByteArray &path)>;

    FaultyServer() = default;
    /// Closes everything.
    ~FaultyServer() override;

    void listenTcp();
    void listenUnix(const QString &path);
    void listenTls(const QSslConfiguration &configuration);
    /// Connections are taken and never read; with nothing else this is a frozen process.
    void freeze() { m_frozen = true; }
    void closeAll(); ///< every open connection, at once

    void setScript(Script script) { m_script = std::move(script); }
    /// A chunk to every connection whose last answer was a stream; with @p to only to those whose request has that in
    /// its path.
    void say(const QByteArray &bytes, const QByteArray &to = {});

    QString address() const { return m_address; }
    quint16 port() const { return m_port; }
    const QStringList &asked() const { return m_asked; } ///< "GET /path", in order
    /// Request line and headers of the last one.
    const QByteArray &lastHead() const { return m_lastHead; }
    int connections() const { return int(m_peers.size()); }

private:
    struct Peer
    {
        QByteArray received;
        QByteArray toSend;
        Answer answer;
        QByteArray path;
        bool isStream = false;
    };
    void accept(QIODevice *device);
    void read(QIODevice *device);
    void send(QIODevice *device);
    static void flush(QIODevice *device);
    static void abort(QIODevice *device);

    Script m_script;
    QString m_address;
    quint16 m_port = 0;
    bool m_frozen = false;
    QHash<QIODevice *, Peer> m_peers;
    QStringList m_asked;
    QByteArray m_lastHead;
};

} // namespace graticule::testing
