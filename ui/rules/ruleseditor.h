// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/themeswitch.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace graticule {

class Button;

/// The text of label rules, to be written, with what is wrong with it, and an example to begin with.
class RulesEditor : public QWidget
{
    Q_OBJECT

public:
    explicit RulesEditor(const ThemeSwitch &themes, QWidget *parent = nullptr);

    /// What stands there, to the letter but for its line breaks.
    QString text() const;
    /// Without telling that it is edited.
    void setText(const QString &text);
    /// @p text as it stands there, with line breaks of one kind.
    static QString asShown(const QString &text);
    /// As "label-rules.yaml:3: ...", each marked at its line; @p last stands after them.
    void showMistakes(const QStringList &mistakes, const QString &last);
    /// Whether it can be written.
    void setOpen(bool isOpen);
    QWidget *field() const;

Q_SIGNALS:
    void edited();

private:
    void insertExample();

    const ThemeSwitch &m_themes;
    QPlainTextEdit *m_text = nullptr;
    QLabel *m_mistakes = nullptr;
    Button *m_example = nullptr;
};

} // namespace graticule
