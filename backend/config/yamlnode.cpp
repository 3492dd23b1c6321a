// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/config/yamlnode.h"

#include "backend/config/openquote.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <sstream>

namespace graticule {
namespace {

constexpr qsizetype kLongestFile = 256 * 1024;
constexpr size_t kDeepest = 16;
constexpr int kMostValues = 10'000;

/// Builds the tree from the parser's events, so that nothing is expanded that the file does not spell out.
class TreeBuilder : public YAML::EventHandler
{
public:
    explicit TreeBuilder(Mistakes &mistakes)
        : m_mistakes(mistakes)
    {
    }

    YamlNode take() { return std::move(m_root); }

    void OnDocumentStart(const YAML::Mark &) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        check(mark, {}, anchor);
        add(mark, YamlNode::Kind::Null);
    }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t) override
    {
        throw YAML::ParserException(mark, "aliases (*name) are not used in this file; write the value out");
    }
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        check(mark, tag, anchor);
        const QString text = QString::fromStdString(value);
        if (m_open.empty() || m_open.back()->kind != YamlNode::Kind::Map || m_keys.back().has_value()) {
            add(mark, YamlNode::Kind::Text)->text = text;
            return;
        }
        m_keys.back() = Key{text, mark.line + 1};
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        check(mark, tag, anchor);
        open(mark, YamlNode::Kind::List);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        check(mark, tag, anchor);
        open(mark, YamlNode::Kind::Map);
    }
    void OnMapEnd() override { close(); }

private:
    struct Key
    {
        QString text;
        int line = 0;
    };

    void check(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor)
    {
        if (anchor != 0)
            throw YAML::ParserException(mark, "anchors (&name) are not used in this file; write the value out");
        if (!tag.empty() && tag != "?" && tag != "!" && tag != "tag:yaml.org,2002:str")
            throw YAML::ParserException(mark, "tags (" + tag.substr(0, 40) + ") are not used in this file");
        if (++m_values > kMostValues)
            throw YAML::ParserException(mark, "too many values for a file of this kind");
    }

    /// Where the next value goes; a duplicate key's value goes nowhere.
    YamlNode *add(const YAML::Mark &mark, YamlNode::Kind kind)
    {
        YamlNode node;
        node.kind = kind;
        node.line = mark.line + 1;
        if (m_open.empty()) {
            m_root = std::move(node);
            return &m_root;
        }
        YamlNode &parent = *m_open.back();
        if (parent.kind == YamlNode::Kind::List) {
            parent.items.push_back(std::move(node));
            return &parent.items.back();
        }
        if (!m_keys.back())
            throw YAML::ParserException(mark, "a key must be a plain word");
        const Key key = *std::exchange(m_keys.back(), std::nullopt);
        if (parent.entry(key.text)) {
            m_mistakes.append({key.line, key.text, QStringLiteral("is given twice; keep one of them")});
            m_dropped.push_back(std::make_unique<YamlNode>(std::move(node)));
            return m_dropped.back().get();
        }
        parent.entries.push_back({key.text, key.line, std::move(node)});
        return &parent.entries.back().value;
    }

    void open(const YAML::Mark &mark, YamlNode::Kind kind)
    {
        if (m_open.size() >= kDeepest)
            throw YAML::ParserException(mark, "nested too deeply for a file of this kind");
        m_open.push_back(add(mark, kind)); // stays where it is: its parent grows only after it is closed
        m_keys.emplace_back();
    }

    void close()
    {
        m_open.pop_back();
        m_keys.pop_back();
    }

    Mistakes &m_mistakes;
    YamlNode m_root;
    std::vector<YamlNode *> m_open;
    std::vector<std::optional<Key>> m_keys; // one for each open node: the key whose value comes next
    std::vector<std::unique_ptr<YamlNode>> m_dropped;
    int m_values = 0;
};

} // namespace

const YamlNode::Entry *YamlNode::entry(const QString &key) const
{
    for (const Entry &candidate : entries) {
        if (candidate.key == key)
            return &candidate;
    }
    return nullptr;
}

YamlNode parseYaml(const QByteArray &bytes, Mistakes &mistakes)
{
    if (bytes.size() > kLongestFile) {
        mistakes.append({0, {}, QStringLiteral("is larger than 256 kB, which no file of this kind needs")});
        return {};
    }
    const LongQuote quote = findLongQuote(bytes);
    if (quote.begin > 0 && !quote.isClosed) { // the parser takes the end of the file for the end of the text
        mistakes.append({quote.begin, {}, QStringLiteral("a quote is opened here and never closed")});
        return {};
    }
    std::istringstream stream(bytes.toStdString());
    TreeBuilder builder(mistakes);
    try {
        YAML::Parser parser(stream);
        parser.HandleNextDocument(builder);
        TreeBuilder second(mistakes);
        if (parser.HandleNextDocument(second))
            mistakes.append({0, {}, QStringLiteral("holds a second document (---); only one is read")});
    } catch (const YAML::Exception &error) {
        const int line = std::max(0, error.mark.line + 1);
        QString text = QString::fromStdString(error.msg);
        if (quote.begin > 0 && line >= quote.begin)
            text += QStringLiteral("; the quote that is opened in line %1 ends in line %2: is one missing?")
                        .arg(quote.begin)
                        .arg(quote.end);
        mistakes.append({line, {}, text});
        return {};
    }
    return builder.take();
}

} // namespace graticule
