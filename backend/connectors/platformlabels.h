// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/labels.h"

namespace graticule {

/// The labels of one thing as a platform has them, made fit to be recorded and shown: at most 64, of which those that
/// we and the orchestrators read come first. Left out: names longer than 256 or values longer than 1024 characters, and
/// names that speak of a secret (password, token, basicauth, ...).
class PlatformLabels
{
public:
    void add(const QString &key, const QString &value);
    Labels take();

private:
    Labels m_first;
    Labels m_rest;
    int m_looked = 0;
};

} // namespace graticule
