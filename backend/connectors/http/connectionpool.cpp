// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/http/connectionpool.h"

#include "backend/connectors/http/curlloop.h"
#include "backend/connectors/http/httptransfer.h"

#include <QThread>

#include <curl/curl.h>

namespace graticule {

ConnectionPool::ConnectionPool(std::shared_ptr<CurlLoop> loop)
    : m_loop(std::move(loop))
    , m_connections(curl_share_init())
{
    Q_ASSERT(m_loop->thread() == QThread::currentThread());
    // Without this they would lie with the loop, and libcurl would choose among those of all clients.
    if (curl_share_setopt(m_connections, CURLSHOPT_SHARE, CURL_LOCK_DATA_CONNECT) != CURLSHE_OK ||
        curl_share_setopt(m_connections, CURLSHOPT_SHARE, CURL_LOCK_DATA_DNS) != CURLSHE_OK)
        qFatal("libcurl cannot keep the connections of clients apart");
}

ConnectionPool::~ConnectionPool()
{
    const QSet<HttpTransfer *> left = m_transfers;
    for (HttpTransfer *transfer : left)
        transfer->abandon();
    curl_share_cleanup(m_connections);
}

void ConnectionPool::add(HttpTransfer *transfer)
{
    m_transfers.insert(transfer);
    curl_easy_setopt(transfer->easy(), CURLOPT_SHARE, m_connections);
    m_loop->add(transfer);
}

void ConnectionPool::remove(HttpTransfer *transfer)
{
    if (!m_transfers.remove(transfer))
        return;
    m_loop->remove(transfer);
    curl_easy_setopt(transfer->easy(), CURLOPT_SHARE, nullptr);
}

} // namespace graticule
