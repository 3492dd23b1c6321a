// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/recordscodec.h"

#include "backend/control/entitycodec.h"
#include "backend/control/wirewords.h"

#include <records.pb.h>

namespace graticule {
namespace v1 = control::v1;
namespace {

constexpr quint32 kUsualMost = 1000;

QByteArray bytes(const std::string &raw)
{
    return {raw.data(), qsizetype(raw.size())};
}

RecordedAct decodeAct(const v1::RecordedAct &from)
{
    RecordedAct to;
    to.number = from.number();
    to.at = instantFromMs(from.at_ms());
    to.who = textOf(from.who());
    to.pseudonym = textOf(from.pseudonym());
    to.isErased = from.erased();
    to.way = textOf(from.way());
    to.role = textOf(from.role());
    to.act.verb = textOf(from.verb());
    to.act.target = textOf(from.target());
    to.act.targetName = textOf(from.target_name());
    to.act.kind = textOf(from.kind());
    to.act.place = textOf(from.place());
    for (const std::string &field : from.fields())
        to.act.fields.append(textOf(field));
    for (const auto &[key, value] : from.arguments())
        to.act.arguments.insert(textOf(key), textOf(value));
    to.act.subject.name = textOf(from.subject());
    to.act.subject.role = textOf(from.subject_role());
    to.outcome = known(from.outcome(), ActOutcome::Failed);
    to.times = std::max<quint64>(1, from.times());
    to.ended = instantFromMs(from.ended_ms());
    to.lastNumber = from.last_number();
    to.fault = known(from.fault(), Fault::Input);
    to.error = known(from.error(), ErrorKind::Disconnected);
    to.code = textOf(from.code());
    to.outcome = from.refused() ? ActOutcome::Refused : outcomeOf(to.outcome, to.error, to.code);
    to.hash = bytes(from.hash());
    return to;
}

ActRecord::State decodeState(const v1::RecordState &from)
{
    ActRecord::State to;
    to.number = from.number();
    to.bytes = from.bytes();
    to.trouble = textOf(from.trouble());
    to.headTrouble = textOf(from.head_trouble());
    to.headAt = instantFromMs(from.head_at_ms());
    to.publicKey = bytes(from.public_key());
    for (const std::string &sink : from.sinks())
        to.sinks.append(textOf(sink));
    return to;
}

} // namespace

void encode(const ActQuery &from, v1::ListActsRequest *to)
{
    to->set_from_ms(toMs(from.from));
    to->set_until_ms(toMs(from.until));
    to->set_who(from.who.toStdString());
    to->set_what(from.what.toStdString());
    for (const ActOutcome outcome : from.outcomes)
        to->add_outcomes(v1::ActOutcome(outcome));
    to->set_before(from.before);
    to->set_changed_after(from.changedAfter);
    to->set_most(quint32(std::max(0, from.most)));
}

ActQuery decode(const v1::ListActsRequest &from)
{
    ActQuery to;
    to.from = instantFromMs(from.from_ms());
    to.until = instantFromMs(from.until_ms());
    to.who = textOf(from.who()).left(Act::kLongestText);
    to.what = textOf(from.what()).left(Act::kLongestText);
    for (int i = 0; i < std::min(from.outcomes_size(), 8); ++i)
        to.outcomes.append(known(from.outcomes(i), ActOutcome::Stopped));
    to.before = from.before();
    to.changedAfter = from.changed_after();
    to.most = int(std::min<quint32>(from.most() == 0 ? kUsualMost : from.most(), ActQuery::kMost));
    return to;
}

void encode(const RecordedAct &from, v1::RecordedAct *to)
{
    to->set_number(from.number);
    to->set_at_ms(toMs(from.at));
    to->set_who(from.who.toStdString());
    to->set_pseudonym(from.pseudonym.toStdString());
    to->set_erased(from.isErased);
    to->set_way(from.way.toStdString());
    to->set_role(from.role.toStdString());
    to->set_verb(from.act.verb.toStdString());
    to->set_target(from.act.target.toStdString());
    to->set_target_name(from.act.targetName.toStdString());
    to->set_kind(from.act.kind.toStdString());
    to->set_place(from.act.place.toStdString());
    for (const QString &field : from.act.fields)
        to->add_fields(field.toStdString());
    for (auto one = from.act.arguments.cbegin(); one != from.act.arguments.cend(); ++one)
        (*to->mutable_arguments())[one.key().toStdString()] = one.value().toStdString();
    to->set_subject(from.act.subject.name.toStdString());
    to->set_subject_role(from.act.subject.role.toStdString());
    const bool isKind = from.outcome == ActOutcome::Refused || from.outcome == ActOutcome::Stopped;
    to->set_outcome(isKind ? v1::ACT_OUTCOME_FAILED : v1::ActOutcome(from.outcome)); // as consoles of before know it
    to->set_refused(from.outcome == ActOutcome::Refused);
    if (from.times > 1)
        to->set_times(from.times);
    to->set_ended_ms(toMs(from.ended));
    to->set_last_number(from.lastNumber);
    to->set_fault(v1::Fault(from.fault));
    to->set_error(v1::ErrorKind(from.error));
    to->set_code(from.code.toStdString());
    to->set_hash(from.hash.toStdString());
}

void encode(const ActRecord::State &from, v1::RecordState *to)
{
    to->set_number(from.number);
    to->set_bytes(from.bytes);
    to->set_trouble(from.trouble.toStdString());
    to->set_head_trouble(from.headTrouble.toStdString());
    to->set_head_at_ms(toMs(from.headAt));
    to->set_public_key(from.publicKey.toStdString());
    for (const QString &sink : from.sinks)
        to->add_sinks(sink.toStdString());
}

ActsPart decode(const v1::ListActsReply &from)
{
    ActsPart to;
    for (const v1::RecordedAct &act : from.acts())
        to.acts.append(decodeAct(act));
    to.finished = from.finished();
    to.state = decodeState(from.state());
    return to;
}

void encode(const RecordVerdict &from, v1::VerifyRecordReply *reply)
{
    v1::RecordVerdict *to = reply->mutable_verdict();
    to->set_flaw(v1::RecordFlaw(from.flaw));
    to->set_number(from.number);
    to->set_until(from.until);
    to->set_at_ms(toMs(from.at));
    to->set_records(from.records);
    to->set_bytes(from.bytes);
    to->set_first_ms(toMs(from.first));
    to->set_last_ms(toMs(from.last));
    to->set_last_hash(from.lastHash.toStdString());
    to->set_heads(quint32(from.heads));
    to->set_bad_heads(quint32(from.badHeads));
    to->set_public_key(from.publicKey.toStdString());
    to->set_head_at_ms(toMs(from.headAt));
}

CheckProgress decode(const v1::VerifyRecordReply &from)
{
    CheckProgress to;
    to.bytes = from.bytes();
    to.of = from.of();
    to.finished = from.finished();
    if (from.has_error())
        to.error = decode(from.error());
    const v1::RecordVerdict &verdict = from.verdict();
    to.verdict.flaw = known(verdict.flaw(), RecordFlawKind::Rewritten);
    to.verdict.number = verdict.number();
    to.verdict.until = verdict.until();
    to.verdict.at = instantFromMs(verdict.at_ms());
    to.verdict.records = verdict.records();
    to.verdict.bytes = verdict.bytes();
    to.verdict.first = instantFromMs(verdict.first_ms());
    to.verdict.last = instantFromMs(verdict.last_ms());
    to.verdict.lastHash = bytes(verdict.last_hash());
    to.verdict.heads = int(std::min<quint32>(verdict.heads(), 1U << 30));
    to.verdict.badHeads = int(std::min<quint32>(verdict.bad_heads(), 1U << 30));
    to.verdict.publicKey = bytes(verdict.public_key());
    to.verdict.headAt = instantFromMs(verdict.head_at_ms());
    return to;
}

} // namespace graticule
