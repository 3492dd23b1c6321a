// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/tablemodel.h"
#include "ui/table/tablewords.h"
#include "widgets/theme/themeswitch.h"

#include <QWidget>

class QComboBox;
class QCompleter;
class QHBoxLayout;
class QLineEdit;
class QMenu;
class QStringListModel;

namespace graticule {

class Button;
class Label;

/// What a table is filtered, grouped and sorted by: a token for each condition, a field for words and conditions, two
/// choices, and a line below that says what of the typed text cannot be followed.
class FilterRow : public QWidget
{
    Q_OBJECT

public:
    FilterRow(const ThemeSwitch &themes, TableModel &model, const TableWords &words, QWidget *parent = nullptr);

    void focusWords();
    /// Takes all conditions and words away.
    void clear();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildWords(QHBoxLayout &row);
    void buildChoices(QHBoxLayout &row);
    void showQuery();
    void showTokens();
    void fillMenu();
    void fillValues(QMenu &menu, int column);
    void toggle(int column, const QString &value);
    /// What is typed filters at once.
    void readWords();
    /// Typed conditions become tokens.
    void keepTyped();
    void offerCompletions();
    void ask();
    void setNote(const QString &note);
    void setGroup(int index);
    void setOrder(int index);

    const ThemeSwitch &m_themes;
    TableModel &m_model;
    TableWords m_texts;
    QHBoxLayout *m_tokens = nullptr;
    QLineEdit *m_words = nullptr;
    QCompleter *m_completer = nullptr;
    QStringListModel *m_completions = nullptr;
    Button *m_add = nullptr;
    QMenu *m_menu = nullptr;
    QComboBox *m_group = nullptr;
    QComboBox *m_order = nullptr;
    Label *m_note = nullptr;
    QList<int> m_groups;          ///< columns of the choice
    QList<TableCondition> m_kept; ///< as tokens
    QList<TableCondition> m_typed;
    QList<TableCondition> m_shown; ///< tokens that are there
    bool m_isAsking = false;
};

} // namespace graticule
