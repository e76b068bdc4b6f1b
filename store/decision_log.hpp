#pragma once

#include "core/decision.hpp"
#include "store/database.hpp"
#include "store/writer_lock.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace actorgraph {

/// The decisions of a case file in the order they were made, undone ones too. A blank file has none.
std::vector<Decision> stored_decisions(const std::string& path);

/// Appends to the decisions of a case file, as its only writer. What is not committed is as if it had not been.
/// Throws StoreFailure.
class DecisionLog {
  public:
    DecisionLog(const std::string& path, std::chrono::milliseconds patience);

    /// Appends a decision and returns its number; now is its time when it has none.
    std::int64_t add(const Decision& decision);
    /// Takes a decision back by another row; false when there is none of that number, or it is undone already.
    bool undo(std::int64_t number, std::string_view user, std::string_view why);
    /// Makes what was said durable and enters it into the run log.
    void commit(std::string_view summary);

  private:
    std::int64_t append(const Decision& decision, std::string_view kind, const std::string& a, const std::string& b);

    WriterLock lock_;
    Database database_;
    std::string started_;
};

} // namespace actorgraph
