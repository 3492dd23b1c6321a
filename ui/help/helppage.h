// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/themeswitch.h"

#include <QTextBrowser>

class QTextBlock;

namespace graticule {

/// One text of the help, in the theme's type and colours. Reads nothing but what is built into the program; links are
/// only told of.
class HelpPage : public QTextBrowser
{
    Q_OBJECT

public:
    explicit HelpPage(const ThemeSwitch &themes, QWidget *parent = nullptr);

    void setText(const QString &markdown);
    /// Scrolls to the first place with one of these words, and marks it; none: to the top.
    void showWords(const QString &words);

Q_SIGNALS:
    /// A link to another text was followed.
    void topicAsked(const QString &id);

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void dress();
    void dressBlock(const QTextBlock &block);
    void dressTables();
    QTextCharFormat lookOf(const QTextCharFormat &was, int level) const;

    const ThemeSwitch &m_themes;
    QString m_markdown;
    QTextDocument *m_dressed = nullptr;
    int m_dressedWidth = 0;
};

} // namespace graticule
