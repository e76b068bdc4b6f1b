#include "rules/toml_reader.hpp"

#include "core/near_miss.hpp"

#include <algorithm>
#include <array>

namespace actorgraph {
namespace {

constexpr std::array<std::pair<std::string_view, char>, 7> letters{{{"person", 'p'},
                                                                    {"organization", 'o'},
                                                                    {"account", 'a'},
                                                                    {"location", 'l'},
                                                                    {"misc", 'm'},
                                                                    {"date", ' '},
                                                                    {"money", ' '}}};

void check_types(TomlReader& reader, const toml::table& table, const char* key,
                 const std::vector<std::string>& types) {
    std::vector<std::string> known;
    for (const auto& row : letters) {
        known.emplace_back(row.first);
    }
    for (const auto& type : types) {
        if (std::find(known.begin(), known.end(), type) == known.end()) {
            const std::string near = near_miss(type, known);
            reader.complain(*table.get(key), "there is no entity type '" + type + "'",
                            near.empty() ? "use a type of the schema"
                                         : "did you mean '" + near + "'?");
        }
    }
}

} // namespace

char slot_letter(std::string_view entity_type) {
    for (const auto& [type, letter] : letters) {
        if (type == entity_type) {
            return letter;
        }
    }
    return ' ';
}

void read_schema(const RuleFile& file, std::vector<RelationType>& relations,
                 Diagnostics& problems) {
    TomlReader reader(file, problems);
    const auto root = reader.parse();
    if (!root) {
        return;
    }
    for (const toml::table* table : reader.tables(*root, "relation")) {
        reader.only_keys(*table,
                         {"id", "inverse", "symmetric", "presupposed", "path_hop", "domain", "range",
                          "ftm", "theme"});
        RelationType type;
        type.id = reader.text(*table, "id", true);
        type.inverse = reader.text(*table, "inverse");
        type.symmetric = reader.flag(*table, "symmetric", false);
        type.is_presupposed = reader.flag(*table, "presupposed", false);
        type.is_path_hop = reader.flag(*table, "path_hop", true);
        type.domain = reader.texts(*table, "domain", true);
        type.range = reader.texts(*table, "range", true);
        type.ftm = reader.text(*table, "ftm");
        type.theme = reader.text(*table, "theme");
        check_types(reader, *table, "domain", type.domain);
        check_types(reader, *table, "range", type.range);
        relations.push_back(std::move(type));
    }
}

void read_classes(const RuleFile& file, WordClasses& classes, Diagnostics& problems) {
    TomlReader reader(file, problems);
    if (const auto root = reader.parse()) {
        classes = reader.classes(*root);
    }
}

} // namespace actorgraph
