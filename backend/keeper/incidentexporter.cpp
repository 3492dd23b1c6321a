// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/incidentexporter.h"

#include "backend/incident/incidentexport.h"

#include <future>

namespace graticule {
namespace {

const Error kBusy{ErrorKind::TooLarge, Fault::Input,
                  QStringLiteral("Two incident files are being made already; ask again in a moment."),
                  Milliseconds(5000)};

} // namespace

IncidentExporter::IncidentExporter(Of of, SampleStore &samples)
    : m_of(std::move(of))
    , m_samples(samples)
{
    m_pool.setMaxThreadCount(kAtOnce);
}

IncidentExporter::~IncidentExporter()
{
    m_isEnding = true;
    m_pool.waitForDone();
}

void IncidentExporter::write(const IncidentOrder &order, Take take, std::function<void(Result<Done>)> done)
{
    if (m_open.fetch_add(1) >= kAtOnce) {
        m_open.fetch_sub(1);
        done(kBusy);
        return;
    }
    m_pool.start([this, order, take = std::move(take), done = std::move(done)] {
        const auto connections = inKeeper<QList<ConnectionConfig>>(
            [this](const std::function<void(QList<ConnectionConfig>)> &answer) { answer(m_of.connections()); });
        const IncidentSource::Take orEnd = [this, &take](const IncidentPart &part) {
            return !m_isEnding && take(part);
        };
        IncidentExport work({.historyFile = m_of.historyFile,
                             .keyFile = m_of.keyFile,
                             .keeperId = m_of.keeperId,
                             .keeperName = m_of.keeperName,
                             .version = m_of.version,
                             .connections = connections.value_or(QList<ConnectionConfig>()),
                             .samples = [this](const SamplesQuery &query) { return ask(query); },
                             .now = m_of.now()},
                            order, orEnd);
        done(work.run());
        m_open.fetch_sub(1);
    });
}

/// Runs @p task in the keeper's thread, and waits for what it answers; nothing when the keeper ends meanwhile, which
/// waits for us.
template<class T> std::optional<T> IncidentExporter::inKeeper(std::function<void(std::function<void(T)>)> task)
{
    const auto promise = std::make_shared<std::promise<T>>();
    auto answer = promise->get_future();
    QMetaObject::invokeMethod(
        this, [promise, task = std::move(task)] { task([promise](T value) { promise->set_value(std::move(value)); }); },
        Qt::QueuedConnection);
    while (answer.wait_for(std::chrono::milliseconds(50)) != std::future_status::ready) {
        if (m_isEnding)
            return {};
    }
    return answer.get();
}

std::optional<SamplesAnswer> IncidentExporter::ask(const SamplesQuery &query)
{
    return inKeeper<SamplesAnswer>(
        [this, query](const std::function<void(SamplesAnswer)> &answer) { m_samples.read(query, this, answer); });
}

} // namespace graticule
