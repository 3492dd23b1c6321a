// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dropped/droppedfile.h"

#include <QObject>

class QMimeData;
class QWidget;

namespace graticule {

/// Lets files be dropped on a window and reads them in a worker. GUI thread.
class DropTarget : public QObject
{
    Q_OBJECT

public:
    static constexpr int kMost = 20; ///< files at a time; more are a slip of the hand

    /// @p window accepts drops from now on, and owns this.
    explicit DropTarget(QWidget *window);

    /// As if they had been dropped; tells of each with fileRead().
    void open(const QStringList &paths);

Q_SIGNALS:
    void fileRead(const graticule::DroppedFile &file);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    static QStringList filesOf(const QMimeData *data);
};

} // namespace graticule
