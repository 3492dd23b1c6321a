// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/docker/dockerinspector.h"

#include "backend/connectors/docker/dockerparser.h"

namespace graticule {
namespace {

constexpr int kAtOnce = 4;

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
    add({false, id}, urgent);
}

void DockerInspector::addVolume(const QString &name)
{
    add({true, name}, /*urgent=*/true);
}

void DockerInspector::add(Item item, bool urgent)
{
    if (m_waiting.contains(item)) {
        if (!urgent)
            return;
        m_queue.erase(std::find(m_queue.begin(), m_queue.end(), item));
    }
    m_waiting.insert(item);
    if (urgent)
        m_queue.push_front(std::move(item));
    else
        m_queue.push_back(std::move(item));
    pump();
}

void DockerInspector::pump()
{
    while (m_underway < kAtOnce && !m_queue.empty() && !m_resting) {
        if (!m_context.load.mayRequest()) {
            m_resting = true;
            m_context.clock.after(m_context.load.wait(), this, [this] {
                m_resting = false;
                pump();
            });
            return;
        }
        const Item item = std::move(m_queue.front());
        m_queue.pop_front();
        m_waiting.remove(item);
        ++m_underway;
        ask(item);
    }
}

void DockerInspector::ask(const Item &item)
{
    const QByteArray name = item.name.toUtf8().toPercentEncoding();
    if (item.isVolume) {
        m_api.get<DockerVolume>("/volumes/" + name, QStringLiteral("describe a volume"), inspectionLimits(),
                                parseDockerVolume, this, [this, volume = item.name](const Result<DockerVolume> &read) {
                                    if (read)
                                        Q_EMIT volumeRead(*read);
                                    else if (read.error().kind == ErrorKind::NotFound)
                                        Q_EMIT volumeGone(volume);
                                    else if (!passOver(read.error()))
                                        return;
                                    step();
                                });
        return;
    }
    m_api.get<DockerContainer>("/containers/" + name + "/json", QStringLiteral("describe a container"),
                               inspectionLimits(), parseDockerContainer, this,
                               [this, id = item.name](const Result<DockerContainer> &read) {
                                   if (read)
                                       Q_EMIT containerRead(*read);
                                   else if (read.error().kind == ErrorKind::NotFound)
                                       Q_EMIT containerGone(id);
                                   else if (!passOver(read.error()))
                                       return;
                                   step();
                               });
}

bool DockerInspector::passOver(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Unreachable:
    case ErrorKind::TimedOut:
    case ErrorKind::Disconnected:
    case ErrorKind::Certificate:
        Q_EMIT failed(error);
        return false;
    default:
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
