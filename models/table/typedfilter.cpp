// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/typedfilter.h"

#include "models/format.h"

namespace graticule {

namespace {

constexpr qsizetype kMostNamed = 5;     ///< values in a note
constexpr qsizetype kMostOffered = 8;   ///< completions
constexpr qsizetype kFewestLetters = 2; ///< of a column's word: one letter begins too many

/// A column's word before a colon, at the start of @p word; -1: none is there.
qsizetype colonIn(const QString &word)
{
    const qsizetype colon = word.indexOf(QLatin1Char(':'));
    return colon < 1 ? -1 : colon;
}

} // namespace

TypedFilter TypedFilter::read(const QString &text, const TableModel &model)
{
    TypedFilter filter;
    QString rest = text.trimmed();
    while (!rest.isEmpty()) {
        const QString word = rest.section(QLatin1Char(' '), 0, 0);
        const qsizetype colon = colonIn(word);
        if (colon >= 0 && model.columnOf(QStringView(word).left(colon)) >= 0) {
            const QString value = rest.mid(colon + 1);
            filter.take(model, word.left(colon), value);
            return filter;
        }
        if (colon >= 0) {
            filter.note = tr("No column is called \"%1\"; it is looked for as a word. Known: %2")
                              .arg(word.left(colon), named(model.listedColumns(), model));
        }
        filter.words << word;
        rest = rest.mid(word.size()).trimmed();
    }
    return filter;
}

/// Values may have spaces in them, so all that follows is tried first; then one word less at a time.
void TypedFilter::take(const TableModel &model, const QString &key, const QString &rest)
{
    const int column = model.columnOf(key);
    const QString title = model.column(column).title;
    if (!model.column(column).isListed) {
        note = tr("%1 has no values to choose from. Columns that have: %2")
                   .arg(title, named(model.listedColumns(), model));
        return;
    }
    QStringList parts = rest.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (parts.isEmpty()) {
        note = tr("%1: type a value. There are: %2").arg(title, listOf(valuesFor(model, column, {})));
        return;
    }
    for (qsizetype taken = parts.size(); taken > 0; --taken) {
        const QStringList values = valuesFor(model, column, parts.mid(0, taken).join(QLatin1Char(' ')));
        if (values.isEmpty())
            continue;
        const TypedFilter after = read(parts.mid(taken).join(QLatin1Char(' ')), model);
        conditions.append({column, values});
        conditions += after.conditions;
        words += after.words;
        note = after.note.isEmpty() ? tr("%1: %2. Enter keeps it.").arg(title, listOf(values)) : after.note;
        return;
    }
    note = tr("No value of %1 contains \"%2\", so nothing is hidden by it. There are: %3")
               .arg(title, parts.join(QLatin1Char(' ')), listOf(valuesFor(model, column, {})));
}

/// Typed in full, else those that begin so, else those that contain it.
QStringList TypedFilter::valuesFor(const TableModel &model, int column, const QString &typed)
{
    QStringList beginning;
    QStringList containing;
    for (const auto &[value, count] : model.valuesIn(column)) {
        if (!typed.isEmpty() && value.compare(typed, Qt::CaseInsensitive) == 0)
            return {value};
        if (value.startsWith(typed, Qt::CaseInsensitive))
            beginning << value;
        else if (value.contains(typed, Qt::CaseInsensitive))
            containing << value;
    }
    return beginning.isEmpty() ? containing : beginning;
}

QString TypedFilter::named(const QList<int> &columns, const TableModel &model)
{
    QStringList words;
    for (const int column : columns)
        words << model.column(column).word;
    return words.join(QStringLiteral(", "));
}

QString TypedFilter::listOf(const QStringList &values)
{
    QString text = values.mid(0, kMostNamed).join(QStringLiteral(", "));
    if (values.size() > kMostNamed)
        text += QStringLiteral("  +") + format::number(values.size() - kMostNamed);
    return text;
}

QStringList TypedFilter::completions(const QString &text, const TableModel &model)
{
    // A condition goes on to the end, whatever spaces its value has.
    qsizetype start = 0;
    for (qsizetype at = 0; at >= 0 && at < text.size(); at = text.indexOf(QLatin1Char(' '), at) + 1) {
        start = at;
        const QString word = text.mid(at).section(QLatin1Char(' '), 0, 0);
        if (colonIn(word) >= 0 && model.columnOf(QStringView(word).left(colonIn(word))) >= 0)
            break;
        if (text.indexOf(QLatin1Char(' '), at) < 0)
            break;
    }
    const QString before = text.left(start);
    const QString last = text.mid(start);
    const qsizetype colon = colonIn(last);
    QStringList offered;
    if (colon >= 0) {
        const int column = model.columnOf(QStringView(last).left(colon));
        if (column < 0 || !model.column(column).isListed)
            return {};
        const QStringList values = valuesFor(model, column, last.mid(colon + 1).trimmed());
        for (const QString &value : values.mid(0, kMostOffered))
            offered << before + last.left(colon + 1) + value;
    } else if (last.size() >= kFewestLetters) {
        for (const int column : model.listedColumns()) {
            if (model.column(column).word.startsWith(last, Qt::CaseInsensitive))
                offered << before + model.column(column).word + QLatin1Char(':');
        }
    }
    if (offered.size() == 1 && offered.first().compare(text, Qt::CaseInsensitive) == 0)
        return {};
    return offered;
}

} // namespace graticule
