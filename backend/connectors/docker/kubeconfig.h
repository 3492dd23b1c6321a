// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace graticule {

/// One context of a kubeconfig file, as kubectl knows it. Credentials and exec commands are not read.
struct KubeContext
{
    QString name;
    QString cluster;
    QString server; ///< "https://10.0.0.1:6443"; empty where the file does not say
};

/// The contexts of a kubeconfig file, at most 1000; none of what is no such file. Pure.
std::vector<KubeContext> parseKubeContexts(const QByteArray &yaml);

} // namespace graticule
