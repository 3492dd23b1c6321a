// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/addfleetdialog.h"

#include "models/sayingtext.h"
#include "widgets/basic/button.h"
#include "widgets/basic/label.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace graticule {

namespace {

constexpr int kWidth = 460;

} // namespace

AddFleetDialog::AddFleetDialog(const ThemeSwitch &themes, FleetChoices &choices, QWidget *parent)
    : QDialog(parent)
    , m_themes(themes)
    , m_choices(choices)
{
    setObjectName(QStringLiteral("addFleet"));
    setWindowTitle(tr("Add a fleet"));
    setMinimumWidth(kWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(6);
    auto *intro = new QLabel(this);
    intro->setWordWrap(true);
    intro->setText(tr("A team's keeper is reached with a file that its administrator made by \"graticuled enrol\". It "
                      "holds your key: once it is added, delete it."));
    layout->addWidget(intro);
    layout->addSpacing(6);
    m_file = addField(tr("File of the enrolment"), tr("alice.enrolment"), "addFleet.file");
    auto *browse = new Button(themes, tr("Choose …"), Button::Kind::Default, this);
    browse->setAccessibleName(tr("Choose the file of the enrolment"));
    browse->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    layout->removeWidget(m_file);
    row->addWidget(m_file, 1);
    row->addWidget(browse);
    layout->addLayout(row);
    m_place = addField(tr("Address, when it is not the file's, or folder of another home"),
                       tr("keeper.example:7443, unix:///path or /path/of/a/home"), "addFleet.place");
    m_name = addField(tr("Name"), tr("As the keeper calls itself"), "addFleet.name");
    m_trouble = new QLabel(this);
    m_trouble->setProperty("tone", QStringLiteral("critical"));
    m_trouble->setObjectName(QStringLiteral("addFleet.trouble"));
    m_trouble->setWordWrap(true);
    m_trouble->hide();
    layout->addSpacing(4);
    layout->addWidget(m_trouble);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    auto *cancel = new Button(themes, tr("Cancel"), Button::Kind::Default, this);
    cancel->setAutoDefault(false);
    m_add = new Button(themes, tr("Add and show"), Button::Kind::Primary, this);
    m_add->setObjectName(QStringLiteral("addFleet.add"));
    m_add->setDefault(true);
    buttons->addWidget(cancel);
    buttons->addWidget(m_add);
    layout->addSpacing(6);
    layout->addLayout(buttons);
    connect(browse, &QPushButton::clicked, this, &AddFleetDialog::chooseFile);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_add, &QPushButton::clicked, this, &AddFleetDialog::add);
    for (const QLineEdit *field : {m_file, m_place, m_name})
        connect(field, &QLineEdit::textChanged, this, &AddFleetDialog::showState);
    showState();
}

QLineEdit *AddFleetDialog::addField(const QString &title, const QString &hint, const char *name)
{
    auto *label = new Label(m_themes, {.style = TextStyle::Small, .colour = Colour::Text2}, this);
    label->setText(title);
    auto *field = new QLineEdit(this);
    field->setObjectName(QString::fromLatin1(name));
    field->setAccessibleName(title);
    field->setPlaceholderText(hint);
    layout()->addWidget(label);
    layout()->addWidget(field);
    return field;
}

void AddFleetDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("File of the enrolment"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Enrolments (*.enrolment)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, m_file, &QLineEdit::setText);
    dialog->open();
}

void AddFleetDialog::showState()
{
    const bool hasSomething = !m_file->text().trimmed().isEmpty() || !m_place->text().trimmed().isEmpty();
    m_add->setEnabled(hasSomething && !m_isAsking);
    m_add->setToolTip(hasSomething ? QString() : tr("Give a file, an address or a folder"));
    m_trouble->hide();
}

void AddFleetDialog::add()
{
    m_isAsking = true;
    showState();
    const FleetChoices::Order order{m_file->text().trimmed(), m_place->text().trimmed(), m_name->text().trimmed()};
    m_choices.add(order, this, [this](const Result<QString> &added) {
        m_isAsking = false;
        showState();
        if (added) {
            accept();
            m_choices.choose(*added);
            return;
        }
        m_trouble->setText(SayingText::of(added.error()));
        m_trouble->setAccessibleName(SayingText::of(added.error()));
        m_trouble->show();
    });
}

} // namespace graticule
