// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/config/mistake.h"

#include <QByteArray>

#include <vector>

namespace graticule {

/// One value of a YAML file, with its place. All scalars are kept as the text that was written: "NO" is a country here,
/// not a boolean.
struct YamlNode
{
    enum class Kind { Null, Text, List, Map };
    struct Entry;

    Kind kind = Kind::Null;
    int line = 0; ///< from 1
    QString text;
    std::vector<YamlNode> items; ///< of a list
    std::vector<Entry> entries;  ///< of a map, as written; keys are unique

    const Entry *entry(const QString &key) const;
};

struct YamlNode::Entry
{
    QString key;
    int line = 0;
    YamlNode value;
};

/// Reads one document. What is broken or not wanted here goes to @p mistakes, and parsing may end early: duplicate
/// keys, anchors and aliases, tags, a second document, nesting deeper than 16, more than 10,000 values, files above 256
/// kB. Memory and time stay in proportion to the file.
YamlNode parseYaml(const QByteArray &bytes, Mistakes &mistakes);

} // namespace graticule
