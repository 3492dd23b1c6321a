// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/tokens/outputs.h"

#include <QJsonArray>
#include <QMap>
#include <QRegularExpression>

#include <functional>

namespace graticule {

namespace {

QString enumerator(const QString &name)
{
    return name[0].toUpper() + name.mid(1);
}

QString hex(quint32 rgb)
{
    return QStringLiteral("0x%1").arg(rgb, 6, 16, QLatin1Char('0'));
}

QString table(const QString &name, const TokenFile::Colours &colours)
{
    QString out = QStringLiteral("inline constexpr std::array<std::uint32_t, colourCount> %1{\n").arg(name);
    for (const auto &[colour, rgb] : colours)
        out += QStringLiteral("    %1, // %2\n").arg(hex(rgb), colour);
    return out + QStringLiteral("};\n");
}

/// namespace size { inline constexpr int topBar = 48; ... }: the numbers of one section, its notes left out.
QString numbers(const TokenFile &tokens, const QString &section)
{
    const QJsonObject object = tokens.section(section);
    QString out = QStringLiteral("namespace %1 {\n").arg(section);
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!it->isDouble())
            continue;
        const double value = it->toDouble();
        const bool whole = value == static_cast<int>(value);
        out += QStringLiteral("inline constexpr %1 %2 = %3;\n")
                   .arg(whole ? QStringLiteral("int") : QStringLiteral("double"), it.key(), QString::number(value));
    }
    return out + QStringLiteral("} // namespace %1\n").arg(section);
}

QString fonts(const TokenFile &tokens)
{
    const QJsonObject font = tokens.section(QStringLiteral("font"));
    QStringList families{QLatin1Char('"') + font[u"ui"].toString() + QLatin1Char('"')};
    for (const QJsonValue &family : font[u"fallback"].toArray())
        families << QLatin1Char('"') + family.toString() + QLatin1Char('"');
    QString out = QStringLiteral("struct Font\n{\n    int px;\n    int line;\n    int weight;\n};\nnamespace font {\n"
                                 "inline constexpr const char *ui[] = {%1};\ninline constexpr const char *mono = "
                                 "\"%2\";\n} // namespace font\nnamespace textStyle {\n")
                      .arg(families.join(QStringLiteral(", ")), font[u"mono"].toString());
    const QJsonObject scale = font[u"scale"].toObject();
    for (auto it = scale.begin(); it != scale.end(); ++it) {
        const QJsonObject style = it->toObject();
        out += QStringLiteral("inline constexpr Font %1{%2, %3, %4};\n")
                   .arg(it.key())
                   .arg(style[u"px"].toInt())
                   .arg(style[u"line"].toInt())
                   .arg(style[u"weight"].toInt());
    }
    return out + QStringLiteral("} // namespace textStyle\n");
}

} // namespace

QByteArray headerText(const TokenFile &tokens)
{
    QString out =
        QStringLiteral("// Generated from resources/tokens.json by tools/tokens. Do not edit.\n#pragma once\n\n"
                       "#include <array>\n#include <cstdint>\n\nnamespace graticule {\n\n"
                       "/// A colour by its role; its value depends on the theme.\nenum class Colour : "
                       "std::uint8_t {\n");
    for (const auto &[name, rgb] : tokens.dark())
        out += QStringLiteral("    %1,\n").arg(enumerator(name));
    out += QStringLiteral("};\n\nnamespace tokens {\n\ninline constexpr int colourCount = %1;\n")
               .arg(tokens.dark().size());
    out += table(QStringLiteral("dark"), tokens.dark()) + table(QStringLiteral("light"), tokens.light()) +
           table(QStringLiteral("darkContrast"), tokens.contrast(tokens.dark())) +
           table(QStringLiteral("lightContrast"), tokens.contrast(tokens.light()));
    for (const char *section : {"space", "radius", "line", "size", "motion", "freshness"})
        out += numbers(tokens, QLatin1String(section));
    out += fonts(tokens);
    return (out + QStringLiteral("\n} // namespace tokens\n} // namespace graticule\n")).toUtf8();
}

QByteArray styleText(const QByteArray &source, const TokenFile &tokens, const TokenFile::Colours &theme,
                     const IconMaker &makeIcon)
{
    static const QRegularExpression hole(QStringLiteral("\\{\\{([^}]*)\\}\\}"));
    const auto fill = [&](const QStringList &parts) {
        if (parts.size() == 4 && parts[0] == QLatin1String("icon"))
            return makeIcon(parts[1], tokens.text(theme, parts[2]), parts[3]);
        if (parts.size() == 3 && parts[0] == QLatin1String("below"))
            return QString::number(tokens.text(theme, parts[1]).toInt() - parts[2].toInt());
        return tokens.text(theme, parts.join(u':'));
    };
    QString out;
    int lineNumber = 0;
    for (const QString &line : QString::fromUtf8(source).split(u'\n')) {
        ++lineNumber;
        qsizetype done = 0;
        for (auto it = hole.globalMatch(line); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            out += QStringView(line).mid(done, match.capturedStart() - done);
            done = match.capturedEnd();
            try {
                out += fill(match.captured(1).split(u':'));
            } catch (const TokenError &error) {
                throw TokenError(QStringLiteral("line %1: %2").arg(lineNumber).arg(QString::fromUtf8(error.what())));
            }
        }
        out += QStringView(line).mid(done);
        out += u'\n';
    }
    return out.toUtf8();
}

QByteArray resourceText(const QMap<QString, QString> &files)
{
    QString out = QStringLiteral("<!DOCTYPE RCC><RCC version=\"1.0\"><qresource prefix=\"/graticule\">\n");
    for (auto it = files.begin(); it != files.end(); ++it)
        out += QStringLiteral("<file alias=\"%1\">%2</file>\n").arg(it.key(), it.value().toHtmlEscaped());
    return (out + QStringLiteral("</qresource></RCC>\n")).toUtf8();
}

} // namespace graticule
