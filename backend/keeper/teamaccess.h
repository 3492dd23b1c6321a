// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/config/keeperconfig.h"
#include "backend/control/accessrules.h"
#include "backend/domain/clock.h"

#include <QObject>

namespace graticule {

/// Who may do what at a team's keeper: what its file says, and the register of its authority. Each is read again on its
/// own, so that a mistake in the one cannot keep a revocation in the other from taking effect; what cannot be read
/// stays as it was known, and is looked at again until it can. Backend thread; reads small files.
class TeamAccess : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds kLookAgain{5'000};

    /// @p secrets and @p clock outlive it.
    TeamAccess(QString configFile, const SecretStore &secrets, Clock &clock, QObject *parent = nullptr);

    /// The rules to begin with. @p config is what the file says at the start, without mistakes; its address and its
    /// authority count until the end. Refused when a token's file or the register cannot be read.
    Result<AccessRules> begin(const KeeperConfig &config);
    /// Reads both again.
    void readAgain();

Q_SIGNALS:
    void changed(const AccessRules &rules);
    void said(const QString &line); ///< for the log

private:
    Result<Done> readRegister();
    Result<Done> readTokens(const KeeperConfig &config);
    void readFileAgain(QStringList &troubles);
    void say(const QStringList &troubles);
    void lookAgainLater();

    const QString m_configFile;
    const SecretStore &m_secrets;
    Clock &m_clock;
    KeeperConfig m_begun;
    AccessRules m_rules;
    QStringList m_troubles;        ///< said last
    bool m_looksAgainSoon = false; ///< a look is to come
};

} // namespace graticule
