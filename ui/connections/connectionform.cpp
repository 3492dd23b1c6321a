// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connectionform.h"

#include "backend/domain/connectionfields.h"
#include "ui/connections/foldsection.h"
#include "ui/connections/optioninput.h"
#include "ui/connections/placenames.h"

#include <QApplication>
#include <QVBoxLayout>

namespace graticule {

namespace {

constexpr int kPause = 500; ///< ms
constexpr char kContext[] = "options.context";

bool isShared(const QString &field)
{
    return field == QLatin1String("labels") || !placeLabel(field).isEmpty() || field == QLatin1String("token") ||
           field.startsWith(QLatin1String("tls."));
}

bool isUsual(const OptionInput &input, const QString &value)
{
    return value == input.schema().fallback || value == fieldOf(ConnectionConfig(), input.field());
}

} // namespace

ConnectionForm::ConnectionForm(const ThemeSwitch &themes, PlaceNames &places, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_places(places)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &ConnectionForm::showPlaceTroubles);
    connect(&places, &PlaceNames::loaded, this, &ConnectionForm::showPlaceTroubles);
    connect(&m_contexts, &ContextNames::changed, this, &ConnectionForm::showContexts);
}

void ConnectionForm::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_places.load();
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
    addPlace(kind.fields);
    const auto byGroup = [&](bool advanced) {
        for (const OptionSchema &field : kind.fields) {
            if (field.advanced == advanced && placeLabel(field.name).isEmpty())
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
    if (OptionInput *context = input(QLatin1String(kContext)); context && kind.type == QLatin1String("kubernetes"))
        context->setOffers([this](const QString &text) { return m_contexts.offers(text); });
    entered.type = kind.type;
    setConfig(entered);
}

/// Of the kubeconfig that is written as the address. A keeper elsewhere reads a file of its own by that path.
void ConnectionForm::lookForContexts()
{
    const OptionInput *address = input(QStringLiteral("address"));
    const bool isHere = m_kind.type == QLatin1String("kubernetes") && m_whyNoFile.isEmpty();
    m_contexts.look(address && isHere ? address->text() : QString());
}

void ConnectionForm::showContexts()
{
    if (OptionInput *context = input(QLatin1String(kContext)))
        context->setNote(m_contexts.words());
}

OptionInput *ConnectionForm::makeInput(const QString &field, const OptionSchema &schema, FoldSection *section)
{
    auto *input = new OptionInput(m_themes, field, schema, m_body);
    input->setWhyNoFile(m_whyNoFile);
    m_inputs.emplace_back(input, section);
    connect(input, &OptionInput::edited, this, [this] {
        showSections(false);
        lookForContexts();
        Q_EMIT edited();
    });
    connect(input, &OptionInput::entered, this, &ConnectionForm::entered);
    return input;
}

void ConnectionForm::addInput(const QString &field, const OptionSchema &schema, FoldSection *section)
{
    OptionInput *input = makeInput(field, schema, section);
    if (section)
        section->add(input);
    else
        m_body->layout()->addWidget(input);
}

/// Where it stands, in pairs as they belong together.
void ConnectionForm::addPlace(const QList<OptionSchema> &fields)
{
    std::vector<OptionInput *> inputs;
    FoldSection *place = nullptr;
    for (const OptionSchema &field : fields) {
        if (placeLabel(field.name).isEmpty())
            continue;
        if (!place) {
            place = new FoldSection(m_themes, tr("Place"), m_body);
            m_body->layout()->addWidget(place);
            m_sections.emplace_back(tr("Place"), place);
        }
        inputs.push_back(makeInput(field.name, field, place));
        connect(inputs.back(), &OptionInput::edited, &m_pause, qOverload<>(&QTimer::start));
        if (field.name == QLatin1String("place.city"))
            inputs.back()->setOffers([this](const QString &text) {
                const OptionInput *country = input(QStringLiteral("place.country"));
                return m_places.cities(text, country ? country->text() : QString());
            });
        else if (field.name == QLatin1String("place.country"))
            inputs.back()->setOffers([this](const QString &text) { return m_places.countries(text); });
    }
    for (size_t i = 0; i < inputs.size(); i += 2) {
        if (i + 1 < inputs.size())
            place->add(inputs[i], inputs[i + 1]);
        else
            place->add(inputs[i]);
    }
}

void ConnectionForm::setWhyNoFile(const QString &why)
{
    m_whyNoFile = why;
    for (const auto &[input, section] : m_inputs)
        input->setWhyNoFile(why);
    lookForContexts();
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
    showPlaceTroubles();
    lookForContexts();
    showContexts();
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
    config.options.removeIf([this](auto option) { return !input(QStringLiteral("options.") + option.key()); });
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
        const bool isPlace = title == tr("Place");
        const int labels = title == tr("Labels") ? int(config().labels.size()) : 0;
        section->setNote(labels > 0 ? tr("%n labels", nullptr, labels)
                         : set > 0  ? tr("%n filled in", nullptr, set)
                         : isPlace  ? tr("what the endpoint tells")
                                    : tr("as usual"));
        if (open)
            section->setOpen(set > 0 || isPlace);
    }
}

ConnectionForm::Troubles ConnectionForm::check() const
{
    Troubles troubles;
    for (const auto &[input, section] : m_inputs) {
        if (const QString trouble = input->trouble(); !trouble.isEmpty())
            troubles.insert(input->field(), input->text().isEmpty() ? tr("is missing") : trouble);
    }
    const Troubles places = placeTroubles();
    for (auto place = places.cbegin(); place != places.cend(); ++place) {
        if (!troubles.contains(place.key()))
            troubles.insert(place.key(), *place);
    }
    return troubles;
}

/// What is entered as a place and cannot be meant; also a place that the labels say otherwise.
ConnectionForm::Troubles ConnectionForm::placeTroubles() const
{
    Troubles troubles;
    const QList<PlaceTrouble> found = m_places.troubles(config().labels);
    const OptionInput *labels = input(QStringLiteral("labels"));
    ConnectionConfig written;
    if (labels)
        setField(written, labels->field(), labels->text());
    for (const QString &field : placeFields()) {
        const OptionInput *place = input(field);
        if (!place)
            continue;
        const QString other = fieldOf(written, field);
        if (!place->text().isEmpty() && !other.isEmpty() && other != place->text())
            troubles.insert(QStringLiteral("labels"),
                            tr("give another place than the field %1; leave one of them out").arg(place->title()));
        for (const PlaceTrouble &trouble : found) {
            if (trouble.label == placeLabel(field) && !place->text().isEmpty())
                troubles.insert(field, trouble.text);
        }
    }
    return troubles;
}

void ConnectionForm::showPlaceTroubles()
{
    const Troubles troubles = placeTroubles();
    for (const auto &[input, section] : m_inputs) {
        if (placeLabel(input->field()).isEmpty())
            continue;
        input->showTrouble(troubles.value(input->field()));
        if (input->hasTrouble() && input->isAncestorOf(QApplication::focusWidget()))
            Q_EMIT revealAsked(input); // the complaint stands below what is typed, perhaps below the fold
    }
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
    if (first) {
        first->focusInput();
        Q_EMIT revealAsked(first);
    }
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
    for (const auto &[input, section] : m_inputs) {
        if (input->field() != field)
            continue;
        if (section)
            section->setOpen(true);
        input->focusInput();
        Q_EMIT revealAsked(input);
    }
}

} // namespace graticule
