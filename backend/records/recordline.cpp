// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/records/recordline.h"

#include "backend/domain/failurewords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace graticule {
namespace {

/// As JSON has it; escaped in one way only, so that the same text is always the same bytes.
void appendText(QByteArray &out, const QString &text)
{
    out += '"';
    const QByteArray utf8 = text.left(Act::kLongestText).toUtf8();
    for (const char c : utf8) {
        if (c == '"' || c == '\\')
            (out += '\\') += c;
        else if (uchar(c) < 0x20)
            out += "\\u00" + QByteArray::number(uchar(c), 16).rightJustified(2, '0');
        else
            out += c;
    }
    out += '"';
}

void append(QByteArray &out, const char *key, const QString &text)
{
    if (text.isEmpty())
        return;
    ((out += ",\"") += key) += "\":";
    appendText(out, text);
}

Error malformed(const QString &text)
{
    return {ErrorKind::Malformed, Fault::Input, text, std::nullopt};
}

} // namespace

QByteArray toCanonicalJson(const RecordLine &line)
{
    QByteArray out = "{\"n\":" + QByteArray::number(line.number) + ",\"at\":\"" + toIso(line.at).toLatin1() + '"';
    if (line.of > 0)
        out += ",\"of\":" + QByteArray::number(line.of);
    append(out, "verb", line.act.verb);
    append(out, "who", line.who);
    append(out, "way", line.way);
    append(out, "role", line.role);
    append(out, "target", line.act.target);
    append(out, "name", line.act.targetName);
    append(out, "kind", line.act.kind);
    append(out, "place", line.act.place);
    if (!line.act.fields.isEmpty()) {
        out += ",\"fields\":[";
        const QStringList fields = line.act.fields.mid(0, Act::kMostFields);
        for (qsizetype i = 0; i < fields.size(); ++i) {
            out += i > 0 ? "," : "";
            appendText(out, fields[i].left(64));
        }
        out += ']';
    }
    QByteArray arguments;
    for (auto one = line.act.arguments.cbegin(); one != line.act.arguments.cend(); ++one) {
        if (!recordedArguments().contains(one.key()))
            continue;
        arguments += arguments.isEmpty() ? "" : ",";
        appendText(arguments, one.key());
        arguments += ':';
        appendText(arguments, one.value().left(64));
    }
    if (!arguments.isEmpty())
        out += ",\"arguments\":{" + arguments + '}';
    append(out, "subject", line.subject);
    append(out, "subject-role", line.act.subject.role);
    append(out, "outcome", wordOf(line.outcome));
    if (line.outcome == ActOutcome::Failed || line.outcome == ActOutcome::Refused) {
        append(out, "fault", wordOf(line.fault));
        append(out, "error", wordOf(line.error));
        append(out, "code", line.code);
    }
    if (line.times > 1)
        out += ",\"times\":" + QByteArray::number(line.times);
    return out + '}';
}

Result<RecordLine> recordFromJson(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return malformed(QStringLiteral("it is no JSON object: %1").arg(error.errorString()));
    const QJsonObject object = document.object();
    const auto text = [&](const char *key) { return object.value(QLatin1String(key)).toString(); };
    const auto number = [&](const char *key) { return quint64(object.value(QLatin1String(key)).toInteger()); };
    RecordLine line;
    line.number = number("n");
    line.at = instantFromIso(text("at"));
    if (line.number == 0 || line.at == kNever)
        return malformed(QStringLiteral("it has no number or no time"));
    line.of = number("of");
    if (line.of >= line.number)
        return malformed(QStringLiteral("it is the outcome of a later one"));
    line.act.verb = text("verb");
    line.who = text("who");
    line.way = text("way");
    line.role = text("role");
    line.act.target = text("target");
    line.act.targetName = text("name");
    line.act.kind = text("kind");
    line.act.place = text("place");
    const QJsonArray fields = object.value(QLatin1String("fields")).toArray();
    for (const QJsonValue &field : fields)
        line.act.fields.append(field.toString());
    const QJsonObject arguments = object.value(QLatin1String("arguments")).toObject();
    for (auto one = arguments.begin(); one != arguments.end(); ++one)
        line.act.arguments.insert(one.key(), one.value().toString());
    line.subject = text("subject");
    line.act.subject.role = text("subject-role");
    line.outcome = outcomeFromWord(text("outcome"));
    line.fault = faultFromWord(text("fault"));
    line.error = errorKindFromWord(text("error"));
    line.code = text("code");
    line.times = std::max<quint64>(1, number("times"));
    return line;
}

} // namespace graticule
