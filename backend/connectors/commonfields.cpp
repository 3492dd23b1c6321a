// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/commonfields.h"

namespace graticule {
namespace {

OptionSchema field(const char *name, const char *title, const char *help, OptionKind kind, OptionGroup group)
{
    OptionSchema schema{QLatin1String(name), QLatin1String(help), {}, false};
    schema.title = QLatin1String(title);
    schema.kind = kind;
    schema.group = group;
    return schema;
}

OptionSchema withExample(OptionSchema schema, const char *example)
{
    schema.example = QLatin1String(example);
    return schema;
}

OptionSchema withFallback(OptionSchema schema, const char *fallback, double most)
{
    schema.fallback = QLatin1String(fallback);
    schema.most = most;
    return schema;
}

} // namespace

std::vector<OptionSchema> tlsFields()
{
    const auto tls = [](const char *name, const char *title, const char *help, const char *example) {
        return withExample(field(name, title, help, OptionKind::File, OptionGroup::Tls), example);
    };
    std::vector<OptionSchema> fields{
        tls("tls.ca", "CA", "PEM file of the authorities to trust; without it those of the keeper's system.",
            "/etc/graticule/ca.pem"),
        tls("tls.certificate", "Certificate", "PEM file of the certificate that we show; needs the key too.",
            "/etc/graticule/client.pem"),
        tls("tls.key", "Key", "PEM file of that certificate's key, readable by its owner only.",
            "/etc/graticule/client.key"),
        withExample(field("tls.server-name", "Server name",
                          "Name to expect in the endpoint's certificate; without it the host of the address.",
                          OptionKind::Text, OptionGroup::Tls),
                    "engine.example"),
    };
    fields.back().pattern = QStringLiteral("[A-Za-z0-9.*_:-]{1,253}");
    return fields;
}

std::vector<OptionSchema> tokenField()
{
    return {withExample(field("token", "Token",
                              "Where the keeper finds the token: file:/path (readable by its owner only), env:NAME or "
                              "credential:NAME. Never the token itself.",
                              OptionKind::Secret, OptionGroup::Credentials),
                        "file:/etc/graticule/token")};
}

std::vector<OptionSchema> placeFieldSchemas()
{
    const auto place = [](const char *name, const char *title, const char *help, const char *example) {
        return withExample(field(name, title, help, OptionKind::Text, OptionGroup::Declared), example);
    };
    return {
        place("place.city", "City", "Name, or an airport's code.", "Frankfurt am Main"),
        place("place.country", "Country", "Two letters: whose law holds there.", "DE"),
        place("place.position", "Position", "Latitude,longitude in degrees; without it the city's.", "50.11,8.68"),
        place("place.region", "Region", "Your own group of sites.", "Europe"),
        place("place.site", "Site", "Its name; connections with the same one are one site.", "fra1"),
    };
}

std::vector<OptionSchema> labelsField()
{
    return {withExample(field("labels", "Labels",
                              "Declared of everything this connection tells, key=value, one a line; they win over the "
                              "endpoint's own labels.",
                              OptionKind::Pairs, OptionGroup::Declared),
                        "graticule.dev/provider=aws")};
}

std::vector<OptionSchema> budgetFields()
{
    return {
        withFallback(field("budget.requests-per-second", "Requests per second",
                           "At most what we may ask of the endpoint, averaged over ten seconds; 0 is no limit.",
                           OptionKind::Number, OptionGroup::Budget),
                     "20", 1e6),
        withFallback(field("budget.bytes-per-second", "Bytes per second",
                           "At most what we may make the endpoint send, averaged over ten seconds; 0 is no limit.",
                           OptionKind::Number, OptionGroup::Budget),
                     "4000000", 1e12),
    };
}

OptionSchema proxyField()
{
    OptionSchema proxy = withExample(
        field("proxy", "Proxy", "Proxy to go through, e.g. socks5h://host:1080.", OptionKind::Text, OptionGroup::Own),
        "socks5h://host:1080");
    proxy.pattern = QStringLiteral("(https?|socks4a?|socks5h?)://[^\\s@]+");
    proxy.advanced = true;
    return proxy;
}

std::vector<OptionSchema> probeFields()
{
    OptionSchema interval = withFallback(
        field(
            "probes.interval", "Probe every",
            "Seconds between two probes of the way to the endpoint, with those that need TLS at a third of the pace; 0 "
            "measures nothing.",
            OptionKind::Number, OptionGroup::Budget),
        "10", 3600);
    interval.advanced = true;
    return {interval};
}

std::vector<OptionSchema> optionsOf(const ConnectorType &type)
{
    std::vector<OptionSchema> options = type.options;
    OptionSchema slow =
        withFallback(field("slow-after", "Slow after", "Milliseconds after which an answer counts as slow.",
                           OptionKind::Number, OptionGroup::Own),
                     "1000", 600'000);
    slow.least = 1;
    slow.advanced = true;
    options.push_back(slow);
    return options;
}

std::vector<OptionSchema> joined(std::initializer_list<std::vector<OptionSchema>> lists)
{
    std::vector<OptionSchema> all;
    for (const auto &list : lists)
        all.insert(all.end(), list.begin(), list.end());
    return all;
}

} // namespace graticule
