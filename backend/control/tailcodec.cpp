// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/tailcodec.h"

#include "control.pb.h"

namespace graticule {
namespace v1 = control::v1;
namespace {

constexpr int kMostName = 1000;                                   // bytes of an entity or a metric
constexpr quint64 kLatestMs = 253'402'300'799'999;                // the year 9999; a clock cannot be further off
constexpr qsizetype kMostNamesRead = 2 * TailEncoder::kMostNames; // a call ends soon after the first is reached

} // namespace

void TailEncoder::encode(const SampleTail::Part &part, v1::TailReply *to)
{
    to->set_next(part.next);
    to->set_lost(part.lost);
    qint64 before = 0;
    for (const Sample &sample : part.samples) {
        const std::pair key{sample.entity, sample.metric};
        auto number = m_numbers.constFind(key);
        if (number == m_numbers.cend()) {
            number = m_numbers.insert(key, quint32(m_numbers.size() + 1));
            v1::TailSeries *name = to->add_names();
            name->set_entity(sample.entity.utf8().toStdString());
            name->set_metric(sample.metric.toStdString());
        }
        const qint64 ms = toMs(sample.at);
        to->add_series(*number);
        to->add_at_ms(qint64(quint64(ms) - quint64(before)));
        to->add_value(sample.value);
        before = ms;
    }
}

std::optional<SampleTail::Part> TailDecoder::decode(const v1::TailReply &from)
{
    if (from.at_ms_size() != from.series_size() || from.value_size() != from.series_size() ||
        qsizetype(m_names.size()) + from.names_size() > kMostNamesRead)
        return {};
    for (const v1::TailSeries &name : from.names()) {
        if (name.entity().size() > kMostName || name.metric().size() > kMostName)
            return {};
        m_names.emplace_back(EntityId(QByteArray::fromStdString(name.entity())), QString::fromStdString(name.metric()));
    }
    SampleTail::Part part;
    part.next = from.next();
    part.lost = from.lost();
    part.samples.reserve(from.series_size());
    quint64 ms = 0; // wraps where the sender is mad
    for (int i = 0; i < from.series_size(); ++i) {
        const quint32 number = from.series(i);
        if (number == 0 || number > m_names.size())
            return {};
        ms += quint64(from.at_ms(i));
        if (ms > kLatestMs) // before 1970, too
            continue;
        const auto &[entity, metric] = m_names[number - 1];
        part.samples.append({entity, metric, instantFromMs(qint64(ms)), from.value(i)});
    }
    return part;
}

} // namespace graticule
