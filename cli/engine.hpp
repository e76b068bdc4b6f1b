#pragma once

#include "extractor/readers/limits.hpp"
#include "rules/rulebook.hpp"

#include <filesystem>
#include <string>

namespace actorgraph {

/// SHA-256 of the sources that decide what a document says, taken when the program was built.
extern const char* const program_stamp;

/// What decides the facts of a document besides its text; equal stamps give equal facts.
struct Engine {
    std::string program; ///< readers and stages, and field names, region and lengths when they are not the usual ones
    std::string limits;  ///< of reading: what was refused under others is read again
    std::string whole;   ///< program and rules: facts of another stamp are read again
};

/// Rules together with the stamp of the files they were read from.
struct LoadedEngine {
    Engine engine;
    Rulebook rules;
};
Engine engine_of(const std::filesystem::path& rules, const ReadOptions& reading, const PackChoice& packs);

} // namespace actorgraph
