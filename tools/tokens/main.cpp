// SPDX-License-Identifier: GPL-3.0-or-later
// graticule-tokens TOKENS.json TEMPLATE.qss.in ICONS_DIR OUT_DIR: run by the build. Writes OUT_DIR/tokens.h, the style
// sheet of each theme, the icons that the style sheets show, and theme.qrc, which lists them all.
#include "tools/tokens/outputs.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <cstdio>

using namespace graticule;

namespace {

QByteArray read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw TokenError(QStringLiteral("cannot read %1: %2").arg(path, file.errorString()));
    return file.readAll();
}

/// Leaves a file that has this text already alone, so that nothing is rebuilt for it.
void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly) && file.readAll() == text)
        return;
    file.close();
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(text) != text.size())
        throw TokenError(QStringLiteral("cannot write %1: %2").arg(path, file.errorString()));
}

void run(const QStringList &args)
{
    const QString templatePath = args[2];
    const QDir icons(args[3]);
    const QDir out(args[4]);
    const TokenFile tokens(read(args[1]));
    write(out.filePath(QStringLiteral("tokens.h")), headerText(tokens));

    QMap<QString, QString> files;
    for (QDirIterator it(icons.path(), {QStringLiteral("*.svg")}, QDir::Files, QDirIterator::Subdirectories);
         it.hasNext();) {
        const QString path = it.next();
        files[QStringLiteral("icons/") + QFileInfo(path).fileName()] = QFileInfo(path).absoluteFilePath();
    }
    const auto wantIcon = [&](const QString &name, const QString &colour, const QString &lineWidth) {
        const QString alias = QStringLiteral("style/%1-%2-%3.svg").arg(name, lineWidth, colour.mid(1));
        const QString source = files.value(QStringLiteral("icons/%1.svg").arg(name));
        if (source.isEmpty())
            throw TokenError(QStringLiteral("there is no icon \"%1\"").arg(name));
        QByteArray svg = read(source);
        svg.replace("stroke-width=\"2\"", "stroke-width=\"" + lineWidth.toUtf8() + "\"");
        const QString path = out.absoluteFilePath(QString(alias).replace(u'/', u'-'));
        write(path, svg.replace("currentColor", colour.toUtf8()));
        files[alias] = path;
        return QStringLiteral(":/graticule/") + alias;
    };
    const QMap<QString, TokenFile::Colours> themes{
        {QStringLiteral("dark"), tokens.dark()},
        {QStringLiteral("light"), tokens.light()},
        {QStringLiteral("dark-contrast"), tokens.contrast(tokens.dark())},
        {QStringLiteral("light-contrast"), tokens.contrast(tokens.light())},
    };
    for (auto it = themes.begin(); it != themes.end(); ++it) {
        const QString &name = it.key();
        const TokenFile::Colours &theme = it.value();
        const QString path = out.absoluteFilePath(name + QStringLiteral(".qss"));
        try {
            write(path, styleText(read(templatePath), tokens, theme, wantIcon));
        } catch (const TokenError &error) {
            throw TokenError(templatePath + QStringLiteral(": ") + QString::fromUtf8(error.what()));
        }
        files[QStringLiteral("style/") + name + QStringLiteral(".qss")] = path;
    }
    write(out.filePath(QStringLiteral("theme.qrc")), resourceText(files));
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 5) {
        std::fputs("usage: graticule-tokens TOKENS.json TEMPLATE.qss.in ICONS_DIR OUT_DIR\n", stderr);
        return 2;
    }
    try {
        QStringList args;
        for (int i = 0; i < argc; ++i)
            args << QString::fromLocal8Bit(argv[i]);
        run(args);
    } catch (const TokenError &error) {
        std::fprintf(stderr, "graticule-tokens: %s: %s\n", argv[1], error.what());
        return 1;
    }
    return 0;
}
