// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/connector.h"

#include <QTimer>

#include <memory>

namespace graticule {

class CurlLoop;

/// A connector each of whose sessions is an object of its own: a Session has the connector's signals, start(), probe()
/// and close(), and is made with (context, memory, loop, parent). Memory is what one session leaves to the next.
template<class Session, class Memory> class SessionConnector : public Connector
{
public:
    /// @p loop: of this thread, shared with other connectors.
    SessionConnector(ConnectorContext context, std::unique_ptr<Memory> memory, std::shared_ptr<CurlLoop> loop)
        : m_context(std::move(context))
        , m_loop(std::move(loop))
        , m_memory(std::move(memory))
    {
    }
    ~SessionConnector() override { delete m_session; } // before what it refers to

    void start() override
    {
        stop();
        m_session = new Session(m_context, *m_memory, m_loop, this);
        connect(m_session, &Session::listed, this, &Connector::listed);
        connect(m_session, &Session::changed, this, &Connector::changed);
        connect(m_session, &Session::beat, this, &Connector::beat);
        connect(m_session, &Session::sampled, this, &Connector::sampled);
        if constexpr (requires { &Session::happened; })
            connect(m_session, &Session::happened, this, &Connector::happened);
        connect(m_session, &Session::failed, this, [this](const Error &error) {
            stop();
            Q_EMIT failed(error);
        });
        // Later: whoever starts us need not expect an answer before start() returns.
        QTimer::singleShot(0, m_session, [this, session = m_session] { begin(*session, m_context); });
    }

    void stop() override
    {
        if (!m_session)
            return;
        m_session->disconnect(this);
        m_session->close();
        m_session->deleteLater(); // we may be inside one of its signals
        m_session = nullptr;
    }

    void probe() override
    {
        if (m_session)
            m_session->probe();
    }

protected:
    /// Reads what the session needs to know of the connection, and starts it.
    virtual void begin(Session &session, const ConnectorContext &context) = 0;
    Session *session() const { return m_session; }
    const ConnectorContext &context() const { return m_context; }
    const Memory &memory() const { return *m_memory; }

private:
    const ConnectorContext m_context;
    const std::shared_ptr<CurlLoop> m_loop;
    const std::unique_ptr<Memory> m_memory;
    Session *m_session = nullptr; // a child; null between sessions
};

} // namespace graticule
