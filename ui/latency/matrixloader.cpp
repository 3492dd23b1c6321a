// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/latency/matrixloader.h"

#include <QPointer>
#include <QThreadPool>

namespace graticule {
namespace {

QPoint worstOf(const HeatMatrix &matrix)
{
    QPoint worst(-1, -1);
    auto rank = std::pair{-1, 0.0F};
    for (int row = 0; row < matrix.rows.count(); ++row) {
        for (int column = 0; column < matrix.columns.count(); ++column) {
            const HeatCell &cell = matrix.at(row, column);
            const int kind = cell.kind == HeatKind::High     ? 3
                             : cell.kind == HeatKind::Medium ? 2
                             : cell.kind == HeatKind::Value  ? 1
                                                             : -1;
            if (kind > 0 && std::pair{kind, cell.value} > rank) {
                rank = {kind, cell.value};
                worst = {column, row};
            }
        }
    }
    return worst;
}

} // namespace

MatrixLoader::Answer MatrixLoader::answerOf(const Question &question)
{
    Answer answer{question.isPast, question.isFigured, question.plan, {}, {}, {-1, -1}};
    const FleetTables &tables = question.fleet->tables;
    if (!question.keepsPlan) {
        answer.regions = linkedRegions(tables);
        LatencyPlan plan = latencyPlan(tables, question.filter);
        if (!plan.isSameAs(*question.plan))
            answer.plan = std::make_shared<const LatencyPlan>(std::move(plan));
    }
    answer.matrix =
        LatencyCells::matrixOf(*answer.plan, {tables, question.windows, question.isOld, question.mode, question.now});
    answer.worst = worstOf(answer.matrix);
    return answer;
}

void MatrixLoader::ask(Question question)
{
    if (!m_isBusy)
        return start(std::move(question));
    if (m_next)
        question.keepsPlan = question.keepsPlan && m_next->keepsPlan;
    m_next = std::move(question);
}

void MatrixLoader::forget()
{
    ++m_session;
    m_next.reset();
    m_isBusy = false;
}

void MatrixLoader::start(Question question)
{
    m_isBusy = true;
    // As in other loaders: the pointer is looked at in the GUI thread only. What the question holds is let go here.
    QThreadPool::globalInstance()->start(
        [question = std::move(question), session = m_session, self = QPointer(this)]() mutable {
            Answer answer = answerOf(question);
            question = {};
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [self, session, answer = std::move(answer)] {
                    if (self)
                        self->take(session, answer);
                },
                Qt::QueuedConnection);
        });
}

void MatrixLoader::take(quint64 session, const Answer &answer)
{
    if (session != m_session)
        return;
    m_isBusy = false;
    Q_EMIT answered(answer);
    if (m_isBusy || !m_next)
        return;
    Question next = *std::exchange(m_next, std::nullopt);
    if (next.keepsPlan && next.isPast == answer.isPast)
        next.plan = answer.plan; // which is shown by now
    start(std::move(next));
}

} // namespace graticule
