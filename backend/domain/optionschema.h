// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace graticule {

/// What a person enters for an option, and so which input a form has for it. Values are text everywhere.
enum class OptionKind {
    Unknown = 0, ///< of a newer keeper: shown and kept as text
    Text,
    Number, ///< within `least` and `most`
    Flag,   ///< "yes" or "no"
    Choice, ///< one of `choices`
    File,   ///< absolute path on the keeper's computer
    Secret, ///< where a secret is, never the secret: file:/path, env:NAME, credential:NAME, keychain:NAME
    Pairs,  ///< key=value, one a line
};

/// Where a form puts an option.
enum class OptionGroup {
    Unknown = 0,
    Own, ///< what only this kind of connection has
    Tls,
    Credentials,
    Declared, ///< labels
    Budget,
};

/// One thing that can be set of a connection, for forms, for checks and for help. A value.
struct OptionSchema
{
    QString name = {};     ///< "proxy"; a field that kinds share has its place in the file: "tls.ca"
    QString help = {};     ///< one English sentence
    QString fallback = {}; ///< value when not given
    bool required = false;
    OptionKind kind = OptionKind::Text;
    OptionGroup group = OptionGroup::Own;
    QString title = {};       ///< "Proxy"; empty: the name
    QString example = {};     ///< a value that would do
    QStringList choices = {}; ///< of Choice
    QString pattern = {};     ///< regular expression of the whole value; empty: any
    double least = 0;         ///< of Number
    double most = 0;          ///< of Number; 0: no limit
    bool advanced = false;    ///< most people never need it

    friend bool operator==(const OptionSchema &, const OptionSchema &) = default;
};

/// What is wrong with @p value, as the end of a sentence that begins with the field: "must be yes or no". Empty:
/// nothing. Never repeats what was entered for a secret. Pure.
QString optionTrouble(const OptionSchema &option, const QString &value);

} // namespace graticule
