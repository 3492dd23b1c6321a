// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/themeswitch.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace graticule {

class Button;

/// A part of a form that most people leave alone: a heading that folds it away, with what is set in it. GUI thread.
class FoldSection : public QWidget
{
    Q_OBJECT

public:
    FoldSection(const ThemeSwitch &themes, const QString &title, QWidget *parent = nullptr);

    void add(QWidget *part);
    /// Two in a row, each half as wide.
    void add(QWidget *left, QWidget *right);
    void setNote(const QString &note);
    void setOpen(bool open);
    bool isOpen() const { return m_isOpen; }

private:
    Button *m_head = nullptr;
    QLabel *m_note = nullptr;
    QWidget *m_body = nullptr;
    QVBoxLayout *m_parts = nullptr;
    bool m_isOpen = false;
};

} // namespace graticule
