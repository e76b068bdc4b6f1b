#pragma once

#include "core/diagnostic.hpp"

#include <cassert>
#include <utility>
#include <variant>

namespace actorgraph {

/// A value, or the diagnostics that say why there is none.
template <typename T> class [[nodiscard]] Result {
  public:
    Result(T value) : state_(std::move(value)) {}
    Result(Diagnostics problems) : state_(std::move(problems)) {}
    Result(Diagnostic problem) : state_(Diagnostics{std::move(problem)}) {}

    bool ok() const { return std::holds_alternative<T>(state_); }
    explicit operator bool() const { return ok(); }

    const T& value() const& {
        assert(ok() && "value() is asked only of a result that is ok");
        return std::get<T>(state_);
    }
    T&& value() && {
        assert(ok() && "value() is asked only of a result that is ok");
        return std::get<T>(std::move(state_));
    }
    const Diagnostics& problems() const {
        assert(!ok() && "problems() is asked only of a result that failed");
        return std::get<Diagnostics>(state_);
    }

  private:
    std::variant<T, Diagnostics> state_;
};

} // namespace actorgraph
