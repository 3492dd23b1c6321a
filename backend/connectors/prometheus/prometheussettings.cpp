// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/prometheus/prometheussettings.h"

#include "backend/connectors/commonfields.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QUrl>

namespace graticule {
namespace {

Error mistake(const char *field, const QString &text)
{
    return {ErrorKind::Invalid, Fault::Input, QLatin1String(field) + QStringLiteral(": ") + text, std::nullopt};
}

bool isLoopback(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

QString inBrackets(const QString &host)
{
    return host.contains(QLatin1Char(':')) ? QLatin1Char('[') + host + QLatin1Char(']') : host;
}

/// What a person typed before an @ may be a password.
QString withoutUser(QString address)
{
    const qsizetype begin = address.indexOf(QLatin1String("://")) + 3;
    const qsizetype at = address.lastIndexOf(QLatin1Char('@'));
    return begin > 2 && at > begin ? address.remove(begin, at + 1 - begin) : address;
}

std::optional<Error> readAddress(const ConnectionConfig &config, PrometheusSettings &settings)
{
    const QString address = config.address.trimmed();
    HttpEndpoint &endpoint = settings.endpoint;
    endpoint.shown = withoutUser(address).left(200);
    const QUrl url(address, QUrl::StrictMode);
    const bool tls = url.scheme() == QLatin1String("https");
    if (!tls && url.scheme() != QLatin1String("http"))
        return mistake(
            "address",
            QStringLiteral("\"%1\" is not understood. Write %2.").arg(endpoint.shown, prometheusAddressHelp()));
    const QString host = url.host();
    if (!url.isValid() || host.isEmpty())
        return mistake("address", QStringLiteral("%1 names no host.").arg(endpoint.shown));
    if (!url.userInfo().isEmpty())
        return mistake("address", QStringLiteral("%1 has a user in it; the user goes into the option user, the "
                                                 "password by reference into token.")
                                      .arg(endpoint.shown));
    if (url.hasQuery() || url.hasFragment())
        return mistake("address", QStringLiteral("%1 has more than host, port and path in it.").arg(endpoint.shown));
    if (!tls && !config.token.isEmpty() && !isLoopback(host))
        return mistake("token",
                       QStringLiteral("it would be sent to %1 in clear text; use https://.").arg(endpoint.shown));
    QByteArray prefix = url.path(QUrl::FullyEncoded).toUtf8();
    static const QRegularExpression api(QStringLiteral("(/api(/v1)?(/query)?)?/*$"));
    prefix.truncate(QString::fromUtf8(prefix).indexOf(api)); // as copied from a browser or a manual
    settings.prefix = prefix;
    const QByteArray port = QByteArray::number(url.port(tls ? 443 : 80));
    const QString name = tls && !config.serverName.isEmpty() ? config.serverName : host;
    endpoint.url = (tls ? "https://" : "http://") + inBrackets(name).toUtf8() + ':' + port;
    if (name != host)
        endpoint.connectTo = inBrackets(host).toUtf8() + ':' + port;
    return std::nullopt;
}

QStringList names(const QString &text)
{
    QStringList all;
    const QStringList parts = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &part : parts)
        all.append(part.trimmed());
    return all;
}

OptionSchema option(const char *name, const char *title, const char *help)
{
    OptionSchema schema{QLatin1String(name), QLatin1String(help)};
    schema.title = QLatin1String(title);
    return schema;
}

OptionSchema labelOption(const char *name, const char *title, const char *help, const char *fallback)
{
    OptionSchema schema = option(name, title, help);
    schema.fallback = schema.example = QLatin1String(fallback);
    schema.pattern = QStringLiteral("[A-Za-z_][A-Za-z0-9_]*( *, *[A-Za-z_][A-Za-z0-9_]*){0,15}");
    schema.advanced = schema.name != QLatin1String("site-labels");
    return schema;
}

} // namespace

QString prometheusAddressHelp()
{
    return QStringLiteral("http://host:9090, https://host, https://host/prometheus (with the path before /api/v1)");
}

std::vector<OptionSchema> prometheusOptions()
{
    std::vector<OptionSchema> all{
        labelOption("site-labels", "Site labels",
                    "Labels that name a target's site, the first that it has; without any the target's host is a site "
                    "of its own.",
                    "graticule_dev_site, site, datacenter, region"),
        labelOption("region-labels", "Region labels", "Labels that name the region of a target's site.",
                    "graticule_dev_region, region"),
        labelOption("country-labels", "Country labels",
                    "Labels with the two letters of the country of a target's site.", "graticule_dev_country, country"),
        labelOption("city-labels", "City labels", "Labels that name the city of a target's site.",
                    "graticule_dev_city, city"),
        labelOption("position-labels", "Position labels",
                    "Labels with latitude,longitude in degrees of a target's site.",
                    "graticule_dev_position, position"),
        labelOption("vantage-labels", "Vantage labels",
                    "Labels that name the site from which a probe was sent; without any that is where the server "
                    "stands.",
                    "graticule_dev_vantage, vantage, prober"),
    };
    OptionSchema selector = option("selector", "Selector", "Matchers that all queries get, to see a part only.");
    selector.example = QStringLiteral("env=\"prod\", job=~\"node|blackbox\"");
    const QString matcher = QStringLiteral("[A-Za-z_][A-Za-z0-9_]* *(=~|!~|!=|=) *\"([^\"\\\\]|\\\\.)*\"");
    selector.pattern = QStringLiteral("%1( *, *%1){0,31}").arg(matcher);
    all.push_back(selector);
    OptionSchema queries = option("queries-per-minute", "Queries per minute",
                                  "At most so many; the fewer, the later a change is seen. Beats are not among them.");
    queries.kind = OptionKind::Number;
    queries.fallback = QStringLiteral("15");
    queries.least = 2;
    queries.most = 240;
    all.push_back(queries);
    OptionSchema user = option("user", "User", "Of Basic authentication: the token is then this user's password.");
    user.example = QStringLiteral("graticule");
    user.pattern = QStringLiteral("[^:]{1,200}");
    all.push_back(user);
    OptionSchema tenant = option("tenant", "Tenant", "Of Mimir and the like: sent as X-Scope-OrgID.");
    tenant.example = QStringLiteral("team-a");
    tenant.pattern = QStringLiteral("[A-Za-z0-9!._*'()|-]{1,150}");
    tenant.advanced = true;
    all.push_back(tenant);
    all.push_back(proxyField());
    return all;
}

Result<PrometheusSettings> PrometheusSettings::of(const ConnectionConfig &config)
{
    PrometheusSettings settings;
    if (const auto error = readAddress(config, settings))
        return *error;
    QMap<QString, QString> given = config.options;
    for (const OptionSchema &schema : prometheusOptions()) {
        const QString said = given.value(schema.name).trimmed();
        if (const QString trouble = optionTrouble(schema, said); !said.isEmpty() && !trouble.isEmpty())
            return mistake(("options." + schema.name.toUtf8()).constData(), trouble);
        given.insert(schema.name, said.isEmpty() ? schema.fallback : said);
    }
    const auto value = [&](const char *name) { return given.value(QLatin1String(name)); };
    settings.siteLabels = names(value("site-labels"));
    settings.regionLabels = names(value("region-labels"));
    settings.countryLabels = names(value("country-labels"));
    settings.cityLabels = names(value("city-labels"));
    settings.positionLabels = names(value("position-labels"));
    settings.vantageLabels = names(value("vantage-labels"));
    settings.selector = value("selector");
    settings.queriesPerMinute = value("queries-per-minute").toDouble();
    settings.user = value("user").toUtf8();
    settings.tenant = value("tenant").toUtf8();
    settings.endpoint.proxy = value("proxy").toUtf8();
    if (!settings.user.isEmpty() && config.token.isEmpty())
        return mistake("token", QStringLiteral("is missing: it is the password of the option user."));
    return settings;
}

} // namespace graticule
