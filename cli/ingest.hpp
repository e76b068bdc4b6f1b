#pragma once

#include "cli/ingest_walk.hpp"
#include "rules/rulebook.hpp"

#include <chrono>

namespace actorgraph {

/// How an ingest is run.
struct IngestManner {
    int jobs = 1;
    bool is_quiet = false;
    std::string acknowledge; ///< file; empty: none
    std::chrono::milliseconds patience{0}; ///< with another writer
    std::string_view command = "ingest";
};

/// What an ingest did.
struct IngestReport {
    std::size_t added = 0;
    std::size_t known = 0;     ///< read again under another name or path
    std::size_t unchanged = 0; ///< read, and stored already
    std::size_t gone = 0;      ///< replaced or no longer in their file
    std::size_t left_out = 0;  ///< dated before `since`
    std::size_t refused = 0;   ///< rows and files
    std::size_t unchanged_inputs = 0;
    std::size_t reread = 0;    ///< stored documents whose facts an older engine had made
    std::size_t changed = 0;   ///< those of them that say something else now
    Diagnostics problems;
    bool was_interrupted = false;

    std::string summary() const; ///< one line
};

/// The walk of an ingest: inputs → documents → facts, many at a time → case file, one writer, in batches
/// that are each committed whole. A bounded queue keeps memory at a few documents. Ctrl-C finishes what
/// is in flight. Throws StoreFailure.
IngestReport ingest(const IngestOrder& order, const Rulebook& rules, const IngestManner& manner);

} // namespace actorgraph
