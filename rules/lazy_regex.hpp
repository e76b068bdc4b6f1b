#pragma once

#include <re2/re2.h>

#include <memory>
#include <mutex>
#include <string>
#include <utility>

namespace actorgraph {

/// An RE2 pattern that is compiled when first asked for, once, by whichever thread comes first: a
/// run over few documents needs few of the rules.
class LazyRegex {
  public:
    explicit LazyRegex(std::string pattern) : pattern_(std::move(pattern)) {}

    const std::string& pattern() const { return pattern_; }
    /// The compiled pattern; `ok()` of it may be false. Safe from any thread.
    const re2::RE2& get() const {
        std::call_once(once_, [this] {
            re2::RE2::Options options;
            options.set_max_mem(8 << 20);
            options.set_log_errors(false);
            regex_ = std::make_unique<re2::RE2>(pattern_, options);
        });
        return *regex_;
    }

  private:
    std::string pattern_;
    mutable std::once_flag once_;
    mutable std::unique_ptr<re2::RE2> regex_;
};

} // namespace actorgraph
