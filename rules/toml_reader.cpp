#include "rules/toml_reader.hpp"

#include "core/near_miss.hpp"

#include <algorithm>

namespace actorgraph {

std::optional<toml::table> TomlReader::parse() {
    try {
        return toml::parse(file_.bytes, file_.name);
    } catch (const toml::parse_error& error) {
        problems_.push_back({Severity::error, file_.name, error.source().begin.line,
                             error.source().begin.column,
                             "this is no TOML: " + std::string(error.description()),
                             "repair the line; patterns go into 'single quotes'"});
        return std::nullopt;
    }
}

void TomlReader::complain(const toml::node& at, std::string message, std::string hint,
                          std::size_t more_columns) {
    const auto& where = at.source().begin;
    problems_.push_back({Severity::error, file_.name, where.line, where.column + more_columns,
                         std::move(message), std::move(hint)});
}

std::vector<const toml::table*> TomlReader::tables(const toml::table& parent,
                                                   std::string_view key) {
    std::vector<const toml::table*> out;
    const toml::node* node = parent.get(key);
    if (node == nullptr) {
        return out;
    }
    const toml::array* array = node->as_array();
    if (array == nullptr) {
        complain(*node, "'" + std::string(key) + "' is no list of tables",
                 "write [[" + std::string(key) + "]]");
        return out;
    }
    for (const toml::node& element : *array) {
        if (const toml::table* table = element.as_table()) {
            out.push_back(table);
        } else {
            complain(element, "this entry is no table", "write [[" + std::string(key) + "]]");
        }
    }
    return out;
}

std::string TomlReader::text(const toml::table& table, std::string_view key, bool required) {
    const toml::node* node = table.get(key);
    if (node == nullptr) {
        if (required) {
            complain(table, "'" + std::string(key) + "' is missing",
                     "add " + std::string(key) + " = \"…\"");
        }
        return "";
    }
    if (const auto value = node->value_exact<std::string>()) {
        return *value;
    }
    complain(*node, "'" + std::string(key) + "' is no text", "put it into quotes");
    return "";
}

std::vector<std::string> TomlReader::texts(const toml::table& table, std::string_view key,
                                           bool required) {
    std::vector<std::string> out;
    const toml::node* node = table.get(key);
    const toml::array* array = node == nullptr ? nullptr : node->as_array();
    if (node != nullptr && array == nullptr) {
        complain(*node, "'" + std::string(key) + "' is no list", "put it into [ ]");
        return out;
    }
    if (array != nullptr) {
        for (const toml::node& element : *array) {
            if (const auto value = element.value_exact<std::string>()) {
                out.push_back(*value);
            } else {
                complain(element, "this entry of '" + std::string(key) + "' is no text",
                         "put it into quotes");
            }
        }
    }
    if (required && out.empty()) {
        complain(table, "'" + std::string(key) + "' has no example",
                 "add one sentence to " + std::string(key));
    }
    return out;
}

double TomlReader::number(const toml::table& table, std::string_view key, double fallback) {
    const toml::node* node = table.get(key);
    if (node == nullptr) {
        return fallback;
    }
    const auto value = node->value<double>();
    if (!value || *value <= 0.0 || *value > 1.0) {
        complain(*node, "'" + std::string(key) + "' is no number above 0 and up to 1",
                 "write a value such as 0.8");
        return fallback;
    }
    return *value;
}

bool TomlReader::flag(const toml::table& table, std::string_view key, bool fallback) {
    const toml::node* node = table.get(key);
    if (node == nullptr) {
        return fallback;
    }
    const auto value = node->value_exact<bool>();
    if (!value) {
        complain(*node, "'" + std::string(key) + "' is neither true nor false",
                 "write true or false");
    }
    return value.value_or(fallback);
}

WordClasses TomlReader::classes(const toml::table& root) {
    WordClasses out;
    const toml::node* node = root.get("classes");
    if (node == nullptr) {
        return out;
    }
    const toml::table* table = node->as_table();
    if (table == nullptr) {
        complain(*node, "'classes' is no table", "write [classes]");
        return out;
    }
    for (const auto& [key, value] : *table) {
        (void)value;
        out[std::string(key.str())] = texts(*table, key.str());
    }
    return out;
}

void TomlReader::only_keys(const toml::table& table,
                           std::initializer_list<std::string_view> known) {
    for (const auto& [key, value] : table) {
        if (std::find(known.begin(), known.end(), key.str()) == known.end()) {
            const std::string near =
                near_miss(key.str(), std::vector<std::string>(known.begin(), known.end()));
            complain(value, "there is no key '" + std::string(key.str()) + "'",
                     near.empty() ? "remove it" : "did you mean '" + near + "'?");
        }
    }
}

void TomlReader::complain_pattern(const toml::table& table, std::string_view key,
                                  const std::vector<PatternProblem>& found) {
    const toml::node* node = table.get(key);
    for (const auto& problem : found) {
        complain(node == nullptr ? table : *node, problem.message, problem.hint,
                 node == nullptr || node->is_array() ? 0 : problem.offset + 1);
    }
}

} // namespace actorgraph
