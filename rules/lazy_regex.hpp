#pragma once

#include "rules/token_pattern.hpp"

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <re2/re2.h>
#include <string>
#include <utility>
#include <vector>

namespace actorgraph {

/// A value that is made when first asked for, once, by whichever thread comes first: a run over few
/// documents needs few of the rules. Asking again costs one load.
template <typename Value> class Lazy {
  public:
    template <typename Make> const Value& get(Make&& make) const {
        const Value* made = made_.load(std::memory_order_acquire);
        return made != nullptr ? *made : first(std::forward<Make>(make));
    }

  private:
    template <typename Make> const Value& first(Make&& make) const {
        const std::lock_guard lock(mutex_);
        if (!value_) {
            value_ = make();
            made_.store(value_.get(), std::memory_order_release);
        }
        return *value_;
    }

    mutable std::mutex mutex_;
    mutable std::unique_ptr<const Value> value_;
    mutable std::atomic<const Value*> made_ = nullptr;
};

/// What RE2 may use for one pattern; `rules lint` refuses what does not fit.
constexpr std::int64_t regex_budget_bytes = 8 << 20;

/// Numbers of the named groups of a pattern; 0 where there is none.
struct GroupNumbers {
    int source = 0, target = 0, role = 0, channel = 0, stage = 0, amount = 0, speaker = 0;
    std::vector<int> phrases; ///< words of `{adj}` and `{np}`
    explicit GroupNumbers(const re2::RE2& regex);
    /// Group `i` of `names` has the number `i` + 1.
    explicit GroupNumbers(std::span<const std::string> names);

  private:
    void take(const std::string& name, int number);
};

/// An RE2 pattern that is compiled when first asked for.
class LazyRegex {
  public:
    explicit LazyRegex(std::string pattern) : pattern_(std::move(pattern)) {}

    const std::string& pattern() const { return pattern_; }
    /// The compiled pattern; `ok()` of it may be false. Safe from any thread.
    const re2::RE2& get() const { return compiled().regex; }
    const GroupNumbers& groups() const { return compiled().groups; }

  private:
    struct Compiled {
        explicit Compiled(const std::string& pattern);
        re2::RE2 regex;
        GroupNumbers groups;
    };
    const Compiled& compiled() const {
        return compiled_.get([this] { return std::make_unique<Compiled>(pattern_); });
    }

    std::string pattern_;
    Lazy<Compiled> compiled_;
};

/// A token pattern that is made when first asked for.
class LazyTokens {
  public:
    /// `words`: of each pattern, as `ExpandedPattern::words`. `triggers`: one of them stands in every
    /// match; empty: none is known.
    explicit LazyTokens(std::vector<std::string> words, std::vector<std::string> triggers = {})
        : words_(std::move(words)), triggers_(std::move(triggers)) {}
    const TokenPattern& get() const { return made().pattern; }
    const TriggerPlace& trigger_place() const { return made().trigger_place; }
    /// Groups of a pattern, for those that are exact.
    const GroupNumbers& groups(std::size_t pattern) const { return made().groups[pattern]; }

  private:
    struct Made {
        Made(std::span<const std::string> patterns, std::span<const std::string> triggers);
        TokenPattern pattern;
        TriggerPlace trigger_place;
        std::vector<GroupNumbers> groups;
    };
    const Made& made() const;

    std::vector<std::string> words_;
    std::vector<std::string> triggers_;
    Lazy<Made> made_;
};

} // namespace actorgraph
