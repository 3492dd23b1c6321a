// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/controlservice.h"

#include <condition_variable>

// An answer in many pieces, inside of the server.

namespace graticule {

/// Sends messages one after the other: whoever makes them waits for a slow reader, so that nothing piles up.
/// Thread-safe.
template<class Message>
class PieceCall : public grpc::ServerWriteReactor<Message>,
                  public OpenCall,
                  public std::enable_shared_from_this<PieceCall<Message>>
{
public:
    explicit PieceCall(std::shared_ptr<ServiceState> state)
        : m_state(std::move(state))
    {
    }

    grpc::Status open(const Shown &shown, Permission needed)
    {
        m_self = this->shared_from_this(); // until OnDone
        return m_state->add(m_self, shown, needed);
    }

    /// Waits until the piece before is sent, then has @p fill make this one. False when the call is over, or its reader
    /// took nothing for a minute.
    template<class Fill> bool send(Fill fill)
    {
        std::unique_lock lock(m_mutex);
        const bool isReady = m_sent.wait_for(lock, kPatience, [this] { return !m_isWriting || m_isFinished; });
        if (m_isFinished)
            return false;
        if (!isReady) {
            lock.unlock();
            close({grpc::StatusCode::DEADLINE_EXCEEDED, "nobody took what was sent for a minute"});
            return false;
        }
        m_message.Clear();
        fill(&m_message);
        m_isWriting = true;
        this->StartWrite(&m_message);
        return true;
    }

    /// After the last piece is sent.
    void finish(const grpc::Status &status)
    {
        {
            std::unique_lock lock(m_mutex);
            m_sent.wait_for(lock, kPatience, [this] { return !m_isWriting || m_isFinished; });
        }
        close(status);
    }

    void end(const std::string &why) override { close({grpc::StatusCode::UNAVAILABLE, why}); }
    void OnWriteDone(bool ok) override
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_isWriting = false;
        }
        m_sent.notify_all();
        if (!ok)
            close(grpc::Status::CANCELLED);
    }
    void OnCancel() override { close(grpc::Status::CANCELLED); }
    void OnDone() override
    {
        m_state->remove(this);
        const auto keep = std::move(m_self);
    }

private:
    static constexpr std::chrono::seconds kPatience{60};

    void close(const grpc::Status &status)
    {
        {
            const std::scoped_lock lock(m_mutex);
            if (std::exchange(m_isFinished, true))
                return;
        }
        m_sent.notify_all();
        this->Finish(status);
    }

    std::shared_ptr<ServiceState> m_state;
    std::shared_ptr<PieceCall> m_self;
    std::mutex m_mutex;
    std::condition_variable m_sent;
    Message m_message; ///< not touched while m_isWriting
    bool m_isWriting = false;
    bool m_isFinished = false;
};

} // namespace graticule
