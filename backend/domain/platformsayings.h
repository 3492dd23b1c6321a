// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/saying.h"

#include <QtGlobal>

#include <array>

// What is wrong with the answers of Docker, Kubernetes, Prometheus and a host, and with logs (docker., host., kube.,
// logs., prometheus.); a part of what sayinglist.cpp joins, sorted as there.

namespace graticule {

inline constexpr std::array kPlatformSayings = std::to_array<Saying>({
    {"docker.event-too-large", QT_TRANSLATE_NOOP("graticule::Saying", "%1 sends an event of more than 1 MB."), "t"},
    {"docker.events-ended", QT_TRANSLATE_NOOP("graticule::Saying", "%1 ended its stream of events."), "t"},
    {"docker.join-group",
     QT_TRANSLATE_NOOP(
         "graticule::Saying",
         "Add the user to the group that owns the socket: sudo usermod -aG docker $USER, then log in again."),
     ""},
    {"docker.none",
     QT_TRANSLATE_NOOP("graticule::Saying", "%1 answers in HTTP but is no Docker engine: it names no API version."),
     "t"},
    {"docker.too-old",
     QT_TRANSLATE_NOOP("graticule::Saying",
                       "%1 speaks version 1.%2 of the API; 1.%3 (Docker 20.10) is the oldest that works."),
     "ttt"},
    {"docker.unreadable", QT_TRANSLATE_NOOP("graticule::Saying", "The engine's %1 cannot be read: %2."), "tt"},
    {"host.unreadable", QT_TRANSLATE_NOOP("graticule::Saying", "%1 cannot be read as Linux writes it."), "t"},
    {"kube.certificate-expired",
     QT_TRANSLATE_NOOP("graticule::Saying",
                       "%1 does not let us in: our client certificate %2 expired on %3. Have a new "
                       "one issued, and put it into %4."),
     "ttdt"},
    {"kube.certificate-renewed",
     QT_TRANSLATE_NOOP("graticule::Saying",
                       "The program that logs in at %1 gave another certificate; connecting anew."),
     "t"},
    {"kube.event-too-large", QT_TRANSLATE_NOOP("graticule::Saying", "%1 sends an event of more than 4 MB."), "t"},
    {"kube.login-failed",
     QT_TRANSLATE_NOOP("graticule::Saying", "%1, which the kubeconfig runs to log in, failed: %2."), "tt"},
    {"kube.login-failed",
     QT_TRANSLATE_NOOP("graticule::Saying", "%1, which the kubeconfig runs to log in, failed: %2. It said: %3"), "ttt"},
    {"kube.none",
     QT_TRANSLATE_NOOP("graticule::Saying", "%1 answers in HTTP but is no Kubernetes API server: it names no version."),
     "t"},
    {"kube.token-file", QT_TRANSLATE_NOOP("graticule::Saying", "There is no token in %1, which the kubeconfig names."),
     "t"},
    {"kube.unauthorized",
     QT_TRANSLATE_NOOP(
         "graticule::Saying",
         "%1 does not know who we are: token or client certificate are missing, expired or not of this cluster."),
     "t"},
    {"kube.unreadable", QT_TRANSLATE_NOOP("graticule::Saying", "The cluster's answer cannot be read: %1."), "t"},
    {"kube.watch-ended", QT_TRANSLATE_NOOP("graticule::Saying", "%1 ended its stream of changes."), "t"},
    {"logs.no-connection", QT_TRANSLATE_NOOP("graticule::Saying", "No connection reads the log of %1 any more."), "t"},
    {"logs.no-previous",
     QT_TRANSLATE_NOOP("graticule::Saying",
                       "%1 has one log of all its runs; ask for it without \"previous\", and look further up."),
     "t"},
    {"logs.none", QT_TRANSLATE_NOOP("graticule::Saying", "This kind of connection reads no logs."), ""},
    {"logs.not-answered",
     QT_TRANSLATE_NOOP("graticule::Saying", "%1 did not answer in %2; what it has is missing here."), "tl"},
    {"logs.not-readable",
     QT_TRANSLATE_NOOP("graticule::Saying", "The log of %1 is not in the form that its platform writes."), "t"},
    {"logs.not-told", QT_TRANSLATE_NOOP("graticule::Saying", "%1: it did not say which logs it has; none are read."),
     "t"},
    {"prometheus.bad-query", QT_TRANSLATE_NOOP("graticule::Saying", "%1 does not take our query: %2"), "tt"},
    {"prometheus.bad-selector",
     QT_TRANSLATE_NOOP("graticule::Saying", "%1 does not take our query: %2. Look at options.selector."), "tt"},
    {"prometheus.gave-up", QT_TRANSLATE_NOOP("graticule::Saying", "%1 gave up on a query: %2"), "tt"},
    {"prometheus.no-api",
     QT_TRANSLATE_NOOP(
         "graticule::Saying",
         "%1 has no API of Prometheus: %2 is not found there. Add the path before /api/v1 to the address."),
     "tt"},
    {"prometheus.none",
     QT_TRANSLATE_NOOP("graticule::Saying", "%1 answers in HTTP, but not as the API of Prometheus does."), "t"},
    {"prometheus.refuses-size",
     QT_TRANSLATE_NOOP("graticule::Saying", "%1 refuses a query as too large: %2. Narrow it by options.selector."),
     "tt"},
    {"prometheus.too-many",
     QT_TRANSLATE_NOOP("graticule::Saying", "Its answer has more than %1 series. Narrow it by options.selector."), "n"},
    {"prometheus.unreadable", QT_TRANSLATE_NOOP("graticule::Saying", "Its answer cannot be read: %1."), "t"},
    {"prometheus.wants-tenant", QT_TRANSLATE_NOOP("graticule::Saying", "%1 wants a tenant. Set options.tenant."), "t"},
});

} // namespace graticule
