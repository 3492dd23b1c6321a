// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/optionschema.h"
#include "ui/connections/placenames.h"
#include "widgets/theme/themeswitch.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

class QStandardItemModel;

namespace graticule {

class Button;

/// One option of a connection: its title, the input that its kind needs, one sentence of help, and what is wrong with
/// what stands there. The input is named "field:NAME", the complaint "error:NAME". A file can be chosen by the button
/// "choose:NAME". GUI thread.
class OptionInput : public QWidget
{
    Q_OBJECT

public:
    /// @p field: its name in the connection's file, as in connectionfields.h.
    OptionInput(const ThemeSwitch &themes, const QString &field, const OptionSchema &schema, QWidget *parent = nullptr);

    const QString &field() const { return m_field; }
    const OptionSchema &schema() const { return m_schema; }
    QString title() const;
    QString text() const;
    void setText(const QString &text);
    /// What is wrong with what stands there by the schema alone; empty: nothing.
    QString trouble() const { return optionTrouble(m_schema, text()); }
    /// Shows a complaint at the input; empty: takes it away.
    void showTrouble(const QString &trouble);
    bool hasTrouble() const { return m_isWrong; }
    void focusInput();
    /// What a person may mean by the letters of a line; asked with every letter, and for all of it by the key Down.
    void setOffers(std::function<QList<PlaceNames::Offer>(const QString &)> offers);
    /// What is known of the values that make sense here; empty: nothing.
    void setNote(const QString &note);
    /// Why no file can be chosen here; empty: it can.
    void setWhyNoFile(const QString &why);

Q_SIGNALS:
    void edited();
    /// Return was pressed in a line.
    void entered();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeInput();
    QWidget *withFileButton(const ThemeSwitch &themes);
    void chooseFile();
    void fitLines();
    void onEdited();
    void offer(const QString &text);

    QString m_field;
    OptionSchema m_schema;
    QLineEdit *m_line = nullptr;
    QPlainTextEdit *m_lines = nullptr;
    QComboBox *m_choice = nullptr;
    QCheckBox *m_flag = nullptr;
    QWidget *m_input = nullptr; ///< the one of them that there is
    Button *m_choose = nullptr;
    QStandardItemModel *m_offered = nullptr;
    std::function<QList<PlaceNames::Offer>(const QString &)> m_offers;
    QLabel *m_note = nullptr; ///< null: nothing was known yet
    QLabel *m_error = nullptr;
    bool m_isWrong = false;
};

} // namespace graticule
