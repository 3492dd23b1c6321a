// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/connector.h"

#include <map>

namespace graticule {

/// What one endpoint was asked to do, until it told the end. At a platform an action ends with our session. At another
/// keeper it goes on without us: it is said that nobody follows it now, and it is followed again, by its key, as soon
/// as the way is back. Never begun a second time. Backend thread.
class EntrustedActs : public QObject
{
public:
    using Progress = std::function<void(const ActionProgress &)>;

    /// After a stream that broke while the session went on; twice as long each time that nothing was heard.
    static constexpr Milliseconds kAgain{2000};
    static constexpr int kMostDoublings = 5;

    /// @p connector and @p clock outlive it. @p name: of the connection.
    EntrustedActs(Connector &connector, Clock &clock, QString name);
    /// What is under way is not followed any more, and its askers hear that.
    ~EntrustedActs() override;

    void perform(const Action &action, const Progress &progress);
    /// The session has ended, as @p why says. @p goesOn: the endpoint is a keeper, which goes on by itself.
    void cut(const Error &why, bool goesOn);
    /// There is a session again: whatever goes on is followed.
    void follow();

private:
    struct Act
    {
        QString key;
        Progress progress;
        ActionProgress last;
        quint64 asked = 0;    ///< number of the call that is heard
        bool isCut = false;   ///< nobody follows it now
        bool isAsked = false; ///< a call is open that should tell of it
        int tries = 0;        ///< to follow it again, since something was heard
        bool isAgain = false; ///< it is followed, not asked for
    };
    void ask(quint64 number, const Action &action);
    void take(quint64 number, quint64 asked, const ActionProgress &step);
    void lose(quint64 number);
    void followAgain(quint64 number);

    Connector &m_connector;
    Clock &m_clock;
    const QString m_name;
    std::map<quint64, Act> m_acts;
    quint64 m_next = 1;
    quint64 m_calls = 0;
    bool m_isOpen = false; ///< a session is complete
};

} // namespace graticule
