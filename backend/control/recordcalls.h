// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/controlcalls.h"
#include "backend/control/recordvalues.h"

namespace graticule {

/// The calls about the record of acts, as values; otherwise like ControlCalls. A call whose context dies is ended at
/// the keeper, too.
class RecordCalls
{
public:
    explicit RecordCalls(std::shared_ptr<ControlChannel> channel)
        : m_channel(std::move(channel))
    {
    }

    /// @p part is called one or more times; the last has `finished`, also when the call failed.
    void list(QObject *context, const ActQuery &query, std::function<void(const ActsPart &)> part) const;
    void verify(QObject *context, std::function<void(const CheckProgress &)> progress) const;
    void eraseName(QObject *context, const QString &name, ControlCalls::Reply<QStringList> done) const;

private:
    std::shared_ptr<ControlChannel> m_channel;
};

} // namespace graticule
