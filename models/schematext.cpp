// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schematext.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <vector>

namespace graticule {

namespace {

constexpr const char *kContext = "graticule::SchemaText";

// What the connectors of the house say; a test holds it against them.
[[maybe_unused]] constexpr const char *kTexts[] = {
    // kinds and addresses
    QT_TRANSLATE_NOOP("graticule::SchemaText", "This machine"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Graticule keeper or control API"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Keeper to measure the way to"),
    QT_TRANSLATE_NOOP("graticule::SchemaText",
                      "https://keeper.example:7443 or unix:///run/keeper.sock; nothing is read there"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Keeper's id"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Its id, as Describe tells it there; any other one is refused."),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "local (the machine that the keeper runs on)"),
    QT_TRANSLATE_NOOP("graticule::SchemaText",
                      "unix:///var/run/docker.sock, https://host:2376, tcp://host:2376 (TLS with tls.ca, "
                      "tls.certificate, tls.key), ssh://user@host, context:NAME (a docker context)"),
    QT_TRANSLATE_NOOP("graticule::SchemaText",
                      "unix:///run/keeper.sock, keeper.example:7443 or https://keeper.example:7443"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "lab:REGION, e.g. lab:europe"),
    QT_TRANSLATE_NOOP("graticule::SchemaText",
                      "http://host:9090, https://host, https://host/prometheus (with the path before /api/v1)"),
    // Kubernetes
    QT_TRANSLATE_NOOP("graticule::SchemaText",
                      "/path/to/kubeconfig (several: with a colon between them), context:NAME (of the keeper's own "
                      "kubeconfig), https://host:6443 (with token or tls.certificate)"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Context"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Which context of the kubeconfig; without it the file's current one."),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Namespace"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Looks at this namespace only; without it at all of them."),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Log-in program"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "The command line by which the context logs in, written out to confirm "
                                               "that it may be run on the keeper's computer."),
    // place
    QT_TRANSLATE_NOOP("graticule::SchemaText", "City"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Name, or an airport's code."),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Country"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Two letters: whose law holds there."),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Position"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Latitude,longitude in degrees; without it the city's."),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Region"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Your own group of sites."),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Site"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Its name; connections with the same one are one site."),
    // labels, TLS, credentials, budget
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Labels"),
    QT_TRANSLATE_NOOP("graticule::SchemaText",
                      "Declared of everything this connection tells, key=value, one a line; they win over the "
                      "endpoint's own labels."),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "CA"),
    QT_TRANSLATE_NOOP("graticule::SchemaText",
                      "PEM file of the authorities to trust; without it those of the keeper's system."),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Certificate"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "PEM file of the certificate that we show; needs the key too."),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Key"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "PEM file of that certificate's key, readable by its owner only."),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Server name"),
    QT_TRANSLATE_NOOP("graticule::SchemaText",
                      "Name to expect in the endpoint's certificate; without it the host of the address."),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Token"),
    QT_TRANSLATE_NOOP("graticule::SchemaText",
                      "Where the keeper finds the token: file:/path (readable by its owner only), env:NAME or "
                      "credential:NAME. Never the token itself."),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Requests per second"),
    QT_TRANSLATE_NOOP("graticule::SchemaText",
                      "At most what we may ask of the endpoint, averaged over ten seconds; 0 is no limit."),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Bytes per second"),
    QT_TRANSLATE_NOOP("graticule::SchemaText",
                      "At most what we may make the endpoint send, averaged over ten seconds; 0 is no limit."),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Probe every"),
    QT_TRANSLATE_NOOP(
        "graticule::SchemaText",
        "Seconds between two probes of the way to the endpoint, with those that need TLS at a third of the "
        "pace; 0 measures nothing."),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Slow after"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Milliseconds after which an answer counts as slow."),
    // Docker
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Read usage of containers"),
    QT_TRANSLATE_NOOP("graticule::SchemaText",
                      "What containers use of CPU and memory; without it less is asked of the engine."),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Proxy"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Proxy to go through, e.g. socks5h://host:1080."),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Allow clear text"),
    QT_TRANSLATE_NOOP("graticule::SchemaText",
                      "Plain TCP without TLS to other machines; only for networks that you trust."),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "ssh configuration"),
    QT_TRANSLATE_NOOP("graticule::SchemaText",
                      "Of ssh:// addresses: a file on the keeper's host instead of ~/.ssh/config."),
    // Prometheus
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Site labels"),
    QT_TRANSLATE_NOOP(
        "graticule::SchemaText",
        "Labels that name a target's site, the first that it has; without any the target's host is a site of its own."),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Region labels"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Labels that name the region of a target's site."),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Country labels"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Labels with the two letters of the country of a target's site."),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "City labels"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Labels that name the city of a target's site."),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Position labels"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Labels with latitude,longitude in degrees of a target's site."),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Vantage labels"),
    QT_TRANSLATE_NOOP(
        "graticule::SchemaText",
        "Labels that name the site from which a probe was sent; without any that is where the server stands."),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Selector"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Matchers that all queries get, to see a part only."),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Queries per minute"),
    QT_TRANSLATE_NOOP("graticule::SchemaText",
                      "At most so many; the fewer, the later a change is seen. Beats are not among them."),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "User"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Of Basic authentication: the token is then this user's password."),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Tenant"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "Of Mimir and the like: sent as X-Scope-OrgID."),
};

// What optionTrouble(), placeTroubles() and the keeper object to.
constexpr const char *kTroubles[] = {
    QT_TRANSLATE_NOOP("graticule::SchemaText", "is missing: %1"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "is longer than %1 characters"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "must not hold line breaks or other control characters"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "must be a number"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "must be from %1 to %2"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "must be at least %1"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "must be yes or no"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "must be one of %1"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "must be an absolute path on the keeper's computer, as in %1"),
    QT_TRANSLATE_NOOP("graticule::SchemaText",
                      "must say where the secret is, not what it is: file:/path (readable by you only), env:NAME or "
                      "credential:NAME"),
    QT_TRANSLATE_NOOP("graticule::SchemaText",
                      "needs a key and a value in each line, as in graticule.dev/region=Europe"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "has not the form that is needed"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "must have the form of %1"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "is not known in %1; known is %2"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "is not known; did you mean %1? Any other town needs its position"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "is not known; such a town needs its position"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "is no code of a country; did you mean %1?"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "is no code of a country; it has two letters, as in DE"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "is not \"latitude,longitude\""),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "is not two numbers \"latitude,longitude\""),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "has a latitude outside -90..90"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "has a longitude outside -180..180"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "is 0,0, which is what unset coordinates look like"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "is missing: a client certificate needs both"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "is not used by %1; leave it out"),
    QT_TRANSLATE_NOOP("graticule::SchemaText", "there is a connection \"%1\" already; take another name."),
    QT_TRANSLATE_NOOP("graticule::SchemaText",
                      "must not begin with a dot, begin or end with a space, nor hold \"/\" or a line break: it is "
                      "also the file's name"),
};

/// A trouble of kTroubles, and what it is like with its names filled in.
struct Pattern
{
    const char *source;
    QRegularExpression form;
};

std::vector<Pattern> patterns()
{
    std::vector<Pattern> all;
    for (const char *source : kTroubles) {
        QString form = QRegularExpression::escape(QString::fromUtf8(source));
        for (const char *place : {"\\%1", "\\%2"})
            form.replace(QLatin1String(place), QLatin1String("(.*)"));
        all.push_back({source, QRegularExpression(QRegularExpression::anchoredPattern(form),
                                                  QRegularExpression::DotMatchesEverythingOption)});
    }
    return all;
}

} // namespace

QString SchemaText::text(const QString &english)
{
    return english.isEmpty() ? QString() : QCoreApplication::translate(kContext, english.toUtf8().constData());
}

QString SchemaText::trouble(const QString &english)
{
    static const std::vector<Pattern> known = patterns();
    for (const Pattern &pattern : known) {
        const QRegularExpressionMatch match = pattern.form.match(english);
        if (!match.hasMatch())
            continue;
        const QString said = QCoreApplication::translate(kContext, pattern.source);
        if (match.lastCapturedIndex() == 0)
            return said;
        return match.lastCapturedIndex() == 1 ? said.arg(text(match.captured(1)))
                                              : said.arg(match.captured(1), match.captured(2));
    }
    return english;
}

} // namespace graticule
