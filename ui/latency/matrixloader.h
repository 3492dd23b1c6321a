// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/latency/latencyplan.h"
#include "ui/latency/latencycells.h"

#include <QObject>
#include <QPoint>

#include <memory>
#include <optional>

namespace graticule {

/// Works out a matrix in a worker, on immutable values: of 500 x 500 pairs it takes longer than a turn of the GUI
/// thread may. One at a time; of the questions that come meanwhile the newest is answered next. GUI thread.
class MatrixLoader : public QObject
{
    Q_OBJECT

public:
    using Plan = std::shared_ptr<const LatencyPlan>;

    struct Question
    {
        SnapshotPtr fleet; ///< not null
        bool isPast = false;
        Instant now = kNever; ///< what ages are measured against
        LatencyFilter filter;
        LatencyMode mode = LatencyMode::P95;
        QHash<EntityId, LinkWindow> windows;
        bool isOld = false;     ///< the windows are not of `now`
        bool isFigured = false; ///< there are windows at all
        Plan plan;              ///< not null; the answer has the same one when rows, columns and links are the same
        bool keepsPlan = false; ///< only figures may differ
    };
    struct Answer
    {
        bool isPast = false;
        bool isFigured = false;
        Plan plan;
        std::optional<QStringList> regions; ///< when the plan was to be made
        HeatMatrix matrix;
        QPoint worst{-1, -1}; ///< the cell that is over its limit or usual by most, else the slowest
    };

    using QObject::QObject;

    /// Any thread.
    static Answer answerOf(const Question &question);
    void ask(Question question);
    /// Whether an answer is still to come.
    bool isBusy() const { return m_isBusy; }
    /// What was asked is of a fleet that is not shown any more.
    void forget();

Q_SIGNALS:
    void answered(const graticule::MatrixLoader::Answer &answer);

private:
    void start(Question question);
    void take(quint64 session, const Answer &answer);

    std::optional<Question> m_next;
    quint64 m_session = 0;
    bool m_isBusy = false;
};

} // namespace graticule
