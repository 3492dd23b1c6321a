// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keeper/teamaccess.h"

#include "backend/authority/authority.h"
#include "backend/connectors/filesecretstore.h"

#include <cstdio>

namespace graticule {
namespace {

std::nullopt_t complain(const Error &error)
{
    std::fprintf(stderr, "graticuled: %s\n", qUtf8Printable(error.text));
    return std::nullopt;
}

} // namespace

std::optional<AccessRules> accessRules(const KeeperConfig &config)
{
    AccessRules rules;
    rules.certificates = config.certificates;
    for (const KeeperConfig::Token &token : config.tokens) {
        const Result<QByteArray> hash = tokenHash(token, FileSecretStore());
        if (!hash)
            return complain(hash.error());
        rules.tokens.insert(*hash, token.role);
    }
    if (config.staysOnThisMachine() && !config.authenticates())
        rules.anonymous = CallerRole::Viewer; // whoever has an account here may look, no more
    if (config.authorityDirectory.isEmpty())
        return rules;
    rules.hasRegister = true;
    const auto clients = ClientRegister::read(AuthorityFiles(config.authorityDirectory).clients());
    if (!clients)
        return complain(clients.error());
    for (const EnrolledClient &client : clients->clients()) {
        if (client.revoked == kNever)
            rules.enrolled.insert(client.fingerprint, client.role);
        else
            rules.revoked.insert(client.fingerprint);
    }
    return rules;
}

} // namespace graticule
