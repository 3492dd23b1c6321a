// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/actionscodec.h"
#include "backend/control/entitycodec.h"
#include "backend/control/logscodec.h"
#include "backend/control/recordscodec.h"
#include "backend/control/rulescodec.h"
#include "backend/control/samplescodec.h"
#include "backend/control/tailcodec.h"
#include "backend/control/valuecodec.h"
#include "backend/control/windowscodec.h"

#include "tests/fuzz/fuzzing.h"
#include <actions.pb.h>
#include <control.pb.h>
#include <events.pb.h>
#include <logs.pb.h>
#include <records.pb.h>
#include <rules.pb.h>

using namespace graticule;
using namespace graticule::testing;
namespace v1 = graticule::control::v1;

// Every other message of graticule.control.v1 that is decoded: what a client asks of a keeper, and what a keeper, which
// may be anybody's, answers. The first byte says which.

namespace {

template<class Message> void read(const uint8_t *data, int size)
{
    Message message;
    if (message.ParseFromArray(data, size))
        (void)decode(message);
}

/// What was understood can be said, and means the same then: nothing changes on its way through a third keeper.
template<class Message> void readAndSay(const uint8_t *data, int size)
{
    Message message;
    if (!message.ParseFromArray(data, size))
        return;
    Message said;
    encode(decode(message), &said);
    Message again;
    encode(decode(said), &again);
    mustHold(said.ByteSizeLong() == again.ByteSizeLong(), "a message says what was understood");
}

void readTails(const uint8_t *data, int size)
{
    TailDecoder decoder;
    v1::TailReply message;
    if (!message.ParseFromArray(data, size))
        return;
    (void)decoder.decode(message);
    (void)decoder.decode(message);
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static constexpr void (*kReaders[])(const uint8_t *, int) = {
        readAndSay<v1::Action>,
        readAndSay<v1::ActionProgress>,
        readAndSay<v1::OffersReply>,
        readAndSay<v1::ActionPlan>,
        readAndSay<v1::RunningReply>,
        readAndSay<v1::Error>,
        readAndSay<v1::Revision>,
        readAndSay<v1::ConnectionConfig>,
        readAndSay<v1::LogSourcesReply>,
        readAndSay<v1::FollowLogsRequest>,
        read<v1::FollowLogsReply>,
        readAndSay<v1::ListEventsRequest>,
        readAndSay<v1::ListEventsReply>,
        readAndSay<v1::ListActsRequest>,
        read<v1::ListActsReply>,
        read<v1::VerifyRecordReply>,
        readAndSay<v1::RulesFile>,
        readAndSay<v1::RulesPreview>,
        readAndSay<v1::SameDecision>,
        readAndSay<v1::SameServicesReply>,
        read<v1::SamplesRequest>,
        readAndSay<v1::SamplesReply>,
        read<v1::LinkWindowsRequest>,
        readAndSay<v1::LinkWindowsReply>,
        readAndSay<v1::Description>,
        readAndSay<v1::ConnectionList>,
        readAndSay<v1::TestStep>,
        readAndSay<v1::DiscoverReply>,
        readAndSay<v1::TypesReply>,
        readAndSay<v1::BrokenReply>,
        readAndSay<v1::LabStatus>,
        readAndSay<v1::Span>,
        readAndSay<v1::Past>,
        readAndSay<v1::CoverageReply>,
        readAndSay<v1::TurnsReply>,
        readTails,
    };
    if (size > 0)
        kReaders[data[0] % std::size(kReaders)](data + 1, int(size - 1));
    return 0;
}
