// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/past/exportdialog.h"

#include "models/sayingtext.h"
#include "widgets/basic/button.h"
#include "widgets/basic/label.h"
#include "widgets/basic/wrappedheight.h"

#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QVBoxLayout>

namespace graticule {

namespace {

constexpr int kWidth = 560;
constexpr int kGap = 8; ///< between fields; a title is nearer to its own

QString suffix()
{
    return QStringLiteral("graticule-incident");
}

/// As one types it; every language the same.
QString textOf(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(at), Qt::UTC).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

Instant instantOf(const QString &text)
{
    for (const char *form : {"yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm:ssZ"}) {
        QDateTime at = QDateTime::fromString(text.trimmed(), QLatin1String(form));
        at.setTimeSpec(Qt::UTC);
        if (at.isValid())
            return instantFromMs(at.toMSecsSinceEpoch());
    }
    return kNever;
}

QStringList wordsOf(const QString &text)
{
    QStringList words = text.split(u',', Qt::SkipEmptyParts);
    for (QString &word : words)
        word = word.trimmed();
    words.removeAll(QString());
    return words;
}

} // namespace

ExportDialog::ExportDialog(const ThemeSwitch &themes, IncidentFiles &files, const TimeSpan &span, QWidget *parent)
    : QDialog(parent)
    , m_themes(themes)
    , m_files(files)
{
    setObjectName(QStringLiteral("exportIncident"));
    setWindowTitle(tr("Export an incident file"));
    setMinimumWidth(kWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(kGap);
    auto *title = new Label(themes, {.style = TextStyle::Title}, this);
    title->setText(windowTitle());
    layout->addWidget(title);
    auto *intro = new QLabel(this);
    intro->setWordWrap(true);
    intro->setText(tr("What the keeper recorded of this time, as one signed file that anybody with Graticule can look "
                      "at. It has no credentials."));
    layout->addWidget(intro);
    auto *times = new QHBoxLayout;
    times->setSpacing(12);
    m_from = addField(*times, tr("From, UTC"), textOf(span.from), "export.from");
    m_until = addField(*times, tr("Until, UTC"), textOf(span.until), "export.until");
    layout->addLayout(times);
    m_sites = addField(*layout, tr("Only these sites, with commas between"), {}, "export.sites");
    m_sites->setPlaceholderText(tr("all sites"));
    m_services = addField(*layout, tr("Only these services, with commas between"), {}, "export.services");
    m_services->setPlaceholderText(tr("all services"));
    const QString name = QStringLiteral("incident-%1.%2").arg(textOf(span.from).left(16), suffix());
    auto *row = new QHBoxLayout;
    m_path = addField(*row, tr("File"), QDir::home().filePath(QString(name).replace(u' ', u'-').remove(u':')),
                      "export.path");
    m_choose = new Button(themes, tr("Choose …"), Button::Kind::Default, this);
    m_choose->setAccessibleName(tr("Choose the file to write"));
    m_choose->setAutoDefault(false);
    row->addWidget(m_choose, 0, Qt::AlignBottom);
    layout->addLayout(row);
    m_said = new QLabel(this);
    m_said->setObjectName(QStringLiteral("export.said"));
    m_said->setWordWrap(true);
    layout->addWidget(m_said);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    m_cancel = new Button(themes, tr("Cancel"), Button::Kind::Default, this);
    m_cancel->setObjectName(QStringLiteral("export.cancel"));
    m_cancel->setAutoDefault(false);
    m_export = new Button(themes, tr("Export"), Button::Kind::Primary, this);
    m_export->setObjectName(QStringLiteral("export.start"));
    m_export->setDefault(true);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_export);
    layout->addLayout(buttons);
    connect(m_choose, &QPushButton::clicked, this, &ExportDialog::chooseFile);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::begin);
    connect(&files, &IncidentFiles::progressed, this, [this](int permille) {
        if (m_isWorking && !m_isLeaving)
            say(tr("%1 % is done").arg(permille / 10), false);
    });
    connect(&files, &IncidentFiles::finished, this, &ExportDialog::end);
    for (const QLineEdit *field : {m_from, m_until, m_path})
        connect(field, &QLineEdit::textChanged, this, &ExportDialog::showState);
    showState();
    new WrappedHeight(*this);
}

QLineEdit *ExportDialog::addField(QBoxLayout &to, const QString &title, const QString &text, const char *name)
{
    auto *together = new QVBoxLayout;
    together->setSpacing(2);
    auto *label = new Label(m_themes, {.style = TextStyle::Small, .colour = Colour::Text2}, this);
    label->setText(title);
    auto *field = new QLineEdit(text, this);
    field->setObjectName(QString::fromLatin1(name));
    field->setAccessibleName(title);
    together->addWidget(label);
    together->addWidget(field);
    to.addLayout(together, 1);
    return field;
}

void ExportDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Export an incident file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Incident files (*.graticule-incident)"));
    dialog->setDefaultSuffix(suffix());
    dialog->selectFile(m_path->text());
    connect(dialog, &QFileDialog::fileSelected, m_path, &QLineEdit::setText);
    dialog->open();
}

TimeSpan ExportDialog::span() const
{
    return {instantOf(m_from->text()), instantOf(m_until->text())};
}

void ExportDialog::say(const QString &words, bool isBad)
{
    m_said->setProperty("tone", isBad ? QStringLiteral("critical") : QString());
    m_said->style()->unpolish(m_said);
    m_said->style()->polish(m_said);
    m_said->setText(words);
    m_said->setAccessibleName(words);
}

void ExportDialog::showState()
{
    QString missing;
    if (span().from == kNever || span().until == kNever)
        missing = tr("A time is written like 2026-03-03 10:00:00");
    else if (span().until <= span().from)
        missing = tr("The end must be after the begin");
    else if (m_path->text().trimmed().isEmpty())
        missing = tr("Name the file");
    m_export->setEnabled(missing.isEmpty() && !m_isWorking);
    m_export->setToolTip(missing);
    for (QWidget *field :
         {static_cast<QWidget *>(m_from), static_cast<QWidget *>(m_until), static_cast<QWidget *>(m_sites),
          static_cast<QWidget *>(m_services), static_cast<QWidget *>(m_path), static_cast<QWidget *>(m_choose)})
        field->setEnabled(!m_isWorking);
    if (!m_isWorking)
        say(missing, !missing.isEmpty());
}

void ExportDialog::begin()
{
    m_isWorking = true;
    showState();
    say(tr("%1 % is done").arg(0), false);
    m_files.save({span(), wordsOf(m_sites->text()), wordsOf(m_services->text()), m_path->text().trimmed()});
}

void ExportDialog::end(const Error &why)
{
    if (!m_isWorking)
        return;
    m_isWorking = false;
    showState();
    if (why.text.isEmpty()) {
        Q_EMIT written(m_path->text().trimmed());
        accept();
    } else if (m_isLeaving) {
        QDialog::reject();
    } else {
        say(SayingText::of(why), true);
    }
}

/// What is being made is given up first: no half file is left.
void ExportDialog::reject()
{
    if (!m_isWorking) {
        QDialog::reject();
        return;
    }
    m_isLeaving = true;
    m_cancel->setEnabled(false);
    say(tr("Ending"), false);
    m_files.cancel();
}

} // namespace graticule
