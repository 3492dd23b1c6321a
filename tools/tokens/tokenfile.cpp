// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/tokens/tokenfile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace graticule {

namespace {

quint32 parseColour(const QString &name, const QJsonValue &value)
{
    static const QRegularExpression form(QStringLiteral("^#[0-9A-F]{6}$"));
    const QString text = value.toString();
    if (!form.match(text).hasMatch())
        throw TokenError(QStringLiteral("colour %1 is \"%2\", expected #RRGGBB in capitals").arg(name, text));
    return text.mid(1).toUInt(nullptr, 16);
}

QString capitalised(QString word)
{
    word[0] = word[0].toUpper();
    return word;
}

QStringList names(const TokenFile::Colours &colours)
{
    QStringList out;
    for (const auto &[name, rgb] : colours)
        out << name;
    return out;
}

} // namespace

TokenFile::TokenFile(const QByteArray &json)
{
    QJsonParseError error;
    m_root = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        throw TokenError(QStringLiteral("byte %1: %2").arg(error.offset).arg(error.errorString()));
    const QJsonObject themes = section(QStringLiteral("themes"));
    m_dark = flatten(themes[u"dark"].toObject());
    m_light = flatten(themes[u"light"].toObject());
    if (m_dark.isEmpty() || names(m_dark) != names(m_light))
        throw TokenError(QStringLiteral("themes.dark and themes.light must name the same colours"));
}

QJsonObject TokenFile::section(const QString &name) const
{
    const QJsonObject object = m_root[name].toObject();
    if (object.isEmpty())
        throw TokenError(QStringLiteral("section \"%1\" is missing").arg(name));
    return object;
}

TokenFile::Colours TokenFile::flatten(const QJsonObject &theme) const
{
    Colours out;
    for (auto it = theme.begin(); it != theme.end(); ++it) {
        if (it->isArray()) {
            const QJsonArray steps = it->toArray();
            for (qsizetype i = 0; i < steps.size(); ++i)
                out.append({it.key() + QString::number(i), parseColour(it.key(), steps[i])});
        } else if (it->isObject()) {
            const QJsonObject group = it->toObject();
            for (auto member = group.begin(); member != group.end(); ++member)
                out.append({it.key() + capitalised(member.key()), parseColour(member.key(), *member)});
        } else {
            out.append({it.key(), parseColour(it.key(), *it)});
        }
    }
    std::sort(out.begin(), out.end());
    return out;
}

TokenFile::Colours TokenFile::contrast(const Colours &theme) const
{
    const auto find = [&](const QString &name) {
        const auto found = std::find_if(theme.begin(), theme.end(), [&](const auto &c) { return c.first == name; });
        if (found == theme.end())
            throw TokenError(QStringLiteral("contrast: there is no colour \"%1\"").arg(name));
        return found - theme.begin();
    };
    Colours out = theme;
    const QJsonObject exchanged = m_root[u"contrast"].toObject();
    for (auto it = exchanged.begin(); it != exchanged.end(); ++it) {
        if (!it.key().startsWith(u'_'))
            out[find(it.key())].second = theme[find(it->toString())].second;
    }
    return out;
}

QString TokenFile::text(const Colours &theme, const QString &path) const
{
    const auto colour = std::find_if(theme.begin(), theme.end(), [&](const auto &c) { return c.first == path; });
    if (colour != theme.end())
        return QStringLiteral("#%1").arg(colour->second, 6, 16, QLatin1Char('0'));
    QJsonValue value = m_root;
    for (const QString &step : path.split(u'.'))
        value = value.toObject()[step];
    if (value.isDouble())
        return QString::number(value.toDouble());
    if (value.isString())
        return value.toString();
    throw TokenError(QStringLiteral("there is no token \"%1\"").arg(path));
}

} // namespace graticule
