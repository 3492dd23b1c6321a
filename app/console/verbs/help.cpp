// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/help.h"

namespace graticule {
using namespace Qt::Literals::StringLiterals;
namespace {

constexpr qsizetype kWidth = 100;

/// @p text in lines of at most kWidth columns, each after @p indent blanks.
QString wrapped(const QString &text, qsizetype indent)
{
    QString result;
    QString line;
    const auto end = [&] {
        if (!line.isEmpty())
            result += QString(indent, u' ') + line + u'\n';
        line.clear();
    };
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (!line.isEmpty() && indent + line.size() + 1 + word.size() > kWidth)
            end();
        line += (line.isEmpty() ? u""_s : u" "_s) + word;
    }
    end();
    return result;
}

/// Two columns: a term, and what it means, wrapped beside it.
QString defined(const QList<std::pair<QString, QString>> &terms)
{
    qsizetype width = 0;
    for (const auto &[term, meaning] : terms)
        width = std::max(width, term.size());
    width = std::min<qsizetype>(width, 30) + 4;
    QString result;
    for (const auto &[term, meaning] : terms) {
        const QString text = wrapped(meaning, width);
        const QString head = u"  "_s + term;
        if (head.size() + 2 > width || text.isEmpty())
            result += head + u'\n' + text;
        else
            result += head.leftJustified(width) + text.mid(width);
    }
    return result;
}

QString optionTerm(const OptionSpec &option)
{
    QString term = option.letter.isNull() ? QString() : u"-%1, "_s.arg(option.letter);
    term += u"--"_s + option.name;
    if (!option.value.isEmpty())
        term += u' ' + option.value;
    if (option.repeats)
        term += u" ..."_s;
    return term;
}

QString optionList(const QList<OptionSpec> &options)
{
    QList<std::pair<QString, QString>> terms;
    for (const OptionSpec &option : options) {
        if (!option.help.isEmpty())
            terms.append({optionTerm(option), option.help});
    }
    return defined(terms);
}

QString exitCodes(const QList<ExitCode> &codes)
{
    const QList<std::pair<ExitCode, QString>> meanings{
        {ExitCode::Ok, u"done"_s},
        {ExitCode::Usage, u"the command line cannot be understood"_s},
        {ExitCode::NoKeeper, u"the keeper could not be started or reached"_s},
        {ExitCode::EndpointFailed, u"the endpoint could not be reached, or will not have us"_s},
        {ExitCode::NotFound, u"nothing has that name or id"_s},
        {ExitCode::TimedOut, u"not everything had settled in time; what was there has been printed"_s},
        {ExitCode::Refused, u"the keeper refused: not permitted, or a setting is not valid"_s},
        {ExitCode::Failed, u"anything else, e.g. a file that cannot be written"_s}};
    QList<std::pair<QString, QString>> terms;
    for (const auto &[code, meaning] : meanings) {
        if (code == ExitCode::Ok || code == ExitCode::Usage || code == ExitCode::Failed || codes.contains(code))
            terms.append({QString::number(int(code)), meaning});
    }
    return defined(terms);
}

QString commandOf(const VerbSpec &verb)
{
    QStringList words{u"graticule"_s};
    words += verb.words;
    words += verb.operands;
    return words.join(u' ');
}

QString section(const QString &title, const QString &body)
{
    return body.isEmpty() ? QString() : u"\n%1:\n%2"_s.arg(title, body);
}

} // namespace

QString verbHelp(const VerbSpec &verb, const QList<OptionSpec> &globals)
{
    QString help = u"usage: "_s + commandOf(verb) + u" [OPTIONS]\n\n"_s + wrapped(verb.summary, 0);
    for (const QString &paragraph : verb.text.split(u'\n', Qt::SkipEmptyParts))
        help += u'\n' + wrapped(paragraph, 0);
    help += section(u"options"_s, optionList(verb.options));
    QList<OptionSpec> others;
    for (const OptionSpec &option : globals) {
        const bool hidden = std::any_of(verb.options.cbegin(), verb.options.cend(),
                                        [&](const OptionSpec &own) { return own.name == option.name; });
        if (!hidden)
            others.append(option);
    }
    help += section(u"options of every verb"_s, optionList(others));
    QString examples;
    for (const Example &example : verb.examples)
        examples += u"  "_s + example.command + u'\n' + wrapped(example.what, 6);
    help += section(u"examples"_s, examples);
    return help + section(u"exit codes"_s, exitCodes(verb.codes));
}

QString groupHelp(const QStringList &words, const QList<VerbSpec> &verbs)
{
    const QString name = words.join(u' ');
    QList<std::pair<QString, QString>> terms;
    for (const VerbSpec &verb : verbs) {
        if (verb.words.size() > words.size() && verb.words.mid(0, words.size()) == words)
            terms.append({(verb.words + verb.operands).join(u' '), verb.summary});
    }
    return u"usage: graticule %1 VERB [OPTIONS]\n"_s.arg(name) +
           section(u"verbs (`graticule %1 VERB --help` says more)"_s.arg(name), defined(terms));
}

QString programHelp(const QList<VerbSpec> &verbs, const VerbSpec &window, const QList<OptionSpec> &globals)
{
    QString help = u"usage: graticule [VERB ...] [OPTIONS]\n\n"_s;
    help += wrapped(window.summary, 0) + u'\n' + wrapped(window.text, 0);
    QList<std::pair<QString, QString>> terms;
    for (const VerbSpec &verb : verbs) {
        if (!verb.words.isEmpty())
            terms.append({(verb.words + verb.operands).join(u' '), verb.summary});
    }
    help += section(u"verbs (`graticule VERB --help` says more)"_s, defined(terms));
    help += section(u"options of the window"_s, optionList(window.options));
    help += section(u"options of every verb"_s, optionList(globals));
    return help + section(u"exit codes"_s, exitCodes({ExitCode::NoKeeper, ExitCode::EndpointFailed, ExitCode::NotFound,
                                                      ExitCode::TimedOut, ExitCode::Refused}));
}

} // namespace graticule
