// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/basic/themedwidget.h"
#include "widgets/theme/stateshape.h"

namespace graticule {

class Button;

/// One line under the top bar that tells why what is shown is not the newest; pushes the content down.
class NoticeBar : public ThemedWidget
{
    Q_OBJECT

public:
    explicit NoticeBar(const ThemeSwitch &themes, QWidget *parent = nullptr);

    /// @p isBad: something has failed, rather than being on its way. Announced to assistive tools when it changes.
    void tell(StateShape shape, const QString &words, const QString &detail, bool isBad);
    const QString &words() const { return m_words; }

    QSize sizeHint() const override;

Q_SIGNALS:
    void retryAsked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();

    StateShape m_shape = StateShape::Unknown;
    QString m_words;
    QString m_detail;
    bool m_isBad = false;
    Button *m_retry = nullptr;
};

} // namespace graticule
