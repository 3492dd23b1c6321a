// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/past/incidentfiles.h"
#include "widgets/theme/themeswitch.h"

#include <QDialog>

class QBoxLayout;
class QLabel;
class QLineEdit;

namespace graticule {

class Button;

/// Asks which stretch of time is to become an incident file, of which sites and services, and where; shows how far it
/// is, and can be cancelled. What is wrong is said in the dialog, which stays open. GUI thread.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// Both outlive the dialog.
    ExportDialog(const ThemeSwitch &themes, IncidentFiles &files, const TimeSpan &span, QWidget *parent = nullptr);

    void reject() override;

Q_SIGNALS:
    void written(const QString &path);

private:
    QLineEdit *addField(QBoxLayout &to, const QString &title, const QString &text, const char *name);
    void chooseFile();
    void showState();
    void begin();
    void end(const Error &why);
    void say(const QString &words, bool isBad);
    TimeSpan span() const;

    const ThemeSwitch &m_themes;
    IncidentFiles &m_files;
    QLineEdit *m_from = nullptr;
    QLineEdit *m_until = nullptr;
    QLineEdit *m_sites = nullptr;
    QLineEdit *m_services = nullptr;
    QLineEdit *m_path = nullptr;
    Button *m_choose = nullptr;
    QLabel *m_said = nullptr;
    Button *m_cancel = nullptr;
    Button *m_export = nullptr;
    bool m_isWorking = false;
    bool m_isLeaving = false;
};

} // namespace graticule
