// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/basic/button.h"

class QHBoxLayout;
class QLabel;

namespace graticule {

class Label;

/// The head of a page that is not on the rail: the way back, what it is called, how it stands, what can be done; and a
/// line beneath, of connections that do not follow yet, when there are any.
class PageHead : public QWidget
{
    Q_OBJECT

public:
    /// @p name: of its parts, before their own: "rules" of "rules.state". @p back: where the way back leads.
    PageHead(const ThemeSwitch &themes, const QString &name, const QString &back, const QString &title,
             QWidget *parent);

    Button *add(const QString &words, const char *id, const char *icon, Button::Kind kind = Button::Kind::Default);
    void setState(const QString &words);
    /// Empty: there are none.
    void setWaiting(const QString &words);

Q_SIGNALS:
    void backAsked();

private:
    const ThemeSwitch &m_themes;
    const QString m_name;
    QHBoxLayout *m_row = nullptr;
    Label *m_state = nullptr;
    QLabel *m_waiting = nullptr;
};

} // namespace graticule
