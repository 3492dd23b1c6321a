// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/connectverb.h"

#include "app/console/verbs/teststeps.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace graticule {
using namespace Qt::Literals::StringLiterals;
namespace {

QString absolute(const QString &path)
{
    return path.isEmpty() ? path : QFileInfo(path).absoluteFilePath();
}

VerbSpec connectSpec()
{
    VerbSpec spec;
    spec.words = {u"connect"_s};
    spec.operands = {u"TYPE"_s, u"ADDRESS"_s};
    spec.summary = u"Tries an endpoint and, when that works, adds it as a connection."_s;
    spec.text =
        u"TYPE is docker (a Docker Engine: unix:///path, tcp://host:2376, https://host:2376 or context:NAME), grpc "
        u"(another "
        "keeper, or anything that serves graticule.control.v1: host:port or unix:///path), prometheus (Prometheus, "
        "Thanos, Mimir, VictoriaMetrics: http://host:9090 or https://host/prefix), kubernetes (a kubeconfig FILE, "
        "context:NAME of the keeper's own, or https://host:6443) or another type of the keeper's; a wrong one is "
        "answered with the list.\n"
        "The endpoint is only read. Nothing is saved when the test fails, unless --no-test says not to test. Files and "
        "addresses are those of the keeper's host; secrets are given by reference, never on the command line."_s;
    spec.options = {
        {u"name"_s, u"N"_s, u"Name of the connection; default: made from the address."_s, {}, false},
        {u"label"_s,
         u"K=V"_s,
         u"Label for its sites, e.g. graticule.dev/site=dub1; wins over the endpoint's own."_s,
         {},
         true},
        {u"ca"_s,
         u"FILE"_s,
         u"Authority (PEM) that signed the endpoint's certificate; default: the system's."_s,
         {},
         false},
        {u"cert"_s, u"FILE"_s, u"Client certificate (PEM)."_s, {}, false},
        {u"key"_s, u"FILE"_s, u"Key (PEM) of the client certificate; must not be readable by others."_s, {}, false},
        {u"server-name"_s, u"NAME"_s, u"Name expected in the endpoint's certificate; default: the host."_s, {}, false},
        {u"token"_s, u"REF"_s, u"Bearer token: file:/path, env:NAME or credential:NAME."_s, {}, false},
        {u"context"_s, u"C"_s, u"Of kubernetes: which context of FILE; default: its current one."_s, {}, false},
        {u"option"_s, u"K=V"_s, u"An option of this connector."_s, {}, true},
        {u"budget-requests"_s,
         u"N"_s,
         u"Most requests per second we may cause; 0: no limit. Default: 20."_s,
         {},
         false},
        {u"budget-bytes"_s, u"N"_s, u"Most bytes per second; 0: no limit. Default: 4000000."_s, {}, false},
        {u"no-test"_s, {}, u"Save without trying."_s, {}, false}};
    spec.examples = {
        {u"graticule connect docker unix:///var/run/docker.sock --name desk"_s, u"the Docker Engine of this machine"_s},
        {u"graticule connect docker tcp://dub.example:2376 --ca ca.pem --cert cert.pem --key key.pem --label "
         "graticule.dev/country=IE"_s,
         u"one that is reached over mutual TLS, and lies in Ireland"_s},
        {u"graticule connect grpc keeper.eu.example:7443 --ca ca.pem --token file:/etc/graticule/token"_s,
         u"another keeper"_s},
        {u"graticule connect prometheus https://prom.example/prometheus --token file:/etc/graticule/prom --label "
         "graticule.dev/site=dub1 --option site-labels=dc"_s,
         u"a Prometheus that stands in dub1; the label dc names the sites of its targets"_s},
        {u"graticule connect kubernetes ~/.kube/config --context eu --name eu"_s,
         u"the cluster of one context; each of its regions is a site"_s}};
    spec.codes = {ExitCode::NoKeeper, ExitCode::EndpointFailed, ExitCode::Refused};
    return spec;
}

/// @p word as a shell takes it for one word.
QString quoted(const QString &word)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_./:@%+=-]+$"_s);
    return plain.match(word).hasMatch() ? word : u'\'' + QString(word).replace(u'\'', u"'\\''"_s) + u'\'';
}

} // namespace

QString inVerbWords(QString text)
{
    const QList<std::pair<QString, QString>> words{
        {u"tls.ca"_s, u"--ca"_s},        {u"tls.certificate"_s, u"--cert"_s},
        {u"tls.key"_s, u"--key"_s},      {u"tls.server-name"_s, u"--server-name"_s},
        {u"token: "_s, u"--token: "_s},  {u"budget.requests-per-second"_s, u"--budget-requests"_s},
        {u"options."_s, u"--option "_s}, {u"budget.bytes-per-second"_s, u"--budget-bytes"_s}};
    for (const auto &[field, option] : words) {
        const QRegularExpression whole(u"(?<![\\w./-])"_s + QRegularExpression::escape(field) +
                                       (field.back().isLetter() ? u"(?![\\w/-])"_s : QString()));
        text.replace(whole, option);
    }
    return text;
}

QString removeHint(const QString &name)
{
    return u"graticule connections remove "_s + (name.startsWith(u'-') ? u"-- "_s : u""_s) + quoted(name);
}

VerbEntry ConnectVerb::entry()
{
    return {connectSpec(), [](VerbContext context) { return std::make_unique<ConnectVerb>(std::move(context)); }};
}

QString suggestedName(const QString &type, const QString &address)
{
    if (address.startsWith(u"unix:") && type == u"docker")
        return u"docker-local"_s;
    QString name = address;
    static const QRegularExpression scheme(u"^[a-z+]+:(//)?"_s);
    static const QRegularExpression port(u":\\d+$"_s);
    static const QRegularExpression other(u"[^A-Za-z0-9._-]+"_s);
    name.remove(scheme).remove(port).replace(other, u"-"_s);
    while (name.startsWith(u'-') || name.startsWith(u'.'))
        name.remove(0, 1);
    while (name.endsWith(u'-'))
        name.chop(1);
    if (name.endsWith(u".sock"))
        name = QFileInfo(QString(address)).completeBaseName();
    return name.isEmpty() ? type : name.left(60);
}

Result<ConnectionConfig> readConnection(const Arguments &arguments)
{
    const auto labels = arguments.pairs(u"label"_s);
    const auto options = arguments.pairs(u"option"_s);
    ConnectionConfig config;
    const auto requests = arguments.number(u"budget-requests"_s, qint64(config.budgetRequests), 0, 1'000'000);
    const auto bytes = arguments.number(u"budget-bytes"_s, qint64(config.budgetBytes), 0, 1'000'000'000'000);
    for (const auto *map : {&labels, &options}) {
        if (!*map)
            return map->error();
    }
    for (const auto *number : {&requests, &bytes}) {
        if (!*number)
            return number->error();
    }
    config.type = arguments.operands.value(0);
    config.address = arguments.operands.value(1);
    config.name = arguments.has(u"name"_s) ? arguments.value(u"name"_s) : suggestedName(config.type, config.address);
    config.labels = *labels;
    config.caFile = absolute(arguments.value(u"ca"_s));
    config.certificateFile = absolute(arguments.value(u"cert"_s));
    config.keyFile = absolute(arguments.value(u"key"_s));
    config.serverName = arguments.value(u"server-name"_s);
    config.token = arguments.value(u"token"_s);
    config.options = *options;
    if (arguments.has(u"context"_s))
        config.options.insert(u"context"_s, arguments.value(u"context"_s));
    static const QRegularExpression plainFile(u"^[^:]+$"_s);
    if (config.type == u"kubernetes" && plainFile.match(config.address).hasMatch())
        config.address = absolute(config.address);
    config.budgetRequests = double(*requests);
    config.budgetBytes = double(*bytes);
    config.origin = Origin::Real;
    return config;
}

void ConnectVerb::start()
{
    const Result<ConnectionConfig> config = readConnection(arguments());
    if (!config) {
        failUsage(config.error());
        return;
    }
    m_config = *config;
    withKeeper([this](const ControlCalls &calls) { arguments().has(u"no-test"_s) ? save(calls) : test(calls); });
}

void ConnectVerb::test(const ControlCalls &calls)
{
    terminal().say(u"Trying %1 at %2:"_s.arg(m_config.type, m_config.address));
    calls.test(this, m_config, [this, calls](const TestStep &step) {
        const QString line = stepLine(step);
        if (!line.isEmpty())
            terminal().say(line);
        if (!step.finished)
            return;
        if (step.error.text.isEmpty()) {
            save(calls);
            return;
        }
        Error error = step.error;
        error.text = inVerbWords(error.text);
        if (error.fault == Fault::Input) {
            fail(error);
            return;
        }
        terminal().say(u"graticule: "_s + failureText(error));
        terminal().say(u"Nothing was saved. With --no-test it is saved all the same, and tried again and again."_s);
        finish(ExitCode::EndpointFailed);
    });
}

void ConnectVerb::save(const ControlCalls &calls)
{
    calls.save(this, m_config, [this](const Result<ConnectionConfig> &saved) {
        if (!saved) {
            Error error = saved.error();
            error.text = inVerbWords(error.text);
            fail(error);
            return;
        }
        terminal().print(u"%1  %2\n"_s.arg(saved->name, saved->id.toString()));
        terminal().say(u"%1 `graticule connections` shows how it is doing; `%2` undoes this."_s.arg(
            arguments().has(u"no-test"_s) ? u"Saved, not tried."_s : u"Connected."_s, removeHint(saved->name)));
        finish(ExitCode::Ok);
    });
}

} // namespace graticule
