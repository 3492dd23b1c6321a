// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/verbs/verb.h"
#include "backend/domain/connectionconfig.h"

namespace graticule {

/// `graticule connect TYPE ADDRESS`: tries an endpoint and, when that works, saves it.
class ConnectVerb : public Verb
{
    Q_OBJECT

public:
    using Verb::Verb;

    static VerbEntry entry();

    void start() override;

private:
    void test(const ControlCalls &calls);
    void save(const ControlCalls &calls);

    ConnectionConfig m_config;
};

/// The connection that the command line describes; paths of files are made absolute. Refused, naming the option.
Result<ConnectionConfig> readConnection(const Arguments &arguments);

/// A name made from type and address, e.g. "docker-local" or "dub.example": what a person might have taken.
QString suggestedName(const QString &type, const QString &address);

/// @p text of the keeper, which names fields of connection files, with this verb's options in their place: "tls.ca" is
/// --ca.
QString inVerbWords(QString text);

/// The command that undoes a connection of that name, as a shell takes it.
QString removeHint(const QString &name);

} // namespace graticule
