// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/config/fieldreader.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace graticule {
namespace {

constexpr qsizetype kLongestText = 4096;

/// Edits that turn one word into the other (Levenshtein), for "did you mean".
int distance(const QString &a, const QString &b)
{
    std::vector<int> row(size_t(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        int diagonal = std::exchange(row[0], int(i));
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const int change = diagonal + (a[i - 1].toLower() != b[j - 1].toLower());
            diagonal = row[size_t(j)];
            row[size_t(j)] = std::min({change, row[size_t(j)] + 1, row[size_t(j) - 1] + 1});
        }
    }
    return row.back();
}

bool isShowable(const QString &text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) {
        return c.category() == QChar::Other_Control || c == QChar::ReplacementCharacter;
    });
}

const YamlNode &emptyMap()
{
    static const YamlNode map = [] {
        YamlNode node;
        node.kind = YamlNode::Kind::Map;
        return node;
    }();
    return map;
}

} // namespace

QString didYouMean(const QString &word, const QStringList &known)
{
    const auto nearest = std::min_element(known.begin(), known.end(), [&](const QString &a, const QString &b) {
        return distance(word, a) < distance(word, b);
    });
    if (nearest != known.end() && word.size() < 100 &&
        distance(word, *nearest) <= std::max<qsizetype>(1, word.size() / 3))
        return QStringLiteral("; did you mean \"%1\"?").arg(*nearest);
    return known.isEmpty() ? QString() : QStringLiteral("; known are %1").arg(known.join(QStringLiteral(", ")));
}

FieldReader::FieldReader(const YamlNode &map, QString path, Mistakes &mistakes)
    : m_map(map.kind == YamlNode::Kind::Map ? &map : &emptyMap())
    , m_path(std::move(path))
    , m_mistakes(&mistakes)
{
    if (map.kind != YamlNode::Kind::Map && map.kind != YamlNode::Kind::Null)
        m_mistakes->append({map.line, m_path, QStringLiteral("must be a map of \"key: value\" lines")});
}

QString FieldReader::fieldOf(const QString &key) const
{
    return m_path.isEmpty() ? key : m_path + QLatin1Char('.') + key;
}

int FieldReader::lineOf(const QString &key) const
{
    const auto *entry = m_map->entry(key);
    return entry ? entry->line : m_map->line;
}

void FieldReader::say(const QString &key, const QString &text)
{
    m_mistakes->append({lineOf(key), fieldOf(key), text});
}

const YamlNode *FieldReader::take(const QString &key, YamlNode::Kind kind, const char *what)
{
    if (!m_asked.contains(key))
        m_asked.append(key);
    const auto *entry = m_map->entry(key);
    if (!entry || entry->value.kind == YamlNode::Kind::Null)
        return nullptr;
    if (entry->value.kind != kind) {
        say(key, QStringLiteral("must be %1").arg(QLatin1String(what)));
        return nullptr;
    }
    return &entry->value;
}

QString FieldReader::text(const QString &key, const QString &fallback)
{
    const YamlNode *node = take(key, YamlNode::Kind::Text, "one value");
    if (!node || node->text.isEmpty())
        return fallback;
    if (node->text.size() > kLongestText) {
        say(key, QStringLiteral("is longer than %1 characters").arg(kLongestText));
        return fallback;
    }
    if (!isShowable(node->text)) {
        say(key, QStringLiteral("holds characters that are no text"));
        return fallback;
    }
    return node->text;
}

QString FieldReader::requiredText(const QString &key, const QString &help)
{
    const qsizetype before = m_mistakes->size();
    const QString value = text(key);
    if (value.isEmpty() && m_mistakes->size() == before)
        say(key, QStringLiteral("is missing: %1").arg(help));
    return value;
}

bool FieldReader::flag(const QString &key, bool fallback)
{
    const QString value = text(key).toLower();
    if (value.isEmpty())
        return fallback;
    if (value == QLatin1String("true") || value == QLatin1String("yes") || value == QLatin1String("on"))
        return true;
    if (value != QLatin1String("false") && value != QLatin1String("no") && value != QLatin1String("off"))
        say(key, QStringLiteral("must be true or false"));
    return false;
}

double FieldReader::number(const QString &key, double fallback, double least, double most)
{
    const QString value = text(key);
    if (value.isEmpty())
        return fallback;
    bool isNumber = false;
    const double result = value.toDouble(&isNumber);
    if (isNumber && std::isfinite(result) && result >= least && result <= most)
        return result;
    say(key, QStringLiteral("must be a number from %1 to %2").arg(least, 0, 'g', 10).arg(most, 0, 'g', 10));
    return fallback;
}

QMap<QString, QString> FieldReader::textMap(const QString &key)
{
    QMap<QString, QString> result;
    FieldReader values = sub(key);
    for (const YamlNode::Entry &entry : values.m_map->entries)
        result.insert(entry.key, values.text(entry.key));
    return result;
}

FieldReader FieldReader::sub(const QString &key)
{
    const YamlNode *node = take(key, YamlNode::Kind::Map, "a map of \"key: value\" lines");
    return FieldReader(node ? *node : emptyMap(), fieldOf(key), *m_mistakes);
}

std::vector<FieldReader> FieldReader::list(const QString &key)
{
    std::vector<FieldReader> readers;
    if (const YamlNode *node = take(key, YamlNode::Kind::List, "a list")) {
        for (size_t i = 0; i < node->items.size(); ++i)
            readers.emplace_back(node->items[i], QStringLiteral("%1[%2]").arg(fieldOf(key)).arg(i), *m_mistakes);
    }
    return readers;
}

void FieldReader::finish()
{
    for (const YamlNode::Entry &entry : m_map->entries) {
        if (!m_asked.contains(entry.key))
            m_mistakes->append({entry.line, fieldOf(entry.key.left(60)),
                                QStringLiteral("is not known here%1").arg(didYouMean(entry.key, m_asked))});
    }
}

} // namespace graticule
