// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/connectionconfig.h"
#include "widgets/theme/themeswitch.h"

#include <QFrame>

#include <functional>
#include <optional>

class QLabel;

namespace graticule {

class Button;

/// Says that a connection was changed, or removed, while somebody edited it, and lets them choose: take what is there
/// now, or keep what they entered. Nothing is lost by either until they save. GUI thread.
class SaveConflict : public QFrame
{
    Q_OBJECT

public:
    explicit SaveConflict(const ThemeSwitch &themes, QWidget *parent = nullptr);

    /// @p now: as the keeper has it; none: it is gone. @p titleOf names a field.
    void tell(const QString &words, const ConnectionConfig &before, const std::optional<ConnectionConfig> &now,
              const std::function<QString(const QString &)> &titleOf);

Q_SIGNALS:
    void takeTheirsAsked();
    void keepMineAsked();

private:
    QLabel *m_words = nullptr;
    QLabel *m_what = nullptr;
    Button *m_theirs = nullptr;
    Button *m_mine = nullptr;
};

/// "Address: tcp://a → tcp://b", a line for each field that differs.
QString changesInWords(const ConnectionConfig &before, const ConnectionConfig &after,
                       const std::function<QString(const QString &)> &titleOf);

} // namespace graticule
