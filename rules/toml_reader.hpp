#pragma once

#include "rules/rule_file.hpp"

#include <toml++/toml.h>

#include <initializer_list>
#include <optional>

namespace actorgraph {

/// Typed look-ups in one parsed TOML file that note every problem with its place.
class TomlReader {
  public:
    TomlReader(const RuleFile& file, Diagnostics& problems) : file_(file), problems_(problems) {}

    /// The parsed file, or nothing after noting why not.
    std::optional<toml::table> parse();
    /// Tables of an array of tables, in order; none when absent.
    std::vector<const toml::table*> tables(const toml::table& parent, std::string_view key);
    std::string text(const toml::table& table, std::string_view key, bool required = false);
    std::vector<std::string> texts(const toml::table& table, std::string_view key,
                                   bool required = false);
    double number(const toml::table& table, std::string_view key, double fallback);
    bool flag(const toml::table& table, std::string_view key, bool fallback);
    WordClasses classes(const toml::table& root);
    /// Notes keys that nobody reads, with the near miss.
    void only_keys(const toml::table& table, std::initializer_list<std::string_view> known);
    void complain(const toml::node& at, std::string message, std::string hint,
                  std::size_t more_columns = 0);

    /// Notes the problems of a pattern at their columns in the value of `key`.
    void complain_pattern(const toml::table& table, std::string_view key,
                          const std::vector<PatternProblem>& found);
    const std::string& file_name() const { return file_.name; }

  private:
    const RuleFile& file_;
    Diagnostics& problems_;
};

} // namespace actorgraph
