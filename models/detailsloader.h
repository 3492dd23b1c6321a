// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/fleetstore.h"

#include <functional>
#include <optional>

namespace graticule {

/// Keeps the details of one thing up to date: gathered in a worker from the immutable snapshot, handed back to the GUI
/// thread; results for another thing or an older question are dropped. At most one gathering runs at a time, and while
/// facts keep changing one starts at most twice a second. GUI thread. What details are, DetailsLoaderOf says.
class DetailsLoader : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds kPause{500};

    /// Forgets what was shown before; an empty id shows nothing.
    void show(const EntityId &id);
    const EntityId &id() const { return m_id; }
    bool isGone() const { return m_isGone; }

Q_SIGNALS:
    void detailsChanged();

protected:
    /// What came of a gathering, to be taken in the GUI thread; returns whether it is other than what was known.
    struct Gathered
    {
        bool isThere = false;
        std::function<bool()> take;
    };

    explicit DetailsLoader(FleetStore &store, QObject *parent = nullptr);

    const FleetStore &store() const { return m_store; }
    /// Whether details may be others now. Costs in proportion to the change, which spares a look at the whole fleet
    /// when it is about others.
    virtual bool concerns(const FleetDelta &delta) const = 0;
    virtual void forget() = 0;
    /// To be run in a worker; from values only, but for what it returns.
    virtual std::function<Gathered()> gathering() = 0;

private:
    void gatherSoon();
    void gather();
    void take(quint64 question, const Gathered &gathered);

    FleetStore &m_store;
    EntityId m_id;
    quint64 m_question = 0;
    bool m_isGathering = false;
    bool m_isOutdated = false;
    bool m_isGone = false;
};

/// The same for details of one kind. A subclass gathers them, and says which changes concern them.
template<class Details> class DetailsLoaderOf : public DetailsLoader
{
public:
    /// nullopt: not gathered yet, or it is gone.
    const std::optional<Details> &details() const { return m_details; }

protected:
    using DetailsLoader::DetailsLoader;

    /// To be run in a worker, from values only.
    virtual std::function<std::optional<Details>()> reading() const = 0;
    /// details() are other ones.
    virtual void taken() {}

private:
    void forget() override { m_details.reset(); }
    std::function<Gathered()> gathering() override
    {
        return [this, read = reading()] {
            auto details = std::make_shared<std::optional<Details>>(read());
            return Gathered{details->has_value(), [this, details] { return take(std::move(*details)); }};
        };
    }
    bool take(std::optional<Details> &&details)
    {
        if (details == m_details)
            return false;
        m_details = std::move(details);
        taken();
        return true;
    }

    std::optional<Details> m_details;
};

} // namespace graticule
