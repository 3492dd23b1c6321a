// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>

#include <memory>

namespace graticule {

class CurlLoop;
class HttpTransfer;

/// The connections and requests of one client on a loop that it shares with others. Its connections are its own: no
/// other client is ever given one, whatever certificates and authorities they have in common. They end with it, but for
/// the farewell of those that use TLS, which newer libcurls say on their own. Names are looked up for itself, too.
class ConnectionPool
{
public:
    /// @p loop is of this thread.
    explicit ConnectionPool(std::shared_ptr<CurlLoop> loop);
    ~ConnectionPool(); ///< cancels what still runs, without a word
    Q_DISABLE_COPY_MOVE(ConnectionPool)

    CurlLoop &loop() { return *m_loop; }

    // For HttpTransfer only.
    void add(HttpTransfer *transfer);
    void remove(HttpTransfer *transfer);

private:
    std::shared_ptr<CurlLoop> m_loop;
    void *m_connections; // CURLSH
    QSet<HttpTransfer *> m_transfers;
};

} // namespace graticule
