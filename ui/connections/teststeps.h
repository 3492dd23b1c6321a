// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/controlvalues.h"
#include "widgets/basic/themedwidget.h"

namespace graticule {

/// The steps of a test as they are done: what, whether it passed, and a detail or why not.
class TestSteps : public ThemedWidget
{
    Q_OBJECT

public:
    explicit TestSteps(const ThemeSwitch &themes, QWidget *parent = nullptr);

    void clear();
    void add(const TestStep &step);
    /// They are of what was entered before: not as loud.
    void setOutdated(bool outdated);
    bool isEmpty() const { return m_steps.isEmpty(); }
    QString copyText() const;

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /// What a step says, and how it is laid out.
    struct Words
    {
        QString text;
        QString detail;
        bool areInOneLine = true;
        int textHeight = 0;
        int detailHeight = 0;
    };
    Words wordsOf(const TestStep &step, int width) const;
    int reasonHeight(const TestStep &step, int width) const;

    QList<TestStep> m_steps;
    bool m_isOutdated = false;
};

} // namespace graticule
