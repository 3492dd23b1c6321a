// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/secretstore.h"

#include <QProcessEnvironment>

namespace graticule {

/// Secrets from files (owner-only ones), from the environment, and from systemd's credentials directory.
class FileSecretStore : public SecretStore
{
public:
    explicit FileSecretStore(const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());

    Result<QByteArray> read(const SecretReference &reference) const override;

private:
    QProcessEnvironment m_environment;
};

} // namespace graticule
