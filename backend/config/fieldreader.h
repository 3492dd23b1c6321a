// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/config/yamlnode.h"
#include "backend/domain/labels.h"

#include <QStringList>

namespace graticule {

/// Takes values out of a map by key, noting every mistake with its place. What was not asked for by the time of
/// finish() is a mistake too, with the likely key that was meant.
class FieldReader
{
public:
    /// @p map and @p mistakes outlive the reader. @p path is put before the fields ("tls"); empty at the root.
    FieldReader(const YamlNode &map, QString path, Mistakes &mistakes);

    /// The value as text; @p fallback when absent or empty.
    QString text(const QString &key, const QString &fallback = {});
    /// As text(), but absence is a mistake that says @p help.
    QString requiredText(const QString &key, const QString &help);
    /// "true"/"yes"/"on" and their opposites.
    bool flag(const QString &key, bool fallback);
    double number(const QString &key, double fallback, double least, double most);
    QMap<QString, QString> textMap(const QString &key);
    /// The map at @p key; an empty one when absent.
    FieldReader sub(const QString &key);
    /// Readers of the maps in the list at @p key.
    std::vector<FieldReader> list(const QString &key);
    bool has(const QString &key) const { return m_map->entry(key) != nullptr; }

    void say(const QString &key, const QString &text);
    int lineOf(const QString &key) const;
    void finish();

private:
    const YamlNode *take(const QString &key, YamlNode::Kind kind, const char *what);
    QString fieldOf(const QString &key) const;

    const YamlNode *m_map;
    QString m_path;
    Mistakes *m_mistakes;
    QStringList m_asked;
};

/// ", did you mean \"x\"?" for the nearest of @p known, else what is known; for the end of a sentence.
QString didYouMean(const QString &word, const QStringList &known);

} // namespace graticule
