// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/verbs/exitcode.h"
#include "backend/domain/error.h"

#include <QList>
#include <QMap>
#include <QStringList>

namespace graticule {

/// One option as the command line takes it: "--name VALUE", "--name=VALUE" or "-x VALUE"; without a value, a switch.
struct OptionSpec
{
    QString name;  ///< without dashes
    QString value; ///< stands for its value in the help, e.g. "SECONDS"; empty: a switch
    QString help;  ///< what it does, one sentence
    QChar letter;  ///< null: none
    bool repeats = false;
};

struct Example
{
    QString command;
    QString what;
};

/// One verb as the command line takes it. The verb without words is the window.
struct VerbSpec
{
    QStringList words;    ///< e.g. "connections", "pause"
    QStringList operands; ///< names of what must follow, e.g. "TYPE", "ADDRESS"; "[FILE]" at the end: may
    QString summary;      ///< one line
    QString text;         ///< paragraphs, may be empty
    QList<OptionSpec> options;
    QList<Example> examples;
    QList<ExitCode> codes; ///< beside Ok, Usage and Failed
};

/// One command line, understood: every operand is there, every option is one of the verb's or a global one.
class Arguments
{
public:
    QStringList words; ///< of the verb
    QStringList operands;
    QMap<QString, QStringList> options; ///< by name; a switch has one empty value

    bool has(const QString &name) const { return options.contains(name); }
    /// The last value given; empty when there is none.
    QString value(const QString &name) const { return has(name) ? options.value(name).last() : QString(); }
    QStringList values(const QString &name) const { return options.value(name); }
    /// "k=v" values as a map. Invalid, naming the option, when one has no "=" or no key.
    Result<QMap<QString, QString>> pairs(const QString &name) const;
    /// A whole number within @p least .. @p most; @p fallback when not given. Invalid, naming the option, otherwise.
    Result<qint64> number(const QString &name, qint64 fallback, qint64 least, qint64 most) const;
};

/// Understands what follows the program's name. Options may stand anywhere; "--" ends them. A verb's own option hides a
/// global one of that name. Refused with a sentence that says what is wrong and, where a word is nearly right, what was
/// probably meant. "--help" is an option of every verb and makes missing operands no mistake; with a word that only
/// begins verbs ("keeper"), `words` are then that word.
Result<Arguments> parseArguments(const QList<VerbSpec> &verbs, const QList<OptionSpec> &globals,
                                 const QStringList &arguments);

} // namespace graticule
