// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/connectionfields.h"

#include <QLocale>

#include <cmath>

namespace graticule {
namespace {

const QLatin1String kOptions("options.");
const QLatin1String kPlace("place.");

QString ConnectionConfig::*textOf(const QString &field)
{
    static const std::pair<QLatin1String, QString ConnectionConfig::*> kTexts[] = {
        {QLatin1String("name"), &ConnectionConfig::name},
        {QLatin1String("type"), &ConnectionConfig::type},
        {QLatin1String("address"), &ConnectionConfig::address},
        {QLatin1String("tls.ca"), &ConnectionConfig::caFile},
        {QLatin1String("tls.certificate"), &ConnectionConfig::certificateFile},
        {QLatin1String("tls.key"), &ConnectionConfig::keyFile},
        {QLatin1String("tls.server-name"), &ConnectionConfig::serverName},
        {QLatin1String("token"), &ConnectionConfig::token},
    };
    for (const auto &[name, member] : kTexts) {
        if (field == name)
            return member;
    }
    return nullptr;
}

double ConnectionConfig::*numberOf(const QString &field)
{
    if (field == QLatin1String("budget.requests-per-second"))
        return &ConnectionConfig::budgetRequests;
    if (field == QLatin1String("probes.interval"))
        return &ConnectionConfig::probeSeconds;
    return field == QLatin1String("budget.bytes-per-second") ? &ConnectionConfig::budgetBytes : nullptr;
}

Labels labelsFrom(const QString &lines)
{
    Labels labels;
    for (const QString &line : lines.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const qsizetype equals = line.indexOf(QLatin1Char('='));
        const QString key = line.left(equals).trimmed();
        if (equals > 0 && !key.isEmpty())
            labels.insert(key, line.mid(equals + 1).trimmed());
    }
    return labels;
}

/// What is declared of the place stays unless @p lines say it anew.
Labels withLabels(const Labels &before, const Labels &lines)
{
    Labels labels;
    for (const QString &field : placeFields()) {
        if (const auto label = before.constFind(placeLabel(field)); label != before.cend())
            labels.insert(label.key(), *label);
    }
    labels.insert(lines);
    return labels;
}

} // namespace

const QStringList &placeFields()
{
    static const QStringList fields{QStringLiteral("place.site"), QStringLiteral("place.city"),
                                    QStringLiteral("place.position"), QStringLiteral("place.country"),
                                    QStringLiteral("place.region")};
    return fields;
}

QString placeLabel(const QString &field)
{
    return placeFields().contains(field) ? QLatin1String("graticule.dev/") + field.mid(kPlace.size()) : QString();
}

Labels labelsBesidePlace(Labels labels)
{
    for (const QString &field : placeFields())
        labels.remove(placeLabel(field));
    return labels;
}

QString fieldOf(const ConnectionConfig &config, const QString &field)
{
    if (const auto text = textOf(field))
        return config.*text;
    if (const auto number = numberOf(field))
        return QString::number(config.*number, 'f', QLocale::FloatingPointShortest);
    if (field == QLatin1String("labels")) {
        const Labels labels = labelsBesidePlace(config.labels);
        QStringList lines;
        for (auto label = labels.cbegin(); label != labels.cend(); ++label)
            lines.append(label.key() + QLatin1Char('=') + label.value());
        return lines.join(QLatin1Char('\n'));
    }
    if (const QString label = placeLabel(field); !label.isEmpty())
        return config.labels.value(label);
    return field.startsWith(kOptions) ? config.options.value(field.mid(kOptions.size())) : QString();
}

void setField(ConnectionConfig &config, const QString &field, const QString &value)
{
    const QString trimmed = value.trimmed();
    if (const auto text = textOf(field)) {
        config.*text = trimmed;
    } else if (const auto number = numberOf(field)) {
        bool isNumber = true;
        const double entered = trimmed.isEmpty() ? ConnectionConfig().*number : trimmed.toDouble(&isNumber);
        if (isNumber && std::isfinite(entered))
            config.*number = entered;
    } else if (field == QLatin1String("labels")) {
        config.labels = withLabels(config.labels, labelsFrom(trimmed));
    } else if (const QString label = placeLabel(field); !label.isEmpty()) {
        if (trimmed.isEmpty())
            config.labels.remove(label);
        else
            config.labels.insert(label, trimmed);
    } else if (field.startsWith(kOptions)) {
        if (trimmed.isEmpty())
            config.options.remove(field.mid(kOptions.size()));
        else
            config.options.insert(field.mid(kOptions.size()), trimmed);
    }
}

QStringList changedFields(const ConnectionConfig &before, const ConnectionConfig &after)
{
    QStringList fields{QStringLiteral("name"), QStringLiteral("type"), QStringLiteral("address")};
    fields << placeFields();
    fields << QStringLiteral("labels") << QStringLiteral("tls.ca") << QStringLiteral("tls.certificate")
           << QStringLiteral("tls.key") << QStringLiteral("tls.server-name") << QStringLiteral("token");
    for (const ConnectionConfig *config : {&before, &after}) {
        for (auto option = config->options.cbegin(); option != config->options.cend(); ++option) {
            if (const QString field = kOptions + option.key(); !fields.contains(field))
                fields.append(field);
        }
    }
    fields << QStringLiteral("budget.requests-per-second") << QStringLiteral("budget.bytes-per-second")
           << QStringLiteral("probes.interval");
    fields.removeIf([&](const QString &field) { return fieldOf(before, field) == fieldOf(after, field); });
    return fields;
}

} // namespace graticule
