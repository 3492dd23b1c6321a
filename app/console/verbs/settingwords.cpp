// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/settingwords.h"

#include <QJsonArray>

namespace graticule {
using namespace Qt::Literals::StringLiterals;
namespace {

QString thingsOf(const RuleSetting &setting)
{
    QStringList parts;
    const auto add = [&](int count, const char *one, const char *many) {
        if (count > 0)
            parts.append(u"%1 %2"_s.arg(count).arg(QLatin1String(count == 1 ? one : many)));
    };
    add(setting.nodes, "node", "nodes");
    add(setting.services, "service", "services");
    add(setting.assets, "asset", "assets");
    return parts.join(u", ");
}

} // namespace

QString settingWords(const RuleCount &rule)
{
    if (rule.settings < 0)
        return {};
    if (rule.settings == 0)
        return u"sets nothing"_s;
    constexpr qsizetype kNamed = 5; // the others are in JSON
    QStringList parts;
    for (const RuleSetting &setting : rule.sets.mid(0, kNamed))
        parts.append(u"%1=%2 on %3"_s.arg(setting.label.section(u'/', 1), setting.value, thingsOf(setting)));
    if (rule.settings > parts.size())
        parts.append(u"and %1 more"_s.arg(rule.settings - parts.size()));
    return u"sets "_s + parts.join(u"; ");
}

QJsonObject ruleObject(const RuleCount &rule)
{
    QJsonArray sets;
    for (const RuleSetting &setting : rule.sets)
        sets.append(QJsonObject{{u"label"_s, setting.label},
                                {u"value"_s, setting.value},
                                {u"nodes"_s, setting.nodes},
                                {u"services"_s, setting.services},
                                {u"assets"_s, setting.assets}});
    const bool isKnown = rule.settings >= 0;
    return {{u"name"_s, rule.name},
            {u"matched"_s, rule.matched},
            {u"changed"_s, rule.changed},
            {u"sets"_s, isKnown ? QJsonValue(sets) : QJsonValue()},
            {u"settings"_s, isKnown ? QJsonValue(rule.settings) : QJsonValue()}};
}

} // namespace graticule
