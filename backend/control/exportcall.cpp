// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/exportcall.h"

namespace graticule {
namespace {

constexpr std::chrono::seconds kPatience{60};

} // namespace

ExportCall::ExportCall(std::shared_ptr<ServiceState> state)
    : m_state(std::move(state))
{
}

grpc::Status ExportCall::open(const Shown &shown)
{
    m_self = shared_from_this(); // until OnDone
    return m_state->add(m_self, shown, Permission::View);
}

bool ExportCall::take(const IncidentPart &part)
{
    std::unique_lock lock(m_mutex);
    const bool isReady = m_sent.wait_for(lock, kPatience, [this] { return !m_isWriting || m_isFinished; });
    if (m_isFinished)
        return false;
    if (!isReady) {
        lock.unlock();
        close({grpc::StatusCode::DEADLINE_EXCEEDED, "nobody took what was exported for a minute"});
        return false;
    }
    m_reply.Clear();
    m_reply.set_data(part.data.constData(), size_t(part.data.size()));
    m_reply.set_permille(quint32(part.permille));
    m_reply.set_step(part.step.toStdString());
    m_reply.set_expected(part.expected);
    m_reply.set_finished(part.finished);
    m_isWriting = true;
    StartWrite(&m_reply);
    return true;
}

void ExportCall::finish(const grpc::Status &status)
{
    {
        std::unique_lock lock(m_mutex);
        m_sent.wait_for(lock, kPatience, [this] { return !m_isWriting || m_isFinished; });
    }
    close(status);
}

void ExportCall::end(const std::string &why)
{
    close({grpc::StatusCode::UNAVAILABLE, why});
}

void ExportCall::OnWriteDone(bool ok)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isWriting = false;
    }
    m_sent.notify_all();
    if (!ok)
        close(grpc::Status::CANCELLED);
}

void ExportCall::OnCancel()
{
    close(grpc::Status::CANCELLED);
}

void ExportCall::OnDone()
{
    m_state->remove(this);
    const auto keep = std::move(m_self);
}

void ExportCall::close(const grpc::Status &status)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (std::exchange(m_isFinished, true))
            return;
    }
    m_sent.notify_all();
    Finish(status);
}

} // namespace graticule
