// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

QT_BEGIN_NAMESPACE
class QProcess;
QT_END_NAMESPACE

namespace graticule::testing {

/// The real Kubernetes API server that tests/peers/kubernetes started for this test run; its README.md says what is in
/// it.
///
/// A test that uses it is declared with `graticule_tests(... NEEDS kubernetes)` (Size::Large: `kubernetes-scale`) and
/// begins with
///
///     if (!m_cluster.running())
///         QSKIP(qPrintable(m_cluster.whyNot()));
///
/// The skip is counted by ./test. All calls block the calling thread for as long as the script needs.
class KubernetesCluster
{
public:
    enum class Size {
        Fleet, ///< 60 nodes in twelve regions, with controllers and scheduler
        Large, ///< 5,000 nodes and 20,000 pods, without
    };

    /// Reads what the script wrote; starts nothing.
    explicit KubernetesCluster(Size size = Size::Fleet);

    bool running() const { return m_whyNot.isEmpty(); }
    const QString &whyNot() const { return m_whyNot; }
    const QString &url() const { return m_url; }         ///< "https://127.0.0.1:PORT"
    const QString &version() const { return m_version; } ///< "v1.20.2"
    int nodes() const { return m_nodes; }

    /// The path of one of the server's programs: "kubectl".
    QString program(const QString &name) const { return m_programs + QLatin1Char('/') + name; }
    /// Begins to change things, as churn() does, in a process of its own that ends by itself and says the same.
    void startChurn(QProcess &process, double perSecond, double seconds, const QStringList &kinds) const;

    /// The path of a kubeconfig: "viewer", "operator", "wrong-ca"...; its context has the same name.
    QString kubeconfig(const QString &name) const;

    /// Breaks or mends it: kill, stop, restart, freeze, thaw, compact, forget, drop. False when the script failed.
    bool fault(const QString &what) const;

    /// Changes things at @p perSecond for @p seconds, e.g. of the kinds {"cordon", "pod"}; what each changed as a line
    /// of JSON. Empty kinds: all but silent nodes.
    QByteArray churn(double perSecond, double seconds, const QStringList &kinds = {}) const;

    /// What kubectl prints with that kubeconfig, e.g. kubectl("viewer", {"get", "nodes", "-o", "name"}).
    QByteArray kubectl(const QString &kubeconfig, const QStringList &arguments) const;

    /// What @p user asked of the server since it started, a line "USER VERB URI CODE" each; empty user: all but the
    /// rig.
    QByteArray requests(const QString &user = {}) const;

    /// Undoes what fault() may have broken, for a test's cleanup().
    void mend() const;

private:
    static QStringList churnArguments(double perSecond, double seconds, const QStringList &kinds);
    QByteArray script(const QStringList &arguments, int withinMs) const;

    QStringList m_option;
    QString m_whyNot;
    QString m_url;
    QString m_version;
    QString m_kubeconfigs;
    QString m_programs;
    int m_nodes = 0;
};

} // namespace graticule::testing
