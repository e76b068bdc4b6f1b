#pragma once

#include "rules/pattern.hpp"
#include "rules/rulebook.hpp"

#include <map>
#include <string>
#include <vector>

namespace actorgraph {

/// One TOML file of the rule folder: the name users see and the bytes.
struct RuleFile {
    std::string name; ///< path as shown in diagnostics
    std::string bytes;
};

/// Readers of the four kinds of rule file. Each appends what it reads and every problem it meets.
void read_schema(const RuleFile& file, std::vector<RelationType>& relations, Diagnostics& problems);
void read_classes(const RuleFile& file, WordClasses& classes, Diagnostics& problems);
/// `[[rule]]` and `[[frame]]` entries of a relation pack; a frame becomes several rules that share
/// its file, line and examples.
void read_relation_pack(const RuleFile& file, const Inflector& inflector,
                        const WordClasses& shared_classes, Rulebook& rulebook,
                        Diagnostics& problems);
void read_status_pack(const RuleFile& file, const Inflector& inflector,
                      const WordClasses& shared_classes, Rulebook& rulebook,
                      Diagnostics& problems);

/// Slot letter of an entity type ('p' for person …); blank for types that get no slot.
char slot_letter(std::string_view entity_type);

} // namespace actorgraph
