#include "rules/precision.hpp"

#include <charconv>
#include <fstream>
#include <unordered_map>

namespace actorgraph {
namespace {

template <typename Number> bool read_number(std::string_view text, Number& value) {
    const auto [last, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    return failure == std::errc{} && last == text.data() + text.size();
}

class PrecisionReader {
  public:
    PrecisionReader(std::string file, std::vector<RelationRule>& rules, Diagnostics& problems)
        : file_(std::move(file)), problems_(problems) {
        for (RelationRule& rule : rules) {
            by_name_.emplace(rule.name, &rule);
        }
    }

    void read(const std::string& line, std::size_t number) {
        const std::size_t first = line.find('\t');
        const std::size_t second = first == std::string::npos ? first : line.find('\t', first + 1);
        double precision = 0.0;
        std::size_t claims = 0;
        const std::string_view text = line;
        if (second == std::string::npos || !read_number(text.substr(first + 1, second - first - 1), precision) ||
            !read_number(text.substr(second + 1), claims) || precision < 0.0 || precision > 1.0 || claims == 0) {
            complain(number, "this is no row of rule, precision and claims",
                     "write a rule's name, a number from 0 to 1 and a number of claims, with tabs between");
            return;
        }
        const auto rule = by_name_.find(line.substr(0, first));
        if (rule != by_name_.end()) { // a pack that was left out takes nothing with it
            rule->second->confidence = precision;
            rule->second->measured_on = claims;
        }
    }

  private:
    void complain(std::size_t line, std::string message, std::string hint) {
        problems_.push_back({Severity::error, file_, line, 1, std::move(message), std::move(hint)});
    }

    std::string file_;
    std::unordered_map<std::string, RelationRule*> by_name_;
    Diagnostics& problems_;
};

} // namespace

void read_precision(const std::filesystem::path& file, std::vector<RelationRule>& rules, Diagnostics& problems) {
    std::ifstream in(file);
    PrecisionReader reader(file.string(), rules, problems);
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (!line.empty() && line.front() != '#') {
            reader.read(line, number);
        }
    }
}

} // namespace actorgraph
