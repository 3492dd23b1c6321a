// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/records/act.h"

#include "backend/domain/failurewords.h"
#include "backend/domain/unfollowedact.h"

#include <QUrl>

#include <array>

namespace graticule {
namespace {

constexpr std::array kOutcomes{"unknown", "begun", "done", "failed", "refused", "stopped"}; // at the enum's values

/// Refused at the platform, or by the keeper that was to do it, before anything was begun.
bool isUnbegun(const QString &code)
{
    return code == QLatin1String("act.not-permitted") || code == QLatin1String("keeper.needs-role");
}

} // namespace

QString wordOf(ActOutcome outcome)
{
    const auto index = size_t(outcome);
    return QString::fromLatin1(kOutcomes[index < kOutcomes.size() ? index : 0]);
}

ActOutcome outcomeFromWord(const QString &word)
{
    for (size_t i = 0; i < kOutcomes.size(); ++i) {
        if (word == QLatin1String(kOutcomes[i]))
            return ActOutcome(i);
    }
    return ActOutcome::Unknown;
}

ActOutcome outcomeOf(ActOutcome outcome, ErrorKind error, const QString &code)
{
    if (outcome != ActOutcome::Failed)
        return outcome;
    if (mayBeDone({error, Fault::Unknown, {}, {}, code, {}}))
        return ActOutcome::Unknown;
    if (error == ErrorKind::Refused && isUnbegun(code))
        return ActOutcome::Refused;
    const bool isStop = code.isEmpty() || code.startsWith(QLatin1String("act.stopped"));
    return error == ErrorKind::Cancelled && isStop ? ActOutcome::Stopped : outcome;
}

QString endOf(const RecordedAct &act)
{
    QString end = wordOf(act.outcome);
    if (act.times > 1)
        end += QStringLiteral(" %1 times more").arg(act.times);
    return act.hasFault() ? QStringLiteral("%1 (%2)").arg(end, wordOf(act.fault)) : end;
}

const QStringList &recordedArguments()
{
    // A new verb's arguments are recorded once they stand here. Nothing that a person could put a secret into.
    static const QStringList names{QStringLiteral("days"),   QStringLiteral("deleteLocal"), QStringLiteral("dry-run"),
                                   QStringLiteral("fault"),  QStringLiteral("force"),       QStringLiteral("from"),
                                   QStringLiteral("grace"),  QStringLiteral("kind"),        QStringLiteral("namespace"),
                                   QStringLiteral("number"), QStringLiteral("percent"),     QStringLiteral("replicas"),
                                   QStringLiteral("role"),   QStringLiteral("seconds"),     QStringLiteral("seed"),
                                   QStringLiteral("site"),   QStringLiteral("sites"),       QStringLiteral("timeout"),
                                   QStringLiteral("to"),     QStringLiteral("until"),       QStringLiteral("verb"),
                                   QStringLiteral("weight")};
    return names;
}

QString placeOf(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    if (!url.isValid() || url.scheme().isEmpty())
        return {};
    const QString host = url.host();
    if (host.isEmpty())
        return url.scheme() + QLatin1Char(':');
    QUrl place;
    place.setScheme(url.scheme());
    place.setHost(host);
    place.setPort(url.port());
    return place.toString(QUrl::FullyEncoded);
}

} // namespace graticule
