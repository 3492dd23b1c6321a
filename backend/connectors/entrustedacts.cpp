// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/entrustedacts.h"

#include "backend/domain/saying.h"
#include "backend/domain/unfollowedact.h"

#include <QPointer>

#include <algorithm>

namespace graticule {
namespace {

/// The way broke, and nobody refuses us there.
bool mayComeBack(const Error &error)
{
    return isUnfollowedAct(error) && error.kind != ErrorKind::Refused && error.kind != ErrorKind::Certificate &&
           error.kind != ErrorKind::Unsupported && error.kind != ErrorKind::Invalid;
}

} // namespace

EntrustedActs::EntrustedActs(Connector &connector, Clock &clock, QString name)
    : m_connector(connector)
    , m_clock(clock)
    , m_name(std::move(name))
{
}

EntrustedActs::~EntrustedActs()
{
    const Error gone = saidError(ErrorKind::Disconnected, Fault::Network, "act.left-alone", {m_name}, std::nullopt);
    for (const auto &[number, act] : std::exchange(m_acts, {}))
        act.progress({{}, true, gone, act.last.done, act.last.of});
}

void EntrustedActs::perform(const Action &action, const Progress &progress)
{
    const quint64 number = m_next++;
    m_acts[number] = {.key = action.key, .progress = progress, .last = {}};
    ask(number, action);
}

void EntrustedActs::ask(quint64 number, const Action &action)
{
    const quint64 asked = ++m_calls;
    m_acts[number].asked = asked;
    m_acts[number].isAsked = true;
    m_connector.perform(action, [self = QPointer(this), number, asked](const ActionProgress &step) {
        if (self)
            self->take(number, asked, step);
    });
}

void EntrustedActs::take(quint64 number, quint64 asked, const ActionProgress &step)
{
    const auto found = m_acts.find(number);
    if (found == m_acts.end() || found->second.asked != asked)
        return;
    Act &act = found->second;
    if (step.finished && mayComeBack(step.error) && !act.key.isEmpty()) {
        const Milliseconds pause = kAgain * (1 << std::min(act.tries++, kMostDoublings));
        lose(number);
        m_clock.after(pause, this, [this, number] { followAgain(number); });
        return;
    }
    ActionProgress told = step;
    if (act.isAgain && step.finished && step.error.code == QLatin1String("act.none"))
        told.error = saidError(ErrorKind::Disconnected, Fault::Endpoint, "act.forgotten", {m_name}, std::nullopt);
    act.isCut = false;
    act.tries = 0;
    act.last = told;
    act.last.items.clear();
    const Progress progress = act.progress; // its receiver may end us
    if (told.finished)
        m_acts.erase(found);
    progress(told);
}

/// It may go on, or have ended: what was known of it stands, and says that nobody looks.
void EntrustedActs::lose(quint64 number)
{
    Act &act = m_acts[number];
    act.asked = ++m_calls; // what the call before says is not heard any more
    act.isAsked = false;
    if (std::exchange(act.isCut, true))
        return;
    const Progress progress = act.progress;
    progress(outOfSight(act.last, m_name));
}

void EntrustedActs::cut(const Error &why, bool goesOn)
{
    m_isOpen = false;
    std::vector<quint64> numbers;
    for (const auto &[number, act] : m_acts)
        numbers.push_back(number);
    for (const quint64 number : numbers) {
        const auto found = m_acts.find(number);
        if (found == m_acts.end())
            continue;
        if (goesOn && !found->second.key.isEmpty()) {
            lose(number);
            continue;
        }
        const Act act = found->second;
        m_acts.erase(found);
        act.progress({{}, true, why, act.last.done, act.last.of});
    }
}

void EntrustedActs::follow()
{
    m_isOpen = true;
    std::vector<quint64> numbers;
    for (const auto &[number, act] : m_acts)
        numbers.push_back(number);
    for (const quint64 number : numbers)
        followAgain(number);
}

void EntrustedActs::followAgain(quint64 number)
{
    const auto found = m_acts.find(number);
    if (found == m_acts.end() || !found->second.isCut || found->second.isAsked || !m_isOpen)
        return;
    found->second.isAgain = true;
    ask(number, {.verb = {}, .target = {}, .arguments = {}, .key = found->second.key});
}

} // namespace graticule
