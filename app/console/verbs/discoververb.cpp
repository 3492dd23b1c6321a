// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/discoververb.h"

#include "app/console/verbs/listingvalues.h"
#include "app/console/verbs/listingwriters.h"

namespace graticule {
using namespace Qt::Literals::StringLiterals;

VerbEntry DiscoverVerb::entry()
{
    VerbSpec spec;
    spec.words = {u"discover"_s};
    spec.summary = u"Lists endpoints on the keeper's host that could be connected to."_s;
    spec.text = u"It looks for Docker sockets and contexts, and for kubeconfig contexts; it asks none of them anything "
                u"that changes "
                "something, and connects to none."_s;
    spec.options = {{u"json"_s,
                     {},
                     u"Print JSON: {\"endpoints\": [{type, address, name, note, usable, connected}]}."_s,
                     {},
                     false}};
    spec.examples = {{u"graticule discover"_s, {}}};
    spec.codes = {ExitCode::NoKeeper, ExitCode::Refused};
    return {spec, [](VerbContext context) { return std::make_unique<DiscoverVerb>(std::move(context)); }};
}

Listing endpointListing(const QList<DiscoveredEndpoint> &endpoints)
{
    using namespace listingvalues;
    Listing listing;
    listing.kind = u"endpoints"_s;
    listing.names = columns("type address name note usable connected");
    listing.headings = columns("ENDPOINT TYPE ADDRESS NOTE");
    for (const DiscoveredEndpoint &endpoint : endpoints) {
        const QString note = endpoint.connected ? u"connected already"_s : endpoint.note;
        listing.rows.append({{text(endpoint.type), text(endpoint.address), text(endpoint.name), text(endpoint.note),
                              endpoint.usable, endpoint.connected},
                             {cell(endpoint.name), endpoint.type, endpoint.address, note}});
    }
    return listing;
}

void DiscoverVerb::start()
{
    withKeeper([this](const ControlCalls &calls) {
        calls.discover(this, orFail<QList<DiscoveredEndpoint>>([this](const QList<DiscoveredEndpoint> &endpoints) {
                           const Listing listing = endpointListing(endpoints);
                           if (arguments().has(u"json"_s)) {
                               terminal().print(rowsToJson(listing));
                           } else {
                               terminal().print(toTable(listing));
                               terminal().say(endpoints.isEmpty()
                                                  ? u"Nothing was found."_s
                                                  : u"`graticule connect TYPE ADDRESS` connects one."_s);
                           }
                           finish(ExitCode::Ok);
                       }));
    });
}

} // namespace graticule
