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

/// What a pack file holds, and every problem met in it.
struct PackContents {
    std::vector<RelationRule> rules;
    std::vector<StatusCue> cues;
    std::vector<std::string> verbs; ///< finite forms of the rules' verbs
    Diagnostics problems;
};

/// What packs are read with; shared by all of them.
struct PackAids {
    const Inflector& inflector;
    const WordClasses& classes; ///< the shared ones
    const std::vector<RelationType>& relations;
};

/// Readers of the four kinds of rule file. The first two append what they read and every problem they meet.
void read_schema(const RuleFile& file, std::vector<RelationType>& relations, Diagnostics& problems);
void read_classes(const RuleFile& file, WordClasses& classes, Diagnostics& problems);
/// `[[rule]]` and `[[frame]]` entries of a relation pack; a frame becomes several rules that share
/// its file, line and examples.
PackContents read_relation_pack(const RuleFile& file, const PackAids& aids);
PackContents read_status_pack(const RuleFile& file, const PackAids& aids);

/// Slot letter of an entity type ('p' for person …); blank for types that get no slot.
char slot_letter(std::string_view entity_type);

} // namespace actorgraph
