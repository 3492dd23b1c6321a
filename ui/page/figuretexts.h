// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QStringList>

#include <optional>

class QWidget;

namespace graticule {

/// What one figure on a page says, in the words that "What is this?" and the help use.
struct FigureText
{
    QString title; ///< as on the page
    QString text;  ///< one to three sentences
    QString topic; ///< of the help: "states"
};

/// The one place where figures are explained. A figure has an id, "overview.serving"; what shows it carries that id.
/// GUI thread.
class FigureTexts
{
    Q_DECLARE_TR_FUNCTIONS(graticule::FigureTexts)

public:
    /// Nothing: no figure has that id.
    static std::optional<FigureText> find(const QString &id);
    /// The ids of a page's figures ("overview"), those of what lies beside every page ("window") included.
    static QStringList ofPage(const QString &page);

    /// Says which figures a widget shows. A header of a table has one for each of its columns, "" for none.
    static void mark(QWidget &widget, const QStringList &ids);
    /// The figures that this widget shows itself.
    static QStringList of(const QWidget &widget);
};

} // namespace graticule
