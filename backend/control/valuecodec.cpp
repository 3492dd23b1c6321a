// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/valuecodec.h"

#include "backend/control/entitycodec.h"

#include <control.pb.h>

#include <cmath>

namespace graticule {
namespace v1 = control::v1;
namespace {

QString text(const std::string &utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

template<class Repeated> void put(const QStringList &from, Repeated *to)
{
    for (const QString &item : from)
        to->Add(item.toStdString());
}

template<class Repeated> QStringList texts(const Repeated &from)
{
    QStringList result;
    for (const std::string &item : from)
        result.append(text(item));
    return result;
}

} // namespace

void encode(const Description &from, v1::Description *to)
{
    to->set_keeper_id(from.keeperId.toStdString());
    to->set_name(from.name.toStdString());
    to->set_version(from.version.toStdString());
    to->set_build(from.build.toStdString());
    to->set_epoch(from.epoch);
    to->set_at_ms(toMs(from.at));
    put(from.keeperPath, to->mutable_keeper_path());
    put(from.capabilities, to->mutable_capabilities());
    put(from.permissions, to->mutable_permissions());
    to->set_caller(from.caller.toStdString());
    to->set_mode(from.mode.toStdString());
    to->set_configured(from.configured);
    to->set_process_id(from.processId);
}

Description decode(const v1::Description &from)
{
    Description d;
    d.keeperId = text(from.keeper_id());
    d.name = text(from.name());
    d.version = text(from.version());
    d.build = text(from.build());
    d.epoch = from.epoch();
    d.at = instantFromMs(from.at_ms());
    d.keeperPath = texts(from.keeper_path());
    d.capabilities = texts(from.capabilities());
    d.permissions = texts(from.permissions());
    d.caller = text(from.caller());
    d.mode = text(from.mode());
    d.configured = from.configured();
    d.processId = from.process_id();
    return d;
}

void encode(const QList<Sample> &from, v1::SamplesReply *to)
{
    v1::Series *series = nullptr;
    for (const Sample &sample : from) {
        const std::string entity = sample.entity.utf8().toStdString();
        const std::string metric = sample.metric.toStdString();
        if (!series || series->entity() != entity || series->metric() != metric) {
            series = to->add_series();
            series->set_entity(entity);
            series->set_metric(metric);
        }
        series->add_at_ms(toMs(sample.at));
        series->add_value(sample.value);
    }
}

QList<Sample> decode(const v1::SamplesReply &from)
{
    QList<Sample> result;
    for (const v1::Series &series : from.series()) {
        const EntityId entity(QByteArray::fromStdString(series.entity()));
        const QString metric = text(series.metric());
        for (int i = 0; i < std::min(series.at_ms_size(), series.value_size()); ++i) {
            if (std::isfinite(series.value(i)))
                result.append({entity, metric, instantFromMs(series.at_ms(i)), series.value(i)});
        }
    }
    return result;
}

void encode(const QList<ConnectionConfig> &from, v1::ConnectionList *to)
{
    for (const ConnectionConfig &config : from)
        encode(config, to->add_connections());
}

QList<ConnectionConfig> decode(const v1::ConnectionList &from)
{
    QList<ConnectionConfig> result;
    for (const v1::ConnectionConfig &config : from.connections())
        result.append(decode(config));
    return result;
}

void encode(const TestStep &from, v1::TestStep *to)
{
    to->set_text(from.text.toStdString());
    to->set_detail(from.detail.toStdString());
    to->set_passed(from.passed);
    to->set_finished(from.finished);
    if (!from.error.text.isEmpty())
        encode(from.error, to->mutable_error());
}

TestStep decode(const v1::TestStep &from)
{
    TestStep step{text(from.text()), text(from.detail()), from.passed(), {}, from.finished()};
    if (from.has_error())
        step.error = decode(from.error());
    return step;
}

void encode(const QList<DiscoveredEndpoint> &from, v1::DiscoverReply *to)
{
    for (const DiscoveredEndpoint &endpoint : from) {
        v1::DiscoveredEndpoint *out = to->add_endpoints();
        out->set_type(endpoint.type.toStdString());
        out->set_address(endpoint.address.toStdString());
        out->set_name(endpoint.name.toStdString());
        out->set_note(endpoint.note.toStdString());
        out->set_usable(endpoint.usable);
        out->set_connected(endpoint.connected);
    }
}

QList<DiscoveredEndpoint> decode(const v1::DiscoverReply &from)
{
    QList<DiscoveredEndpoint> result;
    for (const v1::DiscoveredEndpoint &e : from.endpoints())
        result.append({text(e.type()), text(e.address()), text(e.name()), text(e.note()), e.usable(), e.connected()});
    return result;
}

void encode(const QList<ConnectorTypeInfo> &from, v1::TypesReply *to)
{
    for (const ConnectorTypeInfo &type : from) {
        v1::ConnectorType *out = to->add_types();
        out->set_type(type.type.toStdString());
        out->set_title(type.title.toStdString());
        out->set_address_help(type.addressHelp.toStdString());
        for (const OptionInfo &option : type.options) {
            v1::OptionSchema *schema = out->add_options();
            schema->set_name(option.name.toStdString());
            schema->set_help(option.help.toStdString());
            schema->set_fallback(option.fallback.toStdString());
            schema->set_required(option.required);
        }
    }
}

QList<ConnectorTypeInfo> decode(const v1::TypesReply &from)
{
    QList<ConnectorTypeInfo> result;
    for (const v1::ConnectorType &type : from.types()) {
        ConnectorTypeInfo info{text(type.type()), text(type.title()), text(type.address_help()), {}};
        for (const v1::OptionSchema &option : type.options())
            info.options.append({text(option.name()), text(option.help()), text(option.fallback()), option.required()});
        result.append(info);
    }
    return result;
}

void encode(const QList<BrokenFile> &from, v1::BrokenReply *to)
{
    for (const BrokenFile &file : from) {
        v1::BrokenFile *out = to->add_files();
        out->set_path(file.path.toStdString());
        put(file.mistakes, out->mutable_mistakes());
    }
}

QList<BrokenFile> decode(const v1::BrokenReply &from)
{
    QList<BrokenFile> result;
    for (const v1::BrokenFile &file : from.files())
        result.append({text(file.path()), texts(file.mistakes())});
    return result;
}

void encode(const LabStatus &from, v1::LabStatus *to)
{
    to->set_running(from.running);
    to->set_sites(quint32(std::max(0, from.sites)));
    to->set_seed(from.seed);
    to->set_text(from.text.toStdString());
    put(from.regions, to->mutable_regions());
}

LabStatus decode(const v1::LabStatus &from)
{
    return {from.running(), int(std::min<quint32>(from.sites(), 1'000'000)), from.seed(), text(from.text()),
            texts(from.regions())};
}

} // namespace graticule
