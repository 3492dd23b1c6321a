// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/instant.h"

#include <QStringList>

#include <optional>
#include <variant>

namespace graticule {

/// Whose fault a failure is; decides what the screen advises. Wire values: append only.
enum class Fault {
    Unknown = 0,
    Ours = 1,       ///< a bug or a limit of this program
    Endpoint = 2,   ///< the platform is broken, overloaded or answers what it should not
    Network = 3,    ///< nothing answers at the address, or the way there is cut
    NotAllowed = 4, ///< certificate, token or permission refused
    Input = 5,      ///< what the person or the file said cannot be
};

/// What kind of failure, for programs; `text` is for people. Wire values: append only.
enum class ErrorKind {
    Unknown = 0,
    Unreachable = 1, ///< no connection could be made
    TimedOut = 2,    ///< connected, but no answer within the deadline
    Refused = 3,     ///< not authenticated or not permitted
    Certificate = 4, ///< TLS: expired, wrong name, unknown issuer
    Malformed = 5,   ///< the answer is not what the protocol says
    TooLarge = 6,    ///< the answer passes our limit
    Unsupported = 7, ///< version or feature that one side does not have
    NotFound = 8,
    Conflict = 9, ///< exists already, or changed meanwhile
    Invalid = 10, ///< bad input; the text names the field
    Cancelled = 11,
    Internal = 12,
    Disconnected = 13, ///< the stream ended
};

/// A failure as a value. `text` is one English sentence that names the file, field or endpoint and what to do. A common
/// one also says which it is: `code` and `arguments` are as domain/saying.h has them, so that a console can say it in
/// its reader's words; without a code there is only the text.
struct Error
{
    ErrorKind kind = ErrorKind::Unknown;
    Fault fault = Fault::Unknown;
    QString text;
    /// When trying again may help: at once (0), after so long, or never without a person (nullopt).
    std::optional<Milliseconds> retryAfter = Milliseconds(0);
    QString code = {};
    QStringList arguments = {};

    friend bool operator==(const Error &, const Error &) = default;
};

/// Either a value or an Error.
template<class T> class Result
{
public:
    Result(T value)
        : m_data(std::move(value))
    {
    } // NOLINT(google-explicit-constructor)
    Result(Error error)
        : m_data(std::move(error))
    {
    } // NOLINT(google-explicit-constructor)

    explicit operator bool() const { return std::holds_alternative<T>(m_data); }
    const T &value() const & { return std::get<T>(m_data); }
    T &value() & { return std::get<T>(m_data); }
    T &&value() && { return std::get<T>(std::move(m_data)); }
    const Error &error() const { return std::get<Error>(m_data); }
    const T *operator->() const { return &value(); }
    const T &operator*() const { return value(); }

private:
    std::variant<T, Error> m_data;
};

/// Success carries nothing.
struct Done
{
};

} // namespace graticule
