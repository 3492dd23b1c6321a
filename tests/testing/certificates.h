// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace graticule::testing {

/// Makes certificates for TLS tests with the openssl program, in a directory of the test's own. A failure ends the test
/// with a fatal message. Files are NAME.pem (certificate) and NAME-key.pem (mode 0600).
class Certificates
{
public:
    explicit Certificates(const QString &directory)
        : m_directory(directory)
    {
    }

    QString certificate(const QString &name) const
    {
        return m_directory + QLatin1Char('/') + name + QStringLiteral(".pem");
    }
    QString key(const QString &name) const
    {
        return m_directory + QLatin1Char('/') + name + QStringLiteral("-key.pem");
    }

    /// An authority, signed by @p authority; empty: by itself.
    void makeAuthority(const QString &name, const QString &authority = {}) const;
    /// Signed by @p authority, for localhost and 127.0.0.1, good as server and client. @p days may be 0: expired
    /// already.
    void make(const QString &name, const QString &authority, const QString &commonName, int days = 30,
              const QString &alternativeNames = QStringLiteral("DNS:localhost,IP:127.0.0.1")) const;

private:
    void openssl(const QStringList &arguments) const;
    QString m_directory;
};

} // namespace graticule::testing
