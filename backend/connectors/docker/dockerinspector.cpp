// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/docker/dockerinspector.h"

#include "backend/connectors/docker/dockerparser.h"

namespace graticule {
namespace {

constexpr int kAtOnce = 4;
constexpr int kAtOnceLater = 1; // each more is a connection more, and nobody waits for them

HttpLimits inspectionLimits()
{
    HttpLimits limits;
    limits.body = 8 << 20;
    return limits;
}

} // namespace

DockerInspector::DockerInspector(DockerApi &api, const ConnectorContext &context)
    : m_api(api)
    , m_context(context)
{
}

void DockerInspector::addContainer(const QString &id, bool urgent)
{
    add({false, id, urgent});
}

void DockerInspector::addVolume(const QString &name)
{
    add({true, name, /*urgent=*/true});
}

void DockerInspector::add(Item item)
{
    if (const auto known = m_waiting.constFind(item); known != m_waiting.cend()) {
        if (known->urgent || !item.urgent)
            return;
        m_later.erase(std::find(m_later.begin(), m_later.end(), item));
        m_waiting.erase(known);
    }
    m_waiting.insert(item);
    (item.urgent ? m_urgent : m_later).push_back(std::move(item));
    pump();
}

void DockerInspector::forgetUrgent()
{
    m_begun += m_urgent.size();
    for (const Item &item : m_urgent)
        m_waiting.remove(item);
    m_urgent.clear();
}

void DockerInspector::pump()
{
    while (m_underway < (m_urgent.empty() ? kAtOnceLater : kAtOnce) && !m_waiting.isEmpty() && !m_resting) {
        if (!m_context.load.mayRequest()) {
            m_resting = true;
            m_context.clock.after(m_context.load.wait(), this, [this] {
                m_resting = false;
                pump();
            });
            return;
        }
        std::deque<Item> &queue = m_urgent.empty() ? m_later : m_urgent;
        const Item item = std::move(queue.front());
        queue.pop_front();
        m_waiting.remove(item);
        m_begun += item.urgent;
        ++m_underway;
        ask(item);
    }
}

void DockerInspector::ask(const Item &item)
{
    const QByteArray name = item.name.toUtf8().toPercentEncoding();
    if (item.isVolume) {
        m_api.get<DockerVolume>("/volumes/" + name, QStringLiteral("describe a volume"), inspectionLimits(),
                                parseDockerVolume, this, [this, item](const Result<DockerVolume> &read) {
                                    if (read)
                                        Q_EMIT volumeRead(*read);
                                    else if (read.error().kind == ErrorKind::NotFound)
                                        Q_EMIT volumeGone(item.name);
                                    else if (!passOver(item, read.error()))
                                        return;
                                    step();
                                });
        return;
    }
    m_api.get<DockerContainer>("/containers/" + name + "/json", QStringLiteral("describe a container"),
                               inspectionLimits(), parseDockerContainer, this,
                               [this, item](const Result<DockerContainer> &read) {
                                   if (read)
                                       Q_EMIT containerRead(*read);
                                   else if (read.error().kind == ErrorKind::NotFound)
                                       Q_EMIT containerGone(item.name);
                                   else if (!passOver(item, read.error()))
                                       return;
                                   step();
                               });
}

bool DockerInspector::passOver(const Item &item, const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Unreachable:
    case ErrorKind::TimedOut:
    case ErrorKind::Disconnected:
    case ErrorKind::Certificate:
        Q_EMIT failed(error);
        return false;
    default:
        if (item.urgent)
            Q_EMIT passedOver();
        return true;
    }
}

void DockerInspector::step()
{
    --m_underway;
    Q_EMIT stepped();
    pump();
}

} // namespace graticule
