// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/places/labelrules.h"

#include "backend/places/labelkeys.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <optional>
#include <sstream>

namespace graticule {
namespace {

constexpr qsizetype kLongestFile = 1'000'000;
constexpr qsizetype kLongestValue = 1000;
constexpr qsizetype kLongestKey = 320; // Kubernetes has them up to 317
constexpr qsizetype kMostMistakes = 100;
constexpr qsizetype kShown = 100;      // of a foreign text, in a mistake
constexpr size_t kMostNodes = 200'000; // keys, values, lists and maps; all that is read are 130,000 at most

bool isOurs(const QString &key)
{
    using namespace labelkeys;
    static const QLatin1String ours[] = {kSite,    kRegion, kCountry, kPosition, kCity,           kKind, kProvider,
                                         kService, kRole,   kTier,    kAsset,    kClassification, kOwner};
    return std::find(std::begin(ours), std::end(ours), key) != std::end(ours);
}

/// Counts what a file has before memory is taken for each of it, some hundred times what it takes in the file.
class NodeCount : public YAML::EventHandler
{
public:
    void OnDocumentStart(const YAML::Mark &) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &mark, YAML::anchor_t) override { count(mark); }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t) override { count(mark); }
    void OnScalar(const YAML::Mark &mark, const std::string &, YAML::anchor_t, const std::string &) override
    {
        count(mark);
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t,
                         YAML::EmitterStyle::value) override
    {
        count(mark);
    }
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t, YAML::EmitterStyle::value) override
    {
        count(mark);
    }
    void OnMapEnd() override {}

private:
    void count(const YAML::Mark &mark)
    {
        if (++m_nodes > kMostNodes)
            throw YAML::ParserException(mark, "more than " + std::to_string(kMostNodes) + " keys and values; split it");
    }

    size_t m_nodes = 0;
};

/// Reads one file and notes every mistake with its place. An alias of YAML stands for its anchor as often as one likes:
/// what is read and what is said is bounded by itself, not by the size of the file.
class Reader
{
public:
    Reader(const QString &file, LabelRules::Parsed &out)
        : m_file(file)
        , m_out(out)
    {
    }

    void read(const QByteArray &yaml)
    {
        if (yaml.size() > kLongestFile) {
            m_out.mistakes.append(QStringLiteral("%1: larger than 1 MB; split it").arg(m_file));
            return;
        }
        std::vector<LabelRules::Rule> rules;
        try {
            std::istringstream text(yaml.toStdString());
            NodeCount nodes;
            YAML::Parser(text).HandleNextDocument(nodes);
            const YAML::Node root = YAML::Load(yaml.toStdString());
            readRoot(root, rules);
        } catch (const YAML::Exception &error) {
            say(error.mark, QStringLiteral("YAML"), shown(error.msg));
        } catch (const std::exception &error) { // of memory
            rules.clear();
            m_out.mistakes.append(QStringLiteral("%1: cannot be read: %2").arg(m_file, QLatin1String(error.what())));
        }
        m_out.rules = LabelRules(std::move(rules));
    }

private:
    void say(const YAML::Mark &mark, const QString &field, const QString &what)
    {
        if (m_isOver)
            return;
        m_out.mistakes.append(QStringLiteral("%1:%2: %3: %4").arg(m_file).arg(mark.line + 1).arg(field, what));
        if (m_out.mistakes.size() < kMostMistakes)
            return;
        m_isOver = true;
        m_out.mistakes.append(QStringLiteral("%1: too many mistakes; what follows was not read").arg(m_file));
    }

    static QString shown(const std::string &text)
    {
        return QString::fromStdString(text.substr(0, 4 * kShown)).left(kShown);
    }

    /// Whether there is room for @p node, a key or a text; false: nothing more is read.
    bool mayRead(const YAML::Node &node)
    {
        m_read += 1 + (node.IsScalar() ? qsizetype(node.Scalar().size()) : 0);
        if (m_read > kLongestFile && !m_isOver) {
            say(node.Mark(), QStringLiteral("file"), QStringLiteral("stands for more than 1 MB by its aliases"));
            m_isOver = true;
        }
        return !m_isOver;
    }

    void readRoot(const YAML::Node &root, std::vector<LabelRules::Rule> &rules)
    {
        if (root.IsNull())
            return;
        if (!root.IsMap()) {
            say(root.Mark(), QStringLiteral("file"), QStringLiteral("must be a map with the list \"rules\""));
            return;
        }
        for (const auto &entry : root) {
            if (m_isOver)
                return;
            const QString key = shown(entry.first.as<std::string>(""));
            if (key != QLatin1String("rules"))
                say(entry.first.Mark(), key, QStringLiteral("is not known here; the file has one list, \"rules\""));
        }
        const YAML::Node list = root["rules"];
        if (!list)
            return;
        if (!list.IsSequence()) {
            say(list.Mark(), QStringLiteral("rules"), QStringLiteral("must be a list"));
            return;
        }
        if (list.size() > LabelRules::kMostRules)
            say(list.Mark(), QStringLiteral("rules"),
                QStringLiteral("has more than %1; those beyond are not read").arg(LabelRules::kMostRules));
        for (size_t i = 0; i < std::min(list.size(), LabelRules::kMostRules) && !m_isOver; ++i) {
            if (auto rule = readRule(list[i], QStringLiteral("rules[%1]").arg(i)))
                rules.push_back(std::move(*rule));
        }
    }

    std::optional<LabelRules::Rule> readRule(const YAML::Node &node, const QString &field)
    {
        if (!node.IsMap()) {
            say(node.Mark(), field, QStringLiteral("must be a map with name, match and set"));
            return {};
        }
        const qsizetype before = m_out.mistakes.size();
        LabelRules::Rule rule;
        for (const auto &entry : node) {
            if (!mayRead(entry.first))
                return {};
            const QString key = shown(entry.first.as<std::string>(""));
            const QString at = field + QLatin1Char('.') + key;
            if (key == QLatin1String("name"))
                rule.name = text(entry.second, at);
            else if (key == QLatin1String("match"))
                rule.match = labels(entry.second, at);
            else if (key == QLatin1String("set"))
                rule.set = labels(entry.second, at);
            else
                say(entry.first.Mark(), at, QStringLiteral("is not known; a rule has name, match and set"));
        }
        if (m_out.mistakes.size() == before)
            check(rule, node, field);
        if (m_isOver || m_out.mistakes.size() != before)
            return {};
        return rule;
    }

    void check(const LabelRules::Rule &rule, const YAML::Node &node, const QString &field)
    {
        if (rule.name.isEmpty())
            say(node.Mark(), field + QStringLiteral(".name"), QStringLiteral("is missing"));
        if (rule.match.isEmpty())
            say(node.Mark(), field + QStringLiteral(".match"), QStringLiteral("names no label"));
        if (rule.set.isEmpty())
            say(node.Mark(), field + QStringLiteral(".set"), QStringLiteral("sets nothing"));
        for (auto it = rule.set.begin(); it != rule.set.end(); ++it) {
            if (!it.key().startsWith(labelkeys::kPrefix))
                say(node["set"].Mark(), field + QStringLiteral(".set"),
                    QStringLiteral("\"%1\" is not below graticule.dev/").arg(it.key().left(kShown)));
            else if (!isOurs(it.key()))
                say(node["set"].Mark(), field + QStringLiteral(".set"),
                    QStringLiteral("\"%1\" is no label that is read here").arg(it.key().left(kShown)));
        }
    }

    QString text(const YAML::Node &node, const QString &field, qsizetype longest = kLongestValue)
    {
        if (!mayRead(node))
            return {};
        if (!node.IsScalar()) {
            say(node.Mark(), field, QStringLiteral("must be a text"));
            return {};
        }
        const QString value = QString::fromStdString(node.Scalar());
        if (value.size() <= longest)
            return value;
        say(node.Mark(), field,
            QStringLiteral("%1 is longer than %2 characters")
                .arg(longest == kLongestKey ? QStringLiteral("a label") : QStringLiteral("the text"))
                .arg(longest));
        return {};
    }

    Labels labels(const YAML::Node &node, const QString &field)
    {
        Labels result;
        if (!node.IsMap()) {
            say(node.Mark(), field, QStringLiteral("must be a map of label and text"));
            return result;
        }
        if (node.size() > size_t(LabelRules::kMostLabels)) {
            say(node.Mark(), field, QStringLiteral("has more than %1 labels").arg(LabelRules::kMostLabels));
            return result;
        }
        for (const auto &entry : node) {
            if (m_isOver)
                return result;
            const QString key = text(entry.first, field, kLongestKey);
            result.insert(key, text(entry.second, field + QStringLiteral("[\"%1\"]").arg(key.left(kShown))));
        }
        return result;
    }

    QString m_file;
    LabelRules::Parsed &m_out;
    qsizetype m_read = 0; ///< bytes of keys and texts, those behind aliases each time
    bool m_isOver = false;
};

/// @p pattern with every ${key} replaced, as far as a value may be long; nothing, and the key in @p missing, when a
/// label is not there.
std::optional<QString> filledIn(const QString &pattern, const Labels &labels, QString &missing)
{
    QString result;
    qsizetype at = 0;
    while (result.size() < kLongestValue) {
        const qsizetype open = pattern.indexOf(QLatin1String("${"), at);
        const qsizetype close = open < 0 ? -1 : pattern.indexOf(QLatin1Char('}'), open);
        if (close < 0)
            return (result + pattern.mid(at)).left(kLongestValue);
        const QString key = pattern.mid(open + 2, close - open - 2);
        if (!labels.contains(key)) {
            missing = key.left(kShown);
            return {};
        }
        result += pattern.mid(at, open - at) + labels.value(key).left(kLongestValue);
        at = close + 1;
    }
    return result.left(kLongestValue);
}

/// Whether the labels that @p rule looks at are as it says.
bool matches(const LabelRules::Rule &rule, const Labels &labels)
{
    for (auto it = rule.match.begin(); it != rule.match.end(); ++it) {
        const auto label = labels.constFind(it.key());
        if (label == labels.cend() || !globMatches(it.value(), label->left(kLongestValue)))
            return false;
    }
    return true;
}

LabelRules::Outcome outcome(const LabelRules::Rule &rule, const Labels &labels, const Labels &soFar)
{
    LabelRules::Outcome result{rule.name, matches(rule, labels), {}, {}};
    if (!result.matched)
        return result;
    for (auto it = rule.set.begin(); it != rule.set.end(); ++it) {
        QString missing;
        if (soFar.contains(it.key()))
            result.notes.append(QStringLiteral("%1 is set already").arg(it.key()));
        else if (const auto value = filledIn(it.value(), labels, missing))
            result.set.insert(it.key(), *value);
        else
            result.notes.append(QStringLiteral("%1 is not set: there is no label %2").arg(it.key(), missing));
    }
    return result;
}

} // namespace

LabelRules::Parsed LabelRules::parse(const QByteArray &yaml, const QString &file)
{
    Parsed result;
    Reader(file, result).read(yaml);
    return result;
}

std::vector<LabelRules::Outcome> LabelRules::preview(const Labels &labels) const
{
    std::vector<Outcome> result;
    Labels soFar = labels;
    result.reserve(m_rules.size());
    for (const Rule &rule : m_rules) {
        result.push_back(outcome(rule, labels, soFar));
        soFar.insert(result.back().set);
    }
    return result;
}

Labels LabelRules::applied(const Labels &labels) const
{
    Labels result = labels;
    for (const Rule &rule : m_rules)
        result.insert(outcome(rule, labels, result).set);
    return result;
}

Labels LabelRules::added(const Labels &labels) const
{
    Labels result;
    Labels soFar = labels;
    for (const Rule &rule : m_rules) {
        const Labels set = outcome(rule, labels, soFar).set;
        soFar.insert(set);
        result.insert(set);
    }
    return result;
}

bool globMatches(QStringView glob, QStringView text)
{
    qsizetype g = 0;
    qsizetype t = 0;
    qsizetype star = -1; // after the last star, and where in the text it stopped
    qsizetype resume = 0;
    while (t < text.size()) {
        if (g < glob.size() && glob[g] == u'*') {
            star = ++g;
            resume = t;
        } else if (g < glob.size() && (glob[g] == u'?' || glob[g] == text[t])) {
            ++g;
            ++t;
        } else if (star >= 0) {
            g = star;
            t = ++resume;
        } else {
            return false;
        }
    }
    while (g < glob.size() && glob[g] == u'*')
        ++g;
    return g == glob.size();
}

} // namespace graticule
