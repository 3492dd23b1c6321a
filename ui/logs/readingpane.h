// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/themeswitch.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QStackedLayout;

namespace graticule {

class Button;
class ViewState;

/// What the panels of a log window have below their tools: what is read, or in its place a notice why nothing is; and
/// at the foot how that stands, beside buttons. Its parts are named "NAME.notice", "NAME.state", "NAME.BUTTON".
class ReadingPane : public QWidget
{
    Q_OBJECT

public:
    /// @p icon: of notices that tell of no failure.
    ReadingPane(const ThemeSwitch &themes, const QString &name, const QString &icon, QWidget *content,
                QWidget *parent = nullptr);

    void showContent();
    bool isContentShown() const;
    /// With nothing said at the foot.
    void showNotice(const QString &sentence, const QString &detail, bool isFailure);
    /// At the foot.
    void say(const QString &words);
    Button *addButton(const QString &name, const QString &icon, const QString &text);

private:
    const ThemeSwitch &m_themes;
    QString m_name;
    QString m_icon;
    QWidget *m_content;
    QStackedLayout *m_stack = nullptr;
    ViewState *m_notice = nullptr;
    QHBoxLayout *m_foot = nullptr;
    QLabel *m_state = nullptr;
};

} // namespace graticule
