// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/entitytable/entitytablemodel.h"
#include "ui/entities/entitywords.h"
#include "widgets/theme/themeswitch.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QMenu;

namespace graticule {

class Button;

/// What a table of entities is filtered and sorted by: a token for each condition, words, a choice of order.
class EntityFilters : public QWidget
{
    Q_OBJECT

public:
    EntityFilters(const ThemeSwitch &themes, EntityTableModel &model, const EntityWords &words,
                  QWidget *parent = nullptr);

    void focusWords();
    /// Takes all conditions and words away.
    void clear();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildOrder(QHBoxLayout &row);
    void showQuery();
    void showTokens();
    void fillMenu();
    void fillValues(QMenu &menu, int field);
    void toggle(int field, const QString &value);
    void setWords(const QString &text);
    /// "site:fra1" becomes a token; false when it is none.
    bool takeCondition(const QString &text);
    void setOrder(int index);

    const ThemeSwitch &m_themes;
    EntityTableModel &m_model;
    EntityWords m_texts;
    QHBoxLayout *m_tokens = nullptr;
    QLineEdit *m_words = nullptr;
    Button *m_add = nullptr;
    QMenu *m_menu = nullptr;
    QComboBox *m_order = nullptr;
    QList<EntityCondition> m_shown; ///< conditions as tokens
};

} // namespace graticule
