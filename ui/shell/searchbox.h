// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/themeswitch.h"

#include <QAbstractButton>
#include <QKeySequence>

namespace graticule {

/// The box in the top bar that opens the palette: it looks like a field and says its key. Where there is little room
/// one word of it is left, or only its icon.
class SearchBox : public QAbstractButton
{
    Q_OBJECT

public:
    SearchBox(const ThemeSwitch &themes, const QKeySequence &keys, QWidget *parent = nullptr);

    enum class Form {
        Full,
        Short, ///< one word and the key
        Icon,
    };
    void setForm(Form form);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString words() const;

    const ThemeSwitch &m_themes;
    QString m_key;
    Form m_form = Form::Full;
};

} // namespace graticule
