// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace graticule {

/// Keeps a window of its own as high as its wrapped texts need at its width. Qt asks a window's layout for its least
/// size without them, and lets longer languages overlap. Lives with the window.
class WrappedHeight : public QObject
{
public:
    /// @p window has its layout already.
    explicit WrappedHeight(QWidget &window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();

    QWidget &m_window;
};

} // namespace graticule
