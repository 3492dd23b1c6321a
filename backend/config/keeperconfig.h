// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/config/mistake.h"
#include "backend/connectors/secretstore.h"
#include "backend/domain/callerrole.h"
#include "backend/health/thresholds.h"

#include <QMap>

namespace graticule {

/// A team keeper as its file says (`graticuled --config FILE.yaml`). Paths in it are relative to the file.
///
///     name: emea                       # for people; the host's name when absent
///     data: /var/lib/graticule         # required
///     connections: connections.d       # directory; beside the file when absent
///     secrets: secrets.d               # directory; file: secrets that connections added from outside may name;
///                                      # none when absent (credential: ones they may always name)
///     listen: 0.0.0.0:7443             # 127.0.0.1:7443 when absent; port 0 takes a free one
///     address: keeper.example:7443     # by which others reach it, for enrolments; the host's name when absent
///     authority: authority             # directory; certificates by `graticuled enrol`, instead of tls:
///     tls: {certificate: server.pem, key: server.key, client-ca: clients.pem}
///     clients:
///       certificates: {"alice": operator, "*": viewer}      # common name: role
///       tokens: [{hash: SHA-256 of the token, role: viewer}, {file: token.secret, role: operator}]
///     host: {report: true, labels: {graticule.dev/site: emea-1}}
///     audit: {heads: /var/log/graticule/audit-heads, syslog: true}    # where signed heads of the record go, too
///     health: {window: 10, bad-windows: 2, good-windows: 3, echo: 70}     # seconds; see health/thresholds.h
///     log: info                        # or warning, debug
struct KeeperConfig
{
    enum class LogLevel { Debug, Info, Warning };

    /// One token: its hash, or the file that holds the token itself.
    struct Token
    {
        QByteArray sha256; ///< hex; empty: see file
        QString file;
        CallerRole role = CallerRole::None;
        int line = 0;
    };

    QString name;
    QString dataDirectory;
    QString connectionsDirectory;
    QString secretsDirectory;
    QString listen;
    QString address; ///< "host:port"; its port is 0 when that is not known
    QString authorityDirectory;
    QString certificateFile;
    QString keyFile;
    QString clientCaFile;
    QMap<QString, CallerRole> certificates;
    QList<Token> tokens;
    bool reportsHost = true;
    QMap<QString, QString> hostLabels;
    static constexpr int kMostPeers = 1000;
    bool measures = true; ///< the ways to its endpoints
    int peersAtOnce = 16; ///< that it measures the ways to
    HealthThresholds health;
    QString auditHeadsFile;  ///< a second place of the record's signed heads; empty: none
    bool auditSyslog = true; ///< they go to syslog, too
    LogLevel logLevel = LogLevel::Info;

    bool usesTls() const { return !certificateFile.isEmpty() || !authorityDirectory.isEmpty(); }
    bool authenticates() const { return !certificates.isEmpty() || !tokens.isEmpty() || !authorityDirectory.isEmpty(); }
    /// Only programs on this machine can reach it.
    bool staysOnThisMachine() const;
};

/// Reads and checks @p path. Use the result only when @p mistakes got none; files that it names are looked at too.
KeeperConfig readKeeperConfig(const QString &path, Mistakes &mistakes);

/// The same, for text that is at hand; relative paths start at @p directory.
KeeperConfig parseKeeperConfig(const QByteArray &yaml, const QString &directory, Mistakes &mistakes);

/// SHA-256 (hex) of a token, reading its file if need be.
Result<QByteArray> tokenHash(const KeeperConfig::Token &token, const SecretStore &secrets);

} // namespace graticule
