// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/teamaccess.h"

#include "backend/authority/authority.h"

#include <utility>

namespace graticule {

TeamAccess::TeamAccess(QString configFile, const SecretStore &secrets, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_configFile(std::move(configFile))
    , m_secrets(secrets)
    , m_clock(clock)
{
}

Result<AccessRules> TeamAccess::begin(const KeeperConfig &config)
{
    m_begun = config;
    Result<Done> done = readTokens(config);
    // Before there is an authority nobody was enrolled by it; afterwards the register must be there.
    if (done && !config.authorityDirectory.isEmpty()) {
        m_rules.hasRegister = true;
        if (AuthorityFiles(config.authorityDirectory).isMade())
            done = readRegister();
    }
    return done ? Result<AccessRules>(m_rules) : Result<AccessRules>(done.error());
}

void TeamAccess::readAgain()
{
    const AccessRules before = m_rules;
    QStringList troubles;
    if (m_rules.hasRegister) {
        const Result<Done> done = readRegister();
        if (!done)
            troubles.append(
                QStringLiteral("%1 Who was enrolled and who was revoked stays as it was.").arg(done.error().text));
    }
    readFileAgain(troubles);
    if (m_rules != before)
        Q_EMIT changed(m_rules);
    say(troubles);
    if (!troubles.isEmpty())
        lookAgainLater();
}

Result<Done> TeamAccess::readRegister()
{
    const auto clients = ClientRegister::read(AuthorityFiles(m_begun.authorityDirectory).clients());
    if (!clients)
        return clients.error();
    m_rules.enrolled.clear();
    m_rules.revoked.clear();
    for (const EnrolledClient &client : clients->clients()) {
        if (client.revoked == kNever)
            m_rules.enrolled.insert(client.fingerprint, {client.role, client.expires});
        else
            m_rules.revoked.insert(client.fingerprint);
    }
    return Done();
}

Result<Done> TeamAccess::readTokens(const KeeperConfig &config)
{
    QMap<QByteArray, CallerRole> tokens;
    for (const KeeperConfig::Token &token : config.tokens) {
        const Result<QByteArray> hash = tokenHash(token, m_secrets);
        if (!hash)
            return hash.error();
        tokens.insert(*hash, token.role);
    }
    m_rules.tokens = tokens;
    m_rules.certificates = config.certificates;
    // Whoever has an account here may look, no more. Not what the file says now, but where we listen is what counts.
    const bool isOpen = m_begun.staysOnThisMachine() && m_begun.authorityDirectory.isEmpty() && !config.authenticates();
    m_rules.anonymous = isOpen ? CallerRole::Viewer : CallerRole::None;
    return Done();
}

void TeamAccess::readFileAgain(QStringList &troubles)
{
    Mistakes mistakes;
    const KeeperConfig config = readKeeperConfig(m_configFile, mistakes);
    const Result<Done> done = mistakes.isEmpty() ? readTokens(config) : Result<Done>(Done());
    if (mistakes.isEmpty() && done)
        return;
    for (const Mistake &mistake : std::as_const(mistakes))
        troubles.append(mistake.toString(m_configFile));
    if (!done)
        troubles.append(done.error().text);
    troubles.append(
        QStringLiteral("%1: what it says of clients stays as it was%2")
            .arg(m_configFile, m_rules.hasRegister ? QStringLiteral("; enrolments and revocations count") : QString()));
}

void TeamAccess::say(const QStringList &troubles)
{
    if (troubles == m_troubles)
        return;
    m_troubles = troubles;
    for (const QString &trouble : troubles)
        Q_EMIT said(trouble);
    if (troubles.isEmpty())
        Q_EMIT said(QStringLiteral("%1: who may reach this keeper could be read again").arg(m_configFile));
}

void TeamAccess::lookAgainLater()
{
    if (std::exchange(m_looksAgainSoon, true))
        return;
    m_clock.after(kLookAgain, this, [this] {
        m_looksAgainSoon = false;
        readAgain();
    });
}

} // namespace graticule
