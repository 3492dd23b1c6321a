// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/config/connectionfile.h"

#include "backend/config/fieldreader.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUuid>

#include <yaml-cpp/emitter.h>

namespace graticule {
namespace {

/// Options that the supervisor reads, for every type.
OptionSchema slowAfter()
{
    return {QStringLiteral("slow-after"), QStringLiteral("milliseconds after which an answer counts as slow"),
            QStringLiteral("1000"), false};
}

bool isReference(const QString &token)
{
    static const QRegularExpression form(QStringLiteral("^(file:/|env:|credential:|keychain:)."));
    return form.match(token).hasMatch();
}

QString nameTrouble(const QString &name)
{
    static const QRegularExpression bad(QStringLiteral(R"([/\x00-\x1f\x7f])"));
    if (name.isEmpty())
        return QStringLiteral("is missing: a word by which people know the connection");
    if (name.startsWith(QLatin1Char('.')) || name.contains(bad) || name != name.trimmed())
        return QStringLiteral("must not begin with a dot or a space nor hold \"/\": it is also the file's name");
    if (name.toUtf8().size() > 200)
        return QStringLiteral("is longer than 200 bytes");
    return {};
}

void checkOptions(const ConnectionConfig &config, const ConnectorType &type, Mistakes &mistakes)
{
    std::vector<OptionSchema> known = type.options;
    known.push_back(slowAfter());
    QStringList names;
    for (const OptionSchema &option : known) {
        names.append(option.name);
        if (option.required && config.options.value(option.name).isEmpty())
            mistakes.append(
                {0, QStringLiteral("options.") + option.name, QStringLiteral("is missing: %1").arg(option.help)});
    }
    for (auto it = config.options.cbegin(); it != config.options.cend(); ++it) {
        if (!names.contains(it.key()))
            mistakes.append({0, QStringLiteral("options.") + it.key().left(60),
                             QStringLiteral("is not known to %1%2").arg(type.title, didYouMean(it.key(), names))});
    }
    bool isNumber = false;
    const QString slow = config.options.value(slowAfter().name);
    if (!slow.isEmpty() && (slow.toDouble(&isNumber) <= 0 || !isNumber))
        mistakes.append({0, QStringLiteral("options.slow-after"), QStringLiteral("must be milliseconds, above 0")});
}

/// "address: what is wrong" of a connector's check, as a mistake.
Mistake fromCheck(const QString &complaint)
{
    static const QRegularExpression form(QStringLiteral("^([a-z][a-z.-]*): (.*)$"),
                                         QRegularExpression::DotMatchesEverythingOption);
    const auto match = form.match(complaint);
    return match.hasMatch() ? Mistake{0, match.captured(1), match.captured(2)} : Mistake{0, {}, complaint};
}

ConnectionConfig readFields(FieldReader &root, const QString &fileName)
{
    ConnectionConfig config;
    const QString base = QFileInfo(fileName).completeBaseName();
    const QString id = root.text(QStringLiteral("id"));
    static const QUuid derived(QStringLiteral("{9a1e7f0c-53b7-4f4f-9d0b-3a6ed55b1a10}"));
    const QUuid uuid = id.isEmpty() ? QUuid::createUuidV5(derived, base) : QUuid::fromString(id);
    if (uuid.isNull())
        root.say(QStringLiteral("id"), QStringLiteral("is not a UUID; leave the line out to have one made"));
    config.id = EntityId(uuid.toString(QUuid::WithoutBraces));
    config.name = root.text(QStringLiteral("name"), base);
    config.type = root.text(QStringLiteral("type"));
    config.address = root.text(QStringLiteral("address"));
    config.labels = root.textMap(QStringLiteral("labels"));
    FieldReader tls = root.sub(QStringLiteral("tls"));
    config.caFile = tls.text(QStringLiteral("ca"));
    config.certificateFile = tls.text(QStringLiteral("certificate"));
    config.keyFile = tls.text(QStringLiteral("key"));
    config.serverName = tls.text(QStringLiteral("server-name"));
    tls.finish();
    config.token = root.text(QStringLiteral("token"));
    config.options = root.textMap(QStringLiteral("options"));
    config.paused = root.flag(QStringLiteral("paused"), false);
    FieldReader budget = root.sub(QStringLiteral("budget"));
    config.budgetRequests = budget.number(QStringLiteral("requests-per-second"), config.budgetRequests, 0, 1e6);
    config.budgetBytes = budget.number(QStringLiteral("bytes-per-second"), config.budgetBytes, 0, 1e12);
    budget.finish();
    root.finish();
    config.origin = Origin::Real;
    return config;
}

/// The line of "tls.key" in the file; of the map above it when it is absent.
int lineOf(const YamlNode &root, const QString &field)
{
    const YamlNode *node = &root;
    int line = root.line;
    for (const QString &key : field.split(QLatin1Char('.'))) {
        const auto *entry = node->entry(key);
        if (!entry)
            break;
        line = entry->line;
        node = &entry->value;
    }
    return line;
}

} // namespace

Mistakes checkFilesOf(const QByteArray &yaml, const ConnectionConfig &config)
{
    Mistakes mistakes;
    const YamlNode root = parseYaml(yaml, mistakes);
    const auto look = [&](const char *field, const QString &path, bool isSecret) {
        const QString name = QLatin1String(field);
        if (path.isEmpty())
            return;
        if (!QFileInfo(path).isReadable())
            mistakes.append({lineOf(root, name), name, QStringLiteral("%1 cannot be read").arg(path)});
        else if (isSecret && (QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther)))
            mistakes.append({lineOf(root, name), name,
                             QStringLiteral("%1 is readable by others; close it with \"chmod 600\"").arg(path)});
    };
    look("tls.ca", config.caFile, false);
    look("tls.certificate", config.certificateFile, false);
    look("tls.key", config.keyFile, true);
    if (config.token.startsWith(QLatin1String("file:")))
        look("token", config.token.mid(5), true);
    return mistakes;
}

QByteArray withPaused(const QByteArray &yaml, bool paused)
{
    Mistakes mistakes;
    const YamlNode root = parseYaml(yaml, mistakes);
    QByteArrayList lines = yaml.split('\n');
    if (lines.last().isEmpty())
        lines.removeLast();
    if (const auto *entry = root.entry(QStringLiteral("paused")))
        lines.removeAt(entry->line - 1);
    if (paused)
        lines.append("paused: true");
    return lines.join('\n') + '\n';
}

Mistakes checkConnection(const ConnectionConfig &config, const ConnectorRegistry &registry)
{
    Mistakes mistakes;
    const QString name = nameTrouble(config.name);
    if (!name.isEmpty())
        mistakes.append({0, QStringLiteral("name"), name});
    if (!config.token.isEmpty() && !isReference(config.token))
        mistakes.append({0, QStringLiteral("token"),
                         QStringLiteral("must say where the secret is, not what it is: file:/path (readable by you "
                                        "only), env:NAME or credential:NAME")});
    if (config.certificateFile.isEmpty() != config.keyFile.isEmpty())
        mistakes.append({0, config.keyFile.isEmpty() ? QStringLiteral("tls.key") : QStringLiteral("tls.certificate"),
                         QStringLiteral("is missing: a client certificate needs both")});
    if (!(config.budgetRequests >= 0) || !(config.budgetBytes >= 0))
        mistakes.append({0, QStringLiteral("budget"), QStringLiteral("must not be negative; 0 means no limit")});
    QStringList types;
    for (const ConnectorType &type : registry.types())
        types.append(type.type);
    if (config.type.isEmpty()) {
        mistakes.append(
            {0, QStringLiteral("type"), QStringLiteral("is missing: one of %1").arg(types.join(QStringLiteral(", ")))});
        return mistakes;
    }
    const ConnectorType *type = registry.find(config.type);
    if (!type) {
        mistakes.append({0, QStringLiteral("type"),
                         QStringLiteral("\"%1\" is no type of connection%2")
                             .arg(config.type.left(60), didYouMean(config.type, types))});
        return mistakes;
    }
    checkOptions(config, *type, mistakes);
    if (type->check) {
        for (const QString &complaint : type->check(config))
            mistakes.append(fromCheck(complaint));
    }
    return mistakes;
}

ConnectionConfig parseConnection(const QByteArray &yaml, const QString &fileName, const ConnectorRegistry &registry,
                                 Mistakes &mistakes)
{
    const qsizetype before = mistakes.size();
    const YamlNode root = parseYaml(yaml, mistakes);
    if (root.kind == YamlNode::Kind::Null) {
        if (mistakes.size() == before)
            mistakes.append({0, {}, QStringLiteral("is empty; it needs at least type and address")});
        return {};
    }
    FieldReader reader(root, {}, mistakes);
    ConnectionConfig config = readFields(reader, fileName);
    if (root.kind == YamlNode::Kind::Map) {
        for (Mistake mistake : checkConnection(config, registry)) {
            mistake.line = lineOf(root, mistake.field);
            mistakes.append(mistake);
        }
    }
    std::stable_sort(mistakes.begin() + before, mistakes.end(),
                     [](const Mistake &a, const Mistake &b) { return a.line < b.line; });
    return config;
}

QByteArray toYaml(const ConnectionConfig &config)
{
    YAML::Emitter out;
    const auto put = [&](const char *key, const QString &value) {
        if (!value.isEmpty())
            out << YAML::Key << key << YAML::Value << YAML::DoubleQuoted << value.toStdString();
    };
    const auto putMap = [&](const char *key, const QMap<QString, QString> &values) {
        if (values.isEmpty())
            return;
        out << YAML::Key << key << YAML::Value << YAML::BeginMap;
        for (auto it = values.cbegin(); it != values.cend(); ++it)
            out << YAML::Key << it.key().toStdString() << YAML::Value << YAML::DoubleQuoted << it.value().toStdString();
        out << YAML::EndMap;
    };
    out << YAML::BeginMap;
    put("id", config.id.toString());
    put("name", config.name);
    put("type", config.type);
    put("address", config.address);
    putMap("labels", config.labels);
    if (!config.caFile.isEmpty() || !config.certificateFile.isEmpty() || !config.serverName.isEmpty()) {
        out << YAML::Key << "tls" << YAML::Value << YAML::BeginMap;
        put("ca", config.caFile);
        put("certificate", config.certificateFile);
        put("key", config.keyFile);
        put("server-name", config.serverName);
        out << YAML::EndMap;
    }
    put("token", config.token);
    putMap("options", config.options);
    if (config.paused)
        out << YAML::Key << "paused" << YAML::Value << true;
    const ConnectionConfig usual;
    if (config.budgetRequests != usual.budgetRequests || config.budgetBytes != usual.budgetBytes) {
        out << YAML::Key << "budget" << YAML::Value << YAML::BeginMap;
        out << YAML::Key << "requests-per-second" << YAML::Value << config.budgetRequests;
        out << YAML::Key << "bytes-per-second" << YAML::Value << config.budgetBytes;
        out << YAML::EndMap;
    }
    out << YAML::EndMap;
    return QByteArray::fromStdString(out.c_str()) + '\n';
}

} // namespace graticule
