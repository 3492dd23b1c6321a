// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/verbs/fleetverb.h"
#include "backend/control/logreading.h"

namespace graticule {

/// `graticule logs`: what containers write.
class LogsVerb : public FleetVerb
{
    Q_OBJECT

public:
    explicit LogsVerb(VerbContext context);
    ~LogsVerb() override;

    static VerbEntry entry();

    void start() override;

protected:
    void look() override;
    void timedOut() override;

private:
    Result<LogOrder> orderAsked() const;
    void askSources(const QList<EntityId> &targets);
    void choose();
    void read();
    void print(const LogPart &part);
    void tellEnd(const LogEnd &end);

    LogOrder m_order;
    EntityId m_connection; ///< that was named; empty: any
    std::shared_ptr<ControlChannel> m_channel;
    QList<LogSource> m_found;
    std::optional<Error> m_error; ///< of those who were asked for sources
    int m_asking = 0;
    std::unique_ptr<LogReading> m_reading;
    ExitCode m_code = ExitCode::Ok;
    bool m_isResolved = false;
};

/// Whose fault the end of a log is, once the keeper itself has answered.
ExitCode logExitCode(const Error &error);

/// A line as it is printed: nothing of it can steer a terminal. @p name empty: there is only one log.
QString logLineText(const LogLine &line, const QString &name, bool hasTime);

} // namespace graticule
