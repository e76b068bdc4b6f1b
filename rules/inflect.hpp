#pragma once

#include "core/result.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace actorgraph {

/// English inflections: irregular verbs from a table, everything else by spelling rules.
/// Of several words only the first is inflected ("hand over" → "handed over").
class Inflector {
  public:
    /// Table lines: base, past, participle, parted by tabs; variants by `/`. A missing file is fine.
    static Result<Inflector> load(const std::filesystem::path& table);

    std::vector<std::string> forms(std::string_view verb) const;       ///< every form, base first
    std::vector<std::string> finite(std::string_view verb) const;      ///< base, -s, past
    std::vector<std::string> participles(std::string_view verb) const; ///< past participles
    std::vector<std::string> gerunds(std::string_view verb) const;     ///< -ing
    void add(std::string base, std::vector<std::string> past, std::vector<std::string> participle);

  private:
    struct Irregular {
        std::vector<std::string> past;
        std::vector<std::string> participle;
    };
    Irregular past_of(const std::string& base) const;
    std::map<std::string, Irregular, std::less<>> irregular_;
};

/// Singular and plurals of a noun phrase; the word before the first preposition is the head
/// ("chief of staff" → "chiefs of staff", "son-in-law" → "sons-in-law").
std::vector<std::string> noun_forms(std::string_view noun);

} // namespace actorgraph
