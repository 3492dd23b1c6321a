// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sitetable/sitetablemodel.h"
#include "widgets/theme/themeswitch.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QMenu;

namespace graticule {

class Button;

/// What the table of sites is filtered, grouped and sorted by: a token for each condition, words, two choices.
class FilterRow : public QWidget
{
    Q_OBJECT

public:
    FilterRow(const ThemeSwitch &themes, SiteTableModel &model, QWidget *parent = nullptr);

    void focusWords();
    /// Takes all conditions and words away.
    void clear();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showQuery();
    void showTokens();
    void fillMenu();
    void fillValues(QMenu &menu, SiteField field);
    void toggle(SiteField field, const QString &value);
    void setWords(const QString &text);
    /// "region:Europe" becomes a token; false when it is none.
    bool takeCondition(const QString &text);
    void setGroup(int index);
    void setOrder(int index);

    const ThemeSwitch &m_themes;
    SiteTableModel &m_model;
    QHBoxLayout *m_tokens = nullptr;
    QLineEdit *m_words = nullptr;
    Button *m_add = nullptr;
    QMenu *m_menu = nullptr;
    QComboBox *m_group = nullptr;
    QComboBox *m_order = nullptr;
    QList<SiteCondition> m_shown; ///< conditions as tokens
};

} // namespace graticule
