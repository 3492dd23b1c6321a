// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>

namespace graticule::bench {

/// An invented fleet that changes as fast as it is told, served by a process of its own as a keeper would.
struct ProducerOptions
{
    QString socket; ///< path where it listens
    int sites = 0;
    int changes = 0;   ///< sites that change a second, one after the other; each change adds 1 to cpu.used
    int rounds = 1;    ///< snapshots a second
    bool asks = false; ///< single changes now and then through a whole keeper instead, see benchDelta()
    int samples = 0;   ///< that its tail tells a second, of a fifth as many series
};

/// Begins the process and waits until it listens; it ends with ours. Says on stderr and ends the program when it fails.
class Producer
{
public:
    explicit Producer(const ProducerOptions &options);
    ~Producer();
    Producer(const Producer &) = delete;
    Producer &operator=(const Producer &) = delete;

    qint64 pid() const;

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

/// The process itself: serves until it is ended.
int produce(const ProducerOptions &options);

} // namespace graticule::bench
