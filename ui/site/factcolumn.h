// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace graticule {

/// A fact in three lines: what it is, the fact, what it rests on. All of it can be selected and copied.
class FactColumn : public QWidget
{
    Q_OBJECT

public:
    explicit FactColumn(const QString &title, QWidget *parent = nullptr);

    void setFact(const QString &fact, const QString &basis);
    /// The basis is in doubt: it gets a colour.
    void setDoubtful(bool doubtful);

private:
    QLabel *m_fact = nullptr;
    QLabel *m_basis = nullptr;
};

/// A label of running text that can be selected with pointer and keyboard. @p look and @p tone: see the style sheet.
QLabel *makeText(QWidget *parent, const char *look, const char *tone);

} // namespace graticule
