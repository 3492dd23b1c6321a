// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/config/connectionfile.h"

#include "backend/config/fieldreader.h"
#include "backend/connectors/commonfields.h"
#include "backend/domain/connectionfields.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUuid>

#include <yaml-cpp/emitter.h>

namespace graticule {
namespace {

constexpr double kProbeLeast = 0.1; // seconds
constexpr double kProbeMost = 3600;

bool isReference(const QString &token)
{
    static const QRegularExpression form(QStringLiteral("^(file:/|env:|credential:|keychain:)."));
    return form.match(token).hasMatch();
}

/// Characters that turn the direction of text around or end lines: a name that holds them looks like another.
bool deceives(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) {
        return (c >= QChar(0x202a) && c <= QChar(0x202e)) || (c >= QChar(0x2066) && c <= QChar(0x2069)) ||
               c == QChar(0x2028) || c == QChar(0x2029) || c == QChar(0x200b) || c == QChar(0xfeff);
    });
}

/// A key as a message may hold it.
QString printable(QString key)
{
    key.truncate(60);
    for (QChar &c : key) {
        if (!c.isPrint())
            c = QLatin1Char('?');
    }
    return key;
}

QString nameTrouble(const QString &name)
{
    static const QRegularExpression bad(QStringLiteral(R"([/\x00-\x1f\x7f])"));
    if (name.isEmpty())
        return QStringLiteral("is missing: a word by which people know the connection");
    if (name.startsWith(QLatin1Char('.')) || name.contains(bad) || name != name.trimmed())
        return QStringLiteral("must not begin with a dot, begin or end with a space, nor hold \"/\" or a line break: "
                              "it is also the file's name");
    if (deceives(name))
        return QStringLiteral("must not hold invisible characters that turn or break the text");
    if (name.toUtf8().size() > 200)
        return QStringLiteral("is longer than 200 bytes");
    return {};
}

void checkOptions(const ConnectionConfig &config, const ConnectorType &type, Mistakes &mistakes)
{
    const std::vector<OptionSchema> known = optionsOf(type);
    QStringList names;
    for (const OptionSchema &option : known) {
        names.append(option.name);
        if (const QString trouble = optionTrouble(option, config.options.value(option.name)); !trouble.isEmpty())
            mistakes.append({0, QStringLiteral("options.") + option.name, trouble});
    }
    for (auto it = config.options.cbegin(); it != config.options.cend(); ++it) {
        if (!names.contains(it.key()))
            mistakes.append({0, QStringLiteral("options.") + printable(it.key()),
                             QStringLiteral("is not known to %1%2").arg(type.title, didYouMean(it.key(), names))});
    }
}

/// The fields that kinds share: each is used by its kind, or is not set. A setting that silently does nothing would let
/// a person believe in it.
void checkFields(const ConnectionConfig &config, const ConnectorType &type, Mistakes &mistakes)
{
    QStringList used;
    for (const OptionSchema &field : type.fields) {
        used.append(field.name);
        if (field.kind == OptionKind::Secret || field.group == OptionGroup::Declared ||
            field.group == OptionGroup::Budget)
            continue; // checked for every kind
        if (const QString trouble = optionTrouble(field, fieldOf(config, field.name)); !trouble.isEmpty())
            mistakes.append({0, field.name, trouble});
    }
    if (used.isEmpty())
        return;
    QStringList shared = placeFields();
    for (const char *name : {"labels", "tls.ca", "tls.certificate", "tls.key", "tls.server-name", "token"})
        shared.append(QLatin1String(name));
    for (const QString &field : std::as_const(shared)) {
        if (!used.contains(field) && !fieldOf(config, field).isEmpty())
            mistakes.append({0, field, QStringLiteral("is not used by %1; leave it out").arg(type.title)});
    }
}

/// What holds for every kind: no value may break the lines of files and logs, or be endless.
void checkText(const QString &field, const QString &value, Mistakes &mistakes)
{
    const QString trouble = optionTrouble(OptionSchema(), value);
    if (!trouble.isEmpty())
        mistakes.append({0, field, trouble});
}

void checkTexts(const ConnectionConfig &config, Mistakes &mistakes)
{
    checkText(QStringLiteral("address"), config.address, mistakes);
    for (const char *name : {"tls.ca", "tls.certificate", "tls.key", "tls.server-name"})
        checkText(QLatin1String(name), fieldOf(config, QLatin1String(name)), mistakes);
    for (const QString &field : placeFields())
        checkText(field, fieldOf(config, field), mistakes);
    const Labels labels = labelsBesidePlace(config.labels);
    for (auto label = labels.cbegin(); label != labels.cend(); ++label) {
        if (label.key().trimmed().isEmpty() || label.key().contains(QLatin1Char('=')))
            mistakes.append({0, QStringLiteral("labels"), QStringLiteral("a key must not be empty nor hold \"=\"")});
        checkText(QStringLiteral("labels"), label.key(), mistakes);
        checkText(QStringLiteral("labels"), label.value(), mistakes);
    }
}

/// "address: what is wrong" of a connector's check, as a mistake.
Mistake fromCheck(const QString &complaint)
{
    static const QRegularExpression form(QStringLiteral("^([a-z][a-z.-]*): (.*)$"),
                                         QRegularExpression::DotMatchesEverythingOption);
    const auto match = form.match(complaint);
    return match.hasMatch() ? Mistake{0, match.captured(1), match.captured(2)} : Mistake{0, {}, complaint};
}

/// A place that stands in both must be the same, or nobody knows which is meant.
void readPlace(FieldReader &root, ConnectionConfig &config)
{
    FieldReader place = root.sub(QStringLiteral("place"));
    for (const QString &field : placeFields()) {
        const QString name = field.section(QLatin1Char('.'), 1);
        const QString label = placeLabel(field);
        const QString said = place.text(name);
        if (said.isEmpty())
            continue;
        if (config.labels.value(label, said) != said)
            place.say(name, QStringLiteral("is \"%1\", and the label %2 says \"%3\"; leave one of them out")
                                .arg(said.left(60), label, config.labels.value(label).left(60)));
        config.labels.insert(label, said);
    }
    place.finish();
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
    readPlace(root, config);
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
    FieldReader probes = root.sub(QStringLiteral("probes"));
    config.probeSeconds = probes.number(QStringLiteral("interval"), config.probeSeconds, 0, kProbeMost);
    probes.finish();
    root.finish();
    config.origin = Origin::Real;
    return config;
}

/// The line of "tls.key" in the file; of the map above it when it is absent. A place may stand among the labels.
int lineOf(const YamlNode &root, const QString &field)
{
    if (const QString label = placeLabel(field); !label.isEmpty() && !root.entry(QStringLiteral("place"))) {
        const auto *labels = root.entry(QStringLiteral("labels"));
        const auto *entry = labels ? labels->value.entry(label) : nullptr;
        return entry ? entry->line : labels ? labels->line : root.line;
    }
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
    if (!(config.probeSeconds == 0 || (config.probeSeconds >= kProbeLeast && config.probeSeconds <= kProbeMost)))
        mistakes.append({0, QStringLiteral("probes.interval"),
                         QStringLiteral("must be 0 (nothing is measured), or seconds from 0.1 to 3600")});
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
    checkTexts(config, mistakes);
    checkFields(config, *type, mistakes);
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
    Labels place;
    for (const QString &field : placeFields()) {
        if (const QString value = fieldOf(config, field); !value.isEmpty())
            place.insert(field.section(QLatin1Char('.'), 1), value);
    }
    putMap("place", place);
    putMap("labels", labelsBesidePlace(config.labels));
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
    if (config.probeSeconds != usual.probeSeconds) {
        out << YAML::Key << "probes" << YAML::Value << YAML::BeginMap;
        out << YAML::Key << "interval" << YAML::Value << config.probeSeconds;
        out << YAML::EndMap;
    }
    out << YAML::EndMap;
    return QByteArray::fromStdString(out.c_str()) + '\n';
}

} // namespace graticule
