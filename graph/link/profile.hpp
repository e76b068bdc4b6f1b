#pragma once

#include "core/facts.hpp"

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace actorgraph {

/// Tells of a word in lower case whether it names what a person does: "coach", "analyst".
using IsCalling = std::function<bool(std::string_view word)>;

/// What a document says beside the name of a person; hashes, ascending.
struct Profile {
    std::uint32_t entity = 0;
    std::vector<std::uint32_t> callings; ///< within five words before or six behind the name, or a role of a claim
    std::vector<std::uint32_t> words;    ///< of four letters or more within twenty words; at most 48
};

/// Profiles of the persons with two words or more in their name; without text only roles are known.
std::vector<Profile> profiles_of(const DocumentFacts& facts, const IsCalling& is_calling);

} // namespace actorgraph
