// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/pushapart.h"

#include "widgets/map/pointgrid.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace graticule {

namespace {

constexpr int Rounds = 24;       // of looking for neighbours anew
constexpr int StepsPerRound = 8; // a disc moves less than Slack in so many
constexpr double Slack = 6;      // pixels by which neighbours may come nearer within a round
constexpr double Share = 0.6;    // of an overlap is undone per step: more would swing
constexpr double Enough = 0.35;  // pixels of overlap that nobody sees

using Pairs = std::vector<std::pair<int, int>>;

Pairs neighbours(const std::vector<Disc> &discs, double gap)
{
    double widest = 0;
    for (const Disc &disc : discs) {
        widest = std::max(widest, disc.radius);
    }
    PointGrid grid(2 * widest + gap + Slack, discs.size());
    Pairs pairs;
    for (int i = 0; i < int(discs.size()); ++i) {
        const Disc &disc = discs[size_t(i)];
        grid.near(disc.centre, [&](int j) {
            const Disc &other = discs[size_t(j)];
            const QPointF d = disc.centre - other.centre;
            const double reach = disc.radius + other.radius + gap + Slack;
            if (QPointF::dotProduct(d, d) < reach * reach && !(disc.fixed && other.fixed)) {
                pairs.emplace_back(j, i);
            }
        });
        grid.insert(i, disc.centre);
    }
    std::ranges::sort(pairs); // the order must not hang on the grid's
    return pairs;
}

/// Undoes a part of every overlap that can be seen; returns the largest of them. `moved`: discs that the step before
/// has moved; pairs of others are still apart. It becomes those that this step moves.
double step(std::vector<Disc> &discs, const Pairs &pairs, double gap, std::vector<char> &moved)
{
    double worst = 0;
    std::vector<char> moves(discs.size(), 0);
    for (const auto &[i, j] : pairs) {
        if (!moved[size_t(i)] && !moved[size_t(j)] && !moves[size_t(i)] && !moves[size_t(j)]) {
            continue;
        }
        Disc &a = discs[size_t(i)], &b = discs[size_t(j)];
        QPointF d = b.centre - a.centre;
        const double needed = a.radius + b.radius + gap, enough = needed - Enough;
        const double squared = QPointF::dotProduct(d, d);
        if (squared >= enough * enough) {
            continue;
        }
        double distance = std::sqrt(squared);
        const double overlap = needed - distance;
        worst = std::max(worst, overlap);
        moves[size_t(i)] = moves[size_t(j)] = 1;
        if (distance < 1e-3) { // the same place: some direction, another one for each
            d = QPointF(std::cos(j * 2.399963), std::sin(j * 2.399963)); // golden angle
            distance = 1;
        }
        const QPointF move = d * (overlap / 2 * Share / distance);
        if (!a.fixed) {
            a.centre -= b.fixed ? 2 * move : move;
        }
        if (!b.fixed) {
            b.centre += a.fixed ? 2 * move : move;
        }
    }
    moved = std::move(moves);
    return worst;
}

} // namespace

void pushApart(std::vector<Disc> &discs, double gap)
{
    for (int round = 0; round < Rounds; ++round) {
        const Pairs pairs = neighbours(discs, gap);
        std::vector<char> moved(discs.size(), 1);
        for (int i = 0; i < StepsPerRound; ++i) {
            if (step(discs, pairs, gap, moved) == 0) {
                return;
            }
        }
    }
}

} // namespace graticule
