// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/error.h"

#include <QByteArray>
#include <QMap>
#include <QStringList>

#include <optional>
#include <vector>

namespace graticule {

/// The program that an entry of `users` runs to log in.
struct KubeExec
{
    QString apiVersion; ///< "client.authentication.k8s.io/v1" or ".../v1beta1"
    QString command;    ///< looked up in PATH unless it has a slash; then absolute
    QStringList arguments;
    QMap<QString, QString> environment;
    QString installHint;
    bool wantsCluster = false; ///< provideClusterInfo

    /// Program and arguments as a person reads them, and confirms them: one line, quoted as a shell does.
    QString line() const;

    friend bool operator==(const KubeExec &, const KubeExec &) = default;
};

/// An entry of `clusters`. Files are absolute.
struct KubeCluster
{
    QString server; ///< "https://10.0.0.1:6443"; empty where the file does not say
    QString authoritiesFile;
    QByteArray authorities; ///< PEM; wins over the file
    QString serverName;
    QString proxy;
    bool insecure = false;
};

/// An entry of `users`. Files are absolute.
struct KubeUser
{
    QString certificateFile;
    QByteArray certificate; ///< PEM; wins over the file
    QString keyFile;
    QByteArray key; ///< PEM; wins over the file
    QByteArray token;
    QString tokenFile; ///< wins over the token; read again and again
    QString name;      ///< of Basic authentication
    QByteArray password;
    QString as; ///< whom to impersonate; empty: nobody
    QString asUid;
    QStringList asGroups;
    QMap<QString, QStringList> asExtra;
    std::optional<KubeExec> exec;
    QString authProvider; ///< of old kubectls; we cannot use it
};

struct KubeContext
{
    QString cluster;
    QString user;
    QString space; ///< default namespace
};

/// What one or several kubeconfig files say, as kubectl merges them: of two entries of one name the first counts. A
/// value.
struct Kubeconfig
{
    QMap<QString, KubeContext> contexts;
    QMap<QString, KubeCluster> clusters;
    QMap<QString, KubeUser> users;
    QString current;

    /// Nothing is read but @p yaml; relative paths are those of @p folder. At most 1000 entries of each kind. Pure.
    static Result<Kubeconfig> parse(const QByteArray &yaml, const QString &folder);
    /// The files in their order. With several of them those that are missing are left out, as with kubectl.
    static Result<Kubeconfig> load(const QStringList &files);
    /// What @p other has under names of its own.
    void add(const Kubeconfig &other);
};

} // namespace graticule
