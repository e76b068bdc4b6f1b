#pragma once

#include <stdexcept>
#include <string>

namespace actorgraph {

/// Why a case file cannot be used.
enum class StoreFault {
    missing, ///< no such file
    damaged, ///< not a case file, or its bytes contradict each other
    newer,   ///< written by a later program
    locked,  ///< another program writes to it
    disk,    ///< the disk is full, read-only or failing
};

/// Thrown by everything in store/ when the machine or the file fails; caught once, in main. What was
/// committed before stays committed.
class StoreFailure : public std::runtime_error {
  public:
    StoreFailure(StoreFault fault, const std::string& sentence, std::string hint)
        : std::runtime_error(sentence), fault_(fault), hint_(std::move(hint)) {}
    StoreFault fault() const { return fault_; }
    const std::string& hint() const { return hint_; }

  private:
    StoreFault fault_;
    std::string hint_;
};

} // namespace actorgraph
