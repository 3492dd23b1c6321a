// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/connector.h"
#include "backend/connectors/http/linesplitter.h"
#include "backend/connectors/kubernetes/kubeapi.h"
#include "backend/connectors/kubernetes/kubeframes.h"
#include "backend/connectors/kubernetes/kubevalues.h"

namespace graticule {

/// Follows one kind of object: lists it in pages, then watches it from there on, with bookmarks, so that an end of the
/// watch costs no new list, nor does that of a session. When the server has forgotten where we were, it lists again.
/// A watch without the bookmarks that came before is cut: something on the way may have forgotten it, and only it. When
/// the next one is silent as well it lists: something may keep back all that is said there.
/// Within the load budget; waits as long as a busy server asks for.
class KubeReflector : public QObject
{
    Q_OBJECT

public:
    /// All outlive it. @p space: the only namespace to look at; empty: all.
    KubeReflector(KubeApi &api, const ConnectorContext &context, KubeKind kind, const QString &space);

    void list();
    /// Goes on where an earlier session was, at @p version; lists when the server has forgotten that.
    void resume(const QString &version);
    /// Where another session can go on; empty: it has to list.
    QString version() const { return m_isWhole ? m_version : QString(); }
    KubeKind kind() const { return m_kind; }
    /// Nothing is signalled or asked any more.
    void close();

Q_SIGNALS:
    /// What was listed or heard before is held against what comes now.
    void listBegan();
    void listed(const graticule::KubeList &page);
    void listEnded();
    /// The watch of the earlier session goes on: nothing was missed.
    void resumed();
    /// The watch was cut: whether the server has gone is for others to ask.
    void interrupted();
    void happened(const graticule::KubeEvent &event);
    /// It may not be listed, or is not known there; asked again after a while. There was no listBegan().
    void refused(const graticule::Error &error);
    /// The last signal: the session is broken.
    void failed(const graticule::Error &error);

private:
    void askPage();
    void pageCame(HttpReply &reply);
    void take(const Result<KubeList> &page);
    void goOn();
    /// What a busy server asks for: false when it is asked no more.
    bool waitAndRepeat(const HttpReply &reply, void (KubeReflector::*what)());
    void watch();
    void receive(const QByteArray &bytes);
    void take(const KubeEvent &event);
    void watchAnswered();
    void watchEnded();
    void settleResume();
    void dropWatch();
    void listenOn();
    void after(Milliseconds delay, void (KubeReflector::*what)());
    void fail(const Error &error);
    QString question(const char *verb) const;

    KubeApi &m_api;
    const ConnectorContext &m_context;
    const KubeKind m_kind;
    const QByteArray m_path;
    QString m_version; ///< from which a watch goes on
    QString m_next;    ///< continue token
    bool m_isFirstPage = true;
    bool m_isLastPage = false;
    bool m_isAsking = false;
    bool m_isWhole = false;    ///< what was signalled is all there was at m_version
    bool m_isResuming = false; ///< what it was at may be forgotten
    int m_parsing = 0;         ///< pages in the pool
    int m_turn = 0;            ///< of lists: what a pool brings for an earlier one is dropped
    int m_repeats = 0;
    int m_expired = 0; ///< lists in a row that the server forgot before they were whole
    bool m_over = false;

    std::unique_ptr<HttpReply> m_watch;
    Milliseconds m_watchBegan{0}; ///< steady
    Milliseconds m_heardAt{0};    ///< steady, of this watch
    int m_watchNumber = 0;
    int m_silentWatches = 0;     ///< in a row that were cut without a word
    bool m_hasBookmarks = false; ///< the server sends them, so it is never silent for long
    std::unique_ptr<KubeFrames> m_frames;
    std::unique_ptr<LineSplitter> m_lines;
    QByteArray m_refusal; ///< body of an answer that is no stream
};

} // namespace graticule
