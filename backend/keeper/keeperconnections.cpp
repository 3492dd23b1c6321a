// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Keeper that has to do with what a person may do to its connections.
#include "backend/connectors/commonfields.h"
#include "backend/domain/connectionfields.h"
#include "backend/domain/saying.h"
#include "backend/keeper/connectiontest.h"
#include "backend/keeper/keeper.h"
#include "backend/places/siteresolver.h"

#include <QUuid>

namespace graticule {
namespace {

Error refusal(ErrorKind kind, const QString &text)
{
    return {kind, Fault::Input, text, std::nullopt};
}

} // namespace

QList<ConnectionConfig> Keeper::connections() const
{
    Q_EMIT asked();
    QList<ConnectionConfig> result;
    for (const Supervisor *supervisor : m_connections.all())
        result.append(supervisor->config());
    std::sort(result.begin(), result.end(),
              [](const ConnectionConfig &a, const ConnectionConfig &b) { return a.name < b.name; });
    return result;
}

/// What is wrong with a connection that somebody asks for.
QStringList Keeper::complaintsOf(const ConnectionConfig &config) const
{
    QStringList complaints;
    for (const Mistake &mistake : checkConnection(config, m_parts.registry))
        complaints.append(mistake.toString());
    const QString secret = m_options.callerSecrets.trouble(config.token);
    if (!secret.isEmpty())
        complaints.append(QStringLiteral("token: ") + secret);
    const ConnectorType *type = m_parts.registry.find(config.type);
    for (const OptionSchema &option : type ? type->options : std::vector<OptionSchema>()) {
        const QString file = config.options.value(option.name);
        if (option.kind != OptionKind::File || file.isEmpty())
            continue;
        const QString trouble = m_options.callerSecrets.trouble(QStringLiteral("file:") + file);
        if (!trouble.isEmpty())
            complaints.append(QStringLiteral("options.%1: %2").arg(option.name, trouble));
    }
    return complaints;
}

Result<Done> Keeper::checkNew(const ConnectionConfig &config) const
{
    QStringList complaints = complaintsOf(config);
    if (QUuid::fromString(config.id.toString()).toString(QUuid::WithoutBraces) != config.id.toString())
        complaints.append(QStringLiteral("id: is not a UUID; leave it empty to have one made"));
    if (config.token.startsWith(QLatin1String("keychain:")))
        complaints.append(QStringLiteral("token: this keeper has no keychain; use file:/path or env:NAME"));
    if (!complaints.isEmpty())
        return refusal(ErrorKind::Invalid, complaints.join(QStringLiteral("; ")));
    for (const Supervisor *other : m_connections.all()) {
        if (other->config().name == config.name && other->config().id != config.id)
            return refusal(
                ErrorKind::Conflict,
                QStringLiteral("name: there is a connection \"%1\" already; take another name.").arg(config.name));
    }
    return Done();
}

/// Why no connection of ours has that name or id: it may be one that another keeper tells of.
Error Keeper::noConnection(const QString &nameOrId) const
{
    const Table<Connection> &known = m_fleet.tables().connections;
    const Connection *meant = known.find(EntityId(nameOrId));
    known.forEach([&](const Connection &candidate) {
        if (!meant && candidate.name == nameOrId)
            meant = &candidate;
    });
    const Connection *way = meant ? known.find(meant->through) : nullptr;
    if (way)
        return refusal(ErrorKind::Invalid,
                       QStringLiteral("\"%1\" is behind \"%2\": do it at that keeper.").arg(meant->name, way->name));
    return refusal(ErrorKind::NotFound, QStringLiteral("There is no connection \"%1\".").arg(nameOrId.left(200)));
}

/// The connection as it is; refused when no file holds it.
Result<ConnectionConfig> Keeper::mayChange(const QString &nameOrId) const
{
    const Supervisor *supervisor = m_connections.find(nameOrId);
    if (!supervisor)
        return noConnection(nameOrId);
    const ConnectionConfig &config = supervisor->config();
    if (config.origin == Origin::Lab)
        return refusal(ErrorKind::Invalid,
                       QStringLiteral("\"%1\" belongs to the lab: stop the lab to remove it.").arg(config.name));
    for (const ConnectionConfig &builtIn : m_options.builtIn) {
        if (builtIn.id == config.id)
            return refusal(ErrorKind::Invalid, QStringLiteral("\"%1\" is set in the keeper's own configuration; change "
                                                              "it there.")
                                                   .arg(config.name));
    }
    return config;
}

/// A person's own edits of the file come first: they are read before we write. Refused when they cannot be read.
Result<Done> Keeper::adoptFromDisk(const EntityId &id)
{
    BrokenConnectionFile broken;
    switch (m_files.look(id, &broken)) {
    case ConnectionFiles::OnDisk::Same:
        break;
    case ConnectionFiles::OnDisk::Changed:
    case ConnectionFiles::OnDisk::Gone:
        reload();
        break;
    case ConnectionFiles::OnDisk::Broken:
        return refusal(ErrorKind::Conflict,
                       QStringLiteral("%1 was changed on disk and cannot be read now (%2). It was left untouched and "
                                      "nothing was saved: mend the file first.")
                           .arg(broken.path, broken.mistakes.first().toString()));
    }
    return Done();
}

Result<ConnectionConfig> Keeper::replace(ConnectionConfig config, const ConnectionConfig &before)
{
    Q_EMIT asked();
    const Result<Done> read = adoptFromDisk(before.id);
    if (!read)
        return read.error();
    const Result<ConnectionConfig> now = mayChange(before.id.toString());
    if (!now && now.error().kind == ErrorKind::NotFound)
        return refusal(ErrorKind::Conflict,
                       QStringLiteral("\"%1\" was removed meanwhile. Nothing was saved.").arg(before.name.left(200)));
    if (!now)
        return now;
    const QStringList changed = changedFields(before, *now);
    if (!changed.isEmpty())
        return refusal(ErrorKind::Conflict, QStringLiteral("\"%1\" was changed meanwhile (%2). Nothing was saved.")
                                                .arg(now->name, changed.join(QStringLiteral(", "))));
    config.id = now->id;
    config.paused = now->paused; // a state, not a part of what was edited
    return save(std::move(config));
}

Result<ConnectionConfig> Keeper::retry(const QString &nameOrId)
{
    Q_EMIT asked();
    Supervisor *supervisor = m_connections.find(nameOrId);
    if (!supervisor)
        return noConnection(nameOrId);
    if (supervisor->config().paused)
        return refusal(ErrorKind::Invalid,
                       QStringLiteral("\"%1\" is paused; resume it first.").arg(supervisor->config().name));
    supervisor->retryNow();
    return supervisor->config();
}

Result<ConnectionConfig> Keeper::save(ConnectionConfig config)
{
    Q_EMIT asked();
    config.origin = Origin::Real;
    if (config.id.isEmpty()) {
        config.id = EntityId(QUuid::createUuid().toString(QUuid::WithoutBraces));
    } else if (m_connections.find(config.id)) {
        const auto allowed = mayChange(config.id.toString());
        if (!allowed)
            return allowed.error();
        const Result<Done> read = adoptFromDisk(config.id);
        if (!read)
            return read.error();
        const Supervisor *now = m_connections.find(config.id);
        if (now && !changedFields(*allowed, now->config()).isEmpty())
            return refusal(ErrorKind::Conflict, QStringLiteral("The file of \"%1\" was changed on disk and has been "
                                                               "read again. Nothing was saved.")
                                                    .arg(now->config().name));
    }
    const Result<Done> good = checkNew(config);
    if (!good)
        return good.error();
    const Result<Done> saved = m_files.save(config);
    if (!saved)
        return saved.error();
    const Supervisor *known = m_connections.find(config.id);
    if (!known || known->config() != config)
        add(config);
    return config;
}

Result<ConnectionConfig> Keeper::remove(const QString &nameOrId)
{
    Q_EMIT asked();
    Result<ConnectionConfig> config = mayChange(nameOrId);
    if (!config)
        return config;
    if (const Result<Done> read = adoptFromDisk(config->id); !read)
        return read.error();
    config = mayChange(config->id.toString()); // so that the undo has the person's own edits
    if (!config)
        return config;
    const Result<Done> removed = m_files.remove(config->id);
    if (!removed)
        return removed.error();
    m_connections.remove(config->id);
    m_last.forget(config->id);
    return config;
}

Result<ConnectionConfig> Keeper::setPaused(const QString &nameOrId, bool paused)
{
    Q_EMIT asked();
    Supervisor *supervisor = m_connections.find(nameOrId);
    if (!supervisor)
        return noConnection(nameOrId);
    if (const Result<Done> read = adoptFromDisk(supervisor->config().id); !read)
        return read.error();
    supervisor = m_connections.find(nameOrId);
    if (!supervisor)
        return refusal(ErrorKind::NotFound, QStringLiteral("\"%1\" was removed meanwhile.").arg(nameOrId.left(200)));
    ConnectionConfig config = supervisor->config();
    config.paused = paused;
    if (mayChange(nameOrId)) { // others are paused for this run only
        const Result<Done> saved = m_files.save(config);
        if (!saved)
            return saved.error();
    }
    supervisor->setPaused(paused);
    return config;
}

void Keeper::test(const ConnectionConfig &config, Steps steps)
{
    Q_EMIT asked();
    ConnectionConfig tried = config;
    if (tried.name.isEmpty())
        tried.name = QStringLiteral("test"); // need not have one yet
    if (tried.id.isEmpty())
        tried.id = EntityId(QUuid::createUuid().toString(QUuid::WithoutBraces));
    QStringList complaints = complaintsOf(tried);
    for (const QString &field : placeFields()) {
        for (const PlaceTrouble &trouble : m_parts.sites.troubles(tried.labels)) {
            if (trouble.label == placeLabel(field))
                complaints.append(field + QStringLiteral(": ") + trouble.text);
        }
    }
    if (!complaints.isEmpty()) {
        steps({QStringLiteral("Settings"),
               {},
               false,
               refusal(ErrorKind::Invalid, complaints.join(QStringLiteral("; "))),
               true});
        return;
    }
    ConnectionTest::run(*m_parts.registry.find(tried.type), tried,
                        {m_parts.clock, m_parts.sites, m_parts.secrets, m_options.id}, std::move(steps), this);
}

/// What stands beside a found endpoint that leads where a connection leads already: the names of those.
QString Keeper::twinsOf(const FoundEndpoint &found, const std::vector<FoundEndpoint> &all) const
{
    QStringList names;
    for (const Supervisor *supervisor : m_connections.all()) {
        const ConnectionConfig &config = supervisor->config();
        QStringList identities = supervisor->identities();
        if (identities.isEmpty()) { // it has not answered yet: as far as files tell
            const auto same = std::find_if(all.cbegin(), all.cend(), [&](const FoundEndpoint &one) {
                return one.type == config.type && one.address == config.address;
            });
            if (same != all.cend())
                identities = {same->identity};
        }
        if (!found.identity.isEmpty() && config.type == found.type && identities.contains(found.identity))
            names.append(config.name);
    }
    return names.isEmpty() ? QString() : phrase("phrase.same-cluster-connected", {names.join(QStringLiteral(", "))});
}

void Keeper::discover(std::function<void(const QList<DiscoveredEndpoint> &)> done)
{
    Q_EMIT asked();
    struct Search
    {
        size_t pending = 0;
        QList<DiscoveredEndpoint> found;
    };
    auto search = std::make_shared<Search>();
    search->pending = m_options.discoverers.size();
    if (search->pending == 0)
        done({});
    for (const auto &discoverer : m_options.discoverers) {
        discoverer([this, search, done](const std::vector<FoundEndpoint> &found) {
            for (const FoundEndpoint &one : found) {
                DiscoveredEndpoint endpoint{one.type, one.address, one.name, one.note, one.usable, false};
                for (const Supervisor *supervisor : m_connections.all()) {
                    const ConnectionConfig &config = supervisor->config();
                    endpoint.connected |= config.type == one.type && config.address == one.address;
                }
                if (const QString twins = twinsOf(one, found); one.usable && !endpoint.connected && !twins.isEmpty())
                    endpoint.note = twins;
                search->found.append(endpoint);
            }
            if (--search->pending == 0)
                done(search->found);
        });
    }
}

QList<ConnectorTypeInfo> Keeper::connectorTypes() const
{
    Q_EMIT asked();
    QList<ConnectorTypeInfo> result;
    for (const ConnectorType &type : m_parts.registry.types()) {
        ConnectorTypeInfo info{type.type, type.title, type.addressHelp, {}};
        info.addressExample = type.addressExample;
        info.addressOptional = type.addressOptional;
        for (const OptionSchema &option : optionsOf(type))
            info.options.append(option);
        for (const OptionSchema &field : type.fields)
            info.fields.append(field);
        result.append(info);
    }
    return result;
}

QList<BrokenFile> Keeper::brokenFiles() const
{
    Q_EMIT asked();
    QList<BrokenFile> result;
    for (const BrokenConnectionFile &file : m_files.broken()) {
        BrokenFile told{file.path, {}};
        for (const Mistake &mistake : file.mistakes)
            told.mistakes.append(mistake.toString());
        result.append(told);
    }
    if (!m_rules.mistakes().isEmpty())
        result.append({m_rules.path(), m_rules.mistakes()});
    if (!m_same.trouble().isEmpty())
        result.append({m_same.path(), {m_same.trouble()}});
    return result;
}

} // namespace graticule
