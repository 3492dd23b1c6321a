// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/entities.h"

#include <QCoreApplication>
#include <QString>

namespace graticule {

/// The mark by which a state is told apart without colour. The values are those of the widgets' StateShape (ui/page
/// checks that at compile time), so that a model can hand one out as a number.
enum class Symbol {
    Unknown = 0,
    Healthy,
    Degraded,
    Down,
    Unreachable,
    Maintenance,
    StaleHealthy,
    StaleDegraded,
    StaleDown,
    StaleUnreachable,
    StaleMaintenance,
    NeverAsked,
    Connecting,
    Live,
    Slow,
    Stale,
    Refused,
    Paused,
    Pass,
    Warn,
    Fail,
};

/// How loud a text is; the values are those of the widgets' Tone.
enum class Emphasis { Normal = 0, Secondary, Faint, Medium, High, Critical, Accent };

/// One state as a person meets it.
struct StateLook
{
    Symbol symbol = Symbol::Unknown;
    QString text;                            ///< "Degraded", translated
    Emphasis emphasis = Emphasis::Secondary; ///< of that text
    int severity = 0;                        ///< higher is worse; 0: nothing abnormal

    friend bool operator==(const StateLook &, const StateLook &) = default;
};

/// A site's state as the fleet's verdict has it.
struct SiteStatus
{
    SiteState state = SiteState::Unknown;
    bool stale = false;
    Instant since = kNever;

    friend bool operator==(const SiteStatus &, const SiteStatus &) = default;
};

/// The one place where states become text, symbol and colour role. GUI thread or any other; nothing is kept.
class StateText
{
    Q_DECLARE_TR_FUNCTIONS(graticule::StateText)

public:
    static StateLook look(SiteState state, bool stale = false);
    static StateLook look(ConnectionState state);
    static StateLook look(Condition condition);
    static StateLook look(Health health);
    static StateLook look(ReplicaState state);

    /// The state of what is at several sites, @p text, which it has at @p at of @p of: "Stopped at 1 of 3 sites"; only
    /// the text where it is the same everywhere.
    static QString atSites(const QString &text, int at, int of);
    /// A state's text as it stands within a sentence: "degraded", "never asked". Only the first letter gets small:
    /// later words keep the capital that their language gives them ("in Wartung").
    static QString inSentence(const QString &text);
    static QString text(Evidence evidence);
    static QString text(Role role);
    static QString text(SiteKind kind);
    static QString text(Origin origin);
    /// Whose fault, as a short sentence: "The network is in the way."
    static QString text(Fault fault);
    /// The same of a failure that is known whole: a certificate that is not trusted was refused by us.
    static QString faultOf(const Error &error);
    /// "Docker" for "docker"; a type that we do not know is shown as it is.
    static QString connectorTitle(const QString &type);
    static QString providerTitle(const QString &provider);

    /// The mark of the same state when it is the last known only; marks without such a form stay.
    static Symbol staleForm(Symbol symbol);
    /// The state as which a site is counted: an old one is unknown, never good.
    static SiteState countedAs(const SiteStatus &status) { return status.stale ? SiteState::Unknown : status.state; }
};

} // namespace graticule
