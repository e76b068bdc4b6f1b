#pragma once

#include "core/facts.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace actorgraph {

/// Words of a name for comparing: case, accents, points and typographic marks dropped; "Reyes, Ana" as
/// "ana reyes" for persons.
std::vector<std::string> name_words(std::string_view name, bool is_person);

std::string joined(const std::vector<std::string>& words);

bool is_actor_type(std::string_view type);

/// What must be equal for two document entities to be one by name: "person:ana reyes",
/// "organization:tidewatch" (article and legal form dropped), "account:handle:ana", "location:kelm". Empty for what is never
/// named and for other types.
std::string name_key(const Entity& entity);

/// A person's name in parts; `surname` alone for one word.
struct PersonName {
    std::string given, surname;
    std::vector<std::string> middle;
    std::string suffix; ///< jr, sr, ii, iii
};
PersonName person_name(const std::vector<std::string>& words);

/// The words of a key, without its type.
std::vector<std::string> words_of_key(std::string_view key);
std::string_view type_of_key(std::string_view key);

/// A word as it sounds, roughly, so that spellings of other scripts and umlauts meet: "mueller" and "muller",
/// "mohammed" and "muhammad", "aleksandr" and "alexander".
std::string sound_of(std::string_view word);

/// Letters of other scripts that look like Latin ones, and signs that look like letters, as the letter they are
/// taken for: two accounts that differ only so are a trap.
std::string lookalike(std::string_view value);

} // namespace actorgraph
