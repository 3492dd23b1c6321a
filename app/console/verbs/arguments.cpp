// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/arguments.h"

#include <algorithm>

namespace graticule {
using namespace Qt::Literals::StringLiterals;
namespace {

Error wrong(const QString &text)
{
    return {ErrorKind::Invalid, Fault::Input, text, std::nullopt};
}

/// Edits (insert, remove, replace) that turn one word into the other: V. Levenshtein, 1966.
qsizetype distance(const QString &a, const QString &b)
{
    QList<qsizetype> row(b.size() + 1);
    for (qsizetype j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (qsizetype i = 1; i <= a.size(); ++i) {
        qsizetype diagonal = std::exchange(row[0], i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const qsizetype replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, replaced}));
        }
    }
    return row.last();
}

/// " Did you mean X?" when one of @p known is near, else nothing.
QString suggestion(const QString &word, const QStringList &known, const QString &prefix = {})
{
    const auto nearest = std::min_element(known.cbegin(), known.cend(), [&](const QString &a, const QString &b) {
        return distance(word, a) < distance(word, b);
    });
    if (nearest == known.cend() || distance(word, *nearest) > std::min<qsizetype>(2, word.size() / 2))
        return {};
    return u" Did you mean %1%2?"_s.arg(prefix, *nearest);
}

/// The line taken apart: plain words, and options in the order in which they came.
struct Tokens
{
    struct Option
    {
        QString text; ///< as typed: "--name" or "-x"
        const OptionSpec *spec;
        QString value;
    };
    QStringList words;
    QList<Option> options;
};

class Parser
{
public:
    Parser(const QList<VerbSpec> &verbs, const QList<OptionSpec> &globals)
        : m_verbs(verbs)
        , m_globals(globals)
    {
    }

    Result<Arguments> parse(const QStringList &arguments);

private:
    const VerbSpec *verb(const QStringList &words) const;
    QList<const OptionSpec *> optionsOf(const VerbSpec &verb) const;
    /// The option of that name or letter; null when there is none.
    static const OptionSpec *find(const QList<const OptionSpec *> &options, const QString &text);
    /// The same, of any verb.
    const OptionSpec *findAnywhere(const QString &text) const;
    Result<Tokens> tokens(const QStringList &arguments) const;
    Error unknownOption(const QString &text, const QList<const OptionSpec *> &known) const;
    Error unknownWord(const VerbSpec &verb, const QString &word) const;
    /// The words beyond @p words with which verbs go on.
    QStringList nextWords(const QStringList &words) const;
    /// How many of @p words begin verbs without being one: "keeper" of "keeper start".
    qsizetype groupIn(const QStringList &words) const;
    Result<Arguments> parseGroup(const Tokens &tokens, qsizetype size) const;

    const QList<VerbSpec> &m_verbs;
    const QList<OptionSpec> &m_globals;
};

/// The verb whose words @p words begin with, the longest; the window's when there is none.
const VerbSpec *Parser::verb(const QStringList &words) const
{
    const VerbSpec *best = nullptr;
    for (const VerbSpec &candidate : m_verbs) {
        if (words.mid(0, candidate.words.size()) == candidate.words &&
            (!best || candidate.words.size() > best->words.size()))
            best = &candidate;
    }
    return best;
}

QList<const OptionSpec *> Parser::optionsOf(const VerbSpec &verb) const
{
    QList<const OptionSpec *> result;
    for (const OptionSpec &option : verb.options)
        result.append(&option);
    for (const OptionSpec &option : m_globals) {
        const bool hidden = std::any_of(verb.options.cbegin(), verb.options.cend(),
                                        [&](const OptionSpec &own) { return own.name == option.name; });
        if (!hidden)
            result.append(&option);
    }
    return result;
}

const OptionSpec *Parser::find(const QList<const OptionSpec *> &options, const QString &text)
{
    for (const OptionSpec *option : options) {
        if (text == u"--"_s + option->name || (!option->letter.isNull() && text == u'-' + QString(option->letter)))
            return option;
    }
    return nullptr;
}

const OptionSpec *Parser::findAnywhere(const QString &text) const
{
    for (const VerbSpec &spec : m_verbs) {
        if (const OptionSpec *option = find(optionsOf(spec), text))
            return option;
    }
    return nullptr;
}

Result<Tokens> Parser::tokens(const QStringList &arguments) const
{
    Tokens tokens;
    // Whether an option takes a value depends on the verb, whose words may come later: so the words so far decide, else
    // any verb that knows the option. Once the verb is known, parse() checks again.
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (argument == u"--") {
            tokens.words += arguments.mid(i + 1);
            break;
        }
        if (!argument.startsWith(u'-') || argument == u"-") {
            tokens.words.append(argument);
            continue;
        }
        const qsizetype equals = argument.startsWith(u"--") ? argument.indexOf(u'=') : -1;
        const QString text = argument.left(equals);
        const QList<const OptionSpec *> known = optionsOf(*verb(tokens.words));
        const OptionSpec *own = find(known, text);
        const OptionSpec *spec = own ? own : findAnywhere(text);
        if (!spec)
            return unknownOption(text, known);
        QString value = equals < 0 ? QString() : argument.mid(equals + 1);
        if (spec->value.isEmpty()) {
            if (equals >= 0)
                return wrong(u"%1 takes no value."_s.arg(text));
        } else if (equals < 0) {
            if (i + 1 == arguments.size())
                return wrong(u"%1 needs a value: %1 %2."_s.arg(text, spec->value));
            value = arguments[++i];
        }
        // Mostly a variable that is not set. Taken for "not given", it would mean another home or keeper than was
        // meant.
        if (!spec->value.isEmpty() && value.isEmpty())
            return wrong(u"%1 is given an empty value; say %1 %2, or leave it out."_s.arg(text, spec->value));
        tokens.options.append({text, spec, value});
    }
    return tokens;
}

Error Parser::unknownOption(const QString &text, const QList<const OptionSpec *> &known) const
{
    QStringList names;
    for (const OptionSpec *option : known)
        names.append(option->name);
    return wrong(u"There is no option %1 here."_s.arg(text) + suggestion(text.mid(2), names, u"--"_s));
}

QStringList Parser::nextWords(const QStringList &words) const
{
    QStringList next;
    for (const VerbSpec &other : m_verbs) {
        if (other.words.size() > words.size() && other.words.mid(0, words.size()) == words &&
            !next.contains(other.words[words.size()]))
            next.append(other.words[words.size()]);
    }
    return next;
}

qsizetype Parser::groupIn(const QStringList &words) const
{
    qsizetype size = 0;
    while (size < words.size() && !nextWords(words.mid(0, size + 1)).isEmpty())
        ++size;
    return size > verb(words)->words.size() ? size : 0;
}

Result<Arguments> Parser::parseGroup(const Tokens &tokens, qsizetype size) const
{
    const QStringList group = tokens.words.mid(0, size);
    const QString next = nextWords(group).join(u", ");
    const bool wantsHelp = std::any_of(tokens.options.cbegin(), tokens.options.cend(),
                                       [](const Tokens::Option &option) { return option.spec->name == u"help"; });
    if (wantsHelp) {
        Arguments result;
        result.words = group;
        result.options[u"help"_s] = {QString()};
        return result;
    }
    if (tokens.words.size() == size)
        return wrong(u"%1 needs one of %2."_s.arg(group.join(u' '), next));
    const QString word = tokens.words[size];
    return wrong(u"%1: \"%2\" is not one of %3."_s.arg(group.join(u' '), word, next) +
                 suggestion(word, nextWords(group)));
}

Error Parser::unknownWord(const VerbSpec &verb, const QString &word) const
{
    const QStringList next = nextWords(verb.words);
    const QString name = verb.words.join(u' ');
    if (verb.words.isEmpty())
        return wrong(u"There is no verb \"%1\"."_s.arg(word) + suggestion(word, next));
    if (next.isEmpty() || !verb.operands.isEmpty())
        return wrong(u"%1: \"%2\" is one word too many."_s.arg(name, word));
    return wrong(u"%1: \"%2\" is not one of %3."_s.arg(name, word, next.join(u", ")) + suggestion(word, next));
}

Result<Arguments> Parser::parse(const QStringList &arguments)
{
    const Result<Tokens> found = tokens(arguments);
    if (!found)
        return found.error();
    if (const qsizetype size = groupIn(found->words))
        return parseGroup(*found, size);
    const VerbSpec &spec = *verb(found->words);
    Arguments result;
    result.words = spec.words;
    result.operands = found->words.mid(spec.words.size());
    const QList<const OptionSpec *> known = optionsOf(spec);
    for (const Tokens::Option &option : found->options) {
        const OptionSpec *own = find(known, option.text);
        if (!own || own->value.isEmpty() != option.spec->value.isEmpty())
            return unknownOption(option.text, known);
        QStringList &values = result.options[own->name];
        if (!values.isEmpty() && !own->repeats && !own->value.isEmpty())
            return wrong(u"%1 is given twice."_s.arg(option.text));
        values.append(option.value);
    }
    if (result.operands.size() > spec.operands.size())
        return unknownWord(spec, result.operands[spec.operands.size()]);
    const bool isOptional = spec.operands.value(result.operands.size()).startsWith(u'[');
    if (result.operands.size() < spec.operands.size() && !isOptional && !result.has(u"help"_s))
        return wrong(
            u"%1 needs %2."_s.arg(spec.words.join(u' '), spec.operands.mid(result.operands.size()).join(u' ')));
    return result;
}

} // namespace

Result<QMap<QString, QString>> Arguments::pairs(const QString &name) const
{
    QMap<QString, QString> result;
    for (const QString &text : values(name)) {
        const qsizetype equals = text.indexOf(u'=');
        if (equals < 1)
            return wrong(u"--%1: \"%2\" is not of the form key=value."_s.arg(name, text));
        result.insert(text.left(equals), text.mid(equals + 1));
    }
    return result;
}

Result<qint64> Arguments::number(const QString &name, qint64 fallback, qint64 least, qint64 most) const
{
    if (!has(name))
        return fallback;
    bool isNumber = false;
    const qint64 result = value(name).toLongLong(&isNumber);
    if (!isNumber || result < least || result > most)
        return wrong(
            u"--%1: \"%2\" is not a whole number from %3 to %4."_s.arg(name, value(name)).arg(least).arg(most));
    return result;
}

Result<Arguments> parseArguments(const QList<VerbSpec> &verbs, const QList<OptionSpec> &globals,
                                 const QStringList &arguments)
{
    return Parser(verbs, globals).parse(arguments);
}

} // namespace graticule
