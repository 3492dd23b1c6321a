// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/compare/differencemodel.h"
#include "ui/page/page.h"
#include "widgets/theme/themeswitch.h"

class QLineEdit;
class QTableView;

namespace graticule {

class Button;
class Label;
class UndoBar;
class ViewState;

/// What differs between two moments: a table to filter, sort, copy and export, each row of which leads to what it is
/// about. Not on the rail: it is there while somebody compares. GUI thread.
class ComparePage : public Page
{
    Q_OBJECT

public:
    /// @p undo outlives the page.
    ComparePage(const ThemeSwitch &themes, UndoBar &undo, QWidget *parent = nullptr);

    DifferenceModel &model() { return *m_model; }
    /// What was compared is told as a file; a test names it, a person is asked.
    void exportTo(const QString &path);

    QList<QWidget *> regions() const override;
    bool closeLayer() override;
    QString copyText() const override;
    QList<ConsoleAction> actions() override;
    bool isSettled() const override { return !m_model->isComparing() && !m_model->isArranging(); }

Q_SIGNALS:
    /// What a row is about is to be shown.
    void opened(const graticule::Difference &row);
    void closeAsked();
    /// Another moment is to be compared with.
    void otherAsked();

private:
    void buildHead();
    void buildTable();
    void sortBy(int column);
    void showCounts();
    void askForFile();
    void openCurrent();

    const ThemeSwitch &m_themes;
    UndoBar &m_undo;
    DifferenceModel *m_model;
    Label *m_title = nullptr;
    Label *m_count = nullptr;
    QLineEdit *m_words = nullptr;
    Button *m_export = nullptr;
    QTableView *m_table = nullptr;
    ViewState *m_empty = nullptr;
};

} // namespace graticule
