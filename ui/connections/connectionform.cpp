// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connectionform.h"

#include "backend/domain/connectionfields.h"
#include "ui/connections/foldsection.h"
#include "ui/connections/optioninput.h"

#include <QVBoxLayout>

namespace graticule {

namespace {

bool isShared(const QString &field)
{
    return field == QLatin1String("labels") || field == QLatin1String("token") ||
           field.startsWith(QLatin1String("tls."));
}

bool isUsual(const OptionInput &input, const QString &value)
{
    return value == input.schema().fallback || value == fieldOf(ConnectionConfig(), input.field());
}

} // namespace

ConnectionForm::ConnectionForm(const ThemeSwitch &themes, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
}

void ConnectionForm::setKind(const ConnectorTypeInfo &kind)
{
    if (m_body && kind.type == m_kind.type && kind.fields == m_kind.fields && kind.options == m_kind.options)
        return;
    ConnectionConfig entered = m_body ? config() : m_base;
    delete m_body;
    m_inputs.clear();
    m_sections.clear();
    m_kind = kind;
    m_body = new QWidget(this);
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(12);
    m_layout->addWidget(m_body);

    OptionSchema address{QStringLiteral("address"), kind.addressHelp, {}, !kind.addressOptional};
    address.title = tr("Address");
    address.example = kind.addressExample;
    addInput(address.name, address, nullptr);
    OptionSchema name{QStringLiteral("name"), tr("By which people know it; also the name of its file."), {}, true};
    name.title = tr("Name");
    addInput(name.name, name, nullptr);
    const auto byGroup = [&](bool advanced) {
        for (const OptionSchema &field : kind.fields) {
            if (field.advanced == advanced)
                addInput(field.name, field, section(field.group, advanced));
        }
    };
    for (const OptionSchema &option : kind.options) {
        if (!option.advanced)
            addInput(QStringLiteral("options.") + option.name, option, nullptr);
    }
    byGroup(false);
    byGroup(true);
    for (const OptionSchema &option : kind.options) {
        if (option.advanced)
            addInput(QStringLiteral("options.") + option.name, option, section(OptionGroup::Own, true));
    }
    entered.type = kind.type;
    setConfig(entered);
}

void ConnectionForm::addInput(const QString &field, const OptionSchema &schema, FoldSection *section)
{
    auto *input = new OptionInput(field, schema, m_body);
    if (section)
        section->add(input);
    else
        m_body->layout()->addWidget(input);
    m_inputs.emplace_back(input, section);
    connect(input, &OptionInput::edited, this, [this] {
        showSections(false);
        Q_EMIT edited();
    });
    connect(input, &OptionInput::entered, this, &ConnectionForm::entered);
}

FoldSection *ConnectionForm::section(OptionGroup group, bool advanced)
{
    const QString title = [&] {
        if (advanced)
            return tr("Advanced");
        switch (group) {
        case OptionGroup::Tls:
            return tr("TLS");
        case OptionGroup::Credentials:
            return tr("Credentials, by reference");
        case OptionGroup::Declared:
            return tr("Labels");
        case OptionGroup::Budget:
            return tr("Load budget");
        default:
            return tr("Other");
        }
    }();
    for (const auto &[known, section] : m_sections) {
        if (known == title)
            return section;
    }
    auto *section = new FoldSection(m_themes, title, m_body);
    m_body->layout()->addWidget(section);
    m_sections.emplace_back(title, section);
    return section;
}

OptionInput *ConnectionForm::input(const QString &field) const
{
    for (const auto &[input, section] : m_inputs) {
        if (input->field() == field)
            return input;
    }
    return nullptr;
}

void ConnectionForm::setConfig(const ConnectionConfig &config)
{
    m_base = config;
    for (const auto &[input, section] : m_inputs) {
        // What is as usual is shown by the placeholder.
        const QString value = fieldOf(config, input->field());
        input->setText(isUsual(*input, value) ? QString() : value);
    }
    showSections(true);
}

ConnectionConfig ConnectionForm::config() const
{
    ConnectionConfig config = m_base;
    config.type = m_kind.type;
    for (const auto &[input, section] : m_inputs) {
        const QString value = input->text();
        if (!value.isEmpty() || !isUsual(*input, fieldOf(m_base, input->field())))
            setField(config, input->field(), value); // else it stays as somebody wrote it
    }
    if (m_base.type == m_kind.type)
        return config;
    // Of another kind: what this one does not have goes.
    for (const QString &option : config.options.keys()) {
        if (!input(QStringLiteral("options.") + option))
            config.options.remove(option);
    }
    for (const QString &field : changedFields(ConnectionConfig(), config)) {
        if (isShared(field) && !m_kind.fields.isEmpty() && !input(field))
            setField(config, field, {});
    }
    return config;
}

/// What is set in each section; @p open: unfolds those that hold something.
void ConnectionForm::showSections(bool open)
{
    for (const auto &[title, section] : m_sections) {
        int set = 0;
        for (const auto &[input, of] : m_inputs)
            set += of == section && !input->text().isEmpty() ? 1 : 0;
        section->setNote(set > 0 ? tr("%n set", nullptr, set) : tr("as usual"));
        if (open)
            section->setOpen(set > 0);
    }
}

ConnectionForm::Troubles ConnectionForm::check() const
{
    Troubles troubles;
    for (const auto &[input, section] : m_inputs) {
        if (const QString trouble = input->trouble(); !trouble.isEmpty())
            troubles.insert(input->field(), input->text().isEmpty() ? tr("is missing") : trouble);
    }
    return troubles;
}

ConnectionForm::Troubles ConnectionForm::showTroubles(const Troubles &troubles)
{
    Troubles left = troubles;
    OptionInput *first = nullptr;
    for (const auto &[input, section] : m_inputs) {
        const QString trouble = left.take(input->field());
        input->showTrouble(trouble);
        if (trouble.isEmpty())
            continue;
        if (section)
            section->setOpen(true);
        if (!first)
            first = input;
    }
    if (first)
        first->focusInput();
    return left;
}

QString ConnectionForm::titleOf(const QString &field) const
{
    if (field == QLatin1String("type"))
        return tr("Kind");
    const OptionInput *found = input(field);
    return found ? found->title() : field;
}

void ConnectionForm::focusField(const QString &field)
{
    if (OptionInput *found = input(field))
        found->focusInput();
}

} // namespace graticule
