// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/certificates.h"

#include <QFile>
#include <QProcess>

namespace graticule::testing {
namespace {
const QStringList kKeyOptions = {QStringLiteral("-newkey"), QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                                 QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes")};
}

void Certificates::openssl(const QStringList &arguments) const
{
    QProcess process;
    process.start(QStringLiteral("openssl"), arguments);
    if (!process.waitForFinished(30'000) || process.exitCode() != 0)
        qFatal("openssl %s: %s", qPrintable(arguments.join(QLatin1Char(' '))),
               process.readAllStandardError().constData());
}

void Certificates::makeAuthority(const QString &name, const QString &authority) const
{
    const QStringList by = authority.isEmpty() ? QStringList()
                                               : QStringList{QStringLiteral("-CA"), certificate(authority),
                                                             QStringLiteral("-CAkey"), key(authority)};
    openssl(QStringList{QStringLiteral("req"), QStringLiteral("-x509")} + kKeyOptions +
            QStringList{QStringLiteral("-days"), QStringLiteral("30"), QStringLiteral("-subj"),
                        QStringLiteral("/CN=") + name, QStringLiteral("-addext"),
                        QStringLiteral("keyUsage=critical,keyCertSign"), QStringLiteral("-keyout"), key(name),
                        QStringLiteral("-out"), certificate(name)} +
            by);
}

void Certificates::make(const QString &name, const QString &authority, const QString &commonName, int days,
                        const QString &alternativeNames) const
{
    const QString request = m_directory + QLatin1Char('/') + name + QStringLiteral(".csr");
    const QString extensions = m_directory + QLatin1Char('/') + name + QStringLiteral(".ext");
    QFile file(extensions);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", qPrintable(extensions));
    file.write("extendedKeyUsage=serverAuth,clientAuth\nsubjectAltName=" + alternativeNames.toUtf8() + "\n");
    file.close();
    openssl(QStringList{QStringLiteral("req")} + kKeyOptions +
            QStringList{QStringLiteral("-subj"), QStringLiteral("/CN=") + commonName, QStringLiteral("-keyout"),
                        key(name), QStringLiteral("-out"), request});
    openssl({QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"), request, QStringLiteral("-CA"),
             certificate(authority), QStringLiteral("-CAkey"), key(authority), QStringLiteral("-CAcreateserial"),
             QStringLiteral("-days"), QString::number(days), QStringLiteral("-extfile"), extensions,
             QStringLiteral("-out"), certificate(name)});
    QFile::setPermissions(key(name), QFile::ReadOwner | QFile::WriteOwner);
}

} // namespace graticule::testing
