// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/valuecodec.h"

#include "backend/control/entitycodec.h"

#include <control.pb.h>

#include <cmath>

namespace graticule {
namespace v1 = control::v1;
namespace {

constexpr qint64 kLatestMs = 253'402'300'799'999; // the year 9999: nobody's clock is there, and sums may not pass it

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

// Both enums are numbered alike; what we do not know is unknown.
static_assert(int(OptionKind::Pairs) == v1::OPTION_KIND_PAIRS && int(OptionGroup::Budget) == v1::OPTION_GROUP_BUDGET);

static void encode(const OptionSchema &from, v1::OptionSchema *to)
{
    to->set_name(from.name.toStdString());
    to->set_help(from.help.toStdString());
    to->set_fallback(from.fallback.toStdString());
    to->set_required(from.required);
    to->set_kind(v1::OptionKind(from.kind));
    to->set_group(v1::OptionGroup(from.group));
    to->set_title(from.title.toStdString());
    to->set_example(from.example.toStdString());
    put(from.choices, to->mutable_choices());
    to->set_pattern(from.pattern.toStdString());
    to->set_least(from.least);
    to->set_most(from.most);
    to->set_advanced(from.advanced);
}

static OptionSchema decode(const v1::OptionSchema &from)
{
    OptionSchema option{text(from.name()), text(from.help()), text(from.fallback()), from.required()};
    option.kind = v1::OptionKind_IsValid(from.kind()) ? OptionKind(from.kind()) : OptionKind::Unknown;
    option.group = v1::OptionGroup_IsValid(from.group()) ? OptionGroup(from.group()) : OptionGroup::Unknown;
    option.title = text(from.title());
    option.example = text(from.example());
    option.choices = texts(from.choices());
    option.pattern = text(from.pattern());
    option.least = std::isfinite(from.least()) ? from.least() : 0;
    option.most = std::isfinite(from.most()) ? from.most() : 0;
    option.advanced = from.advanced();
    return option;
}

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
    to->set_site(from.site.utf8().toStdString());
}

Description decode(const v1::Description &from)
{
    Description d;
    d.keeperId = text(from.keeper_id());
    d.name = text(from.name());
    d.version = text(from.version());
    d.build = text(from.build());
    d.epoch = from.epoch();
    if (from.at_ms() > 0 && from.at_ms() <= kLatestMs)
        d.at = instantFromMs(from.at_ms());
    d.keeperPath = texts(from.keeper_path());
    d.capabilities = texts(from.capabilities());
    d.permissions = texts(from.permissions());
    d.caller = text(from.caller());
    d.mode = text(from.mode());
    d.configured = from.configured();
    d.processId = from.process_id();
    d.site = EntityId(QByteArray::fromStdString(from.site()));
    return d;
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
        out->set_address_example(type.addressExample.toStdString());
        out->set_address_optional(type.addressOptional);
        for (const OptionSchema &option : type.options)
            encode(option, out->add_options());
        for (const OptionSchema &field : type.fields)
            encode(field, out->add_fields());
    }
}

QList<ConnectorTypeInfo> decode(const v1::TypesReply &from)
{
    QList<ConnectorTypeInfo> result;
    for (const v1::ConnectorType &type : from.types()) {
        ConnectorTypeInfo info{text(type.type()), text(type.title()), text(type.address_help()), {}};
        info.addressExample = text(type.address_example());
        info.addressOptional = type.address_optional();
        for (const v1::OptionSchema &option : type.options())
            info.options.append(decode(option));
        for (const v1::OptionSchema &field : type.fields())
            info.fields.append(decode(field));
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
