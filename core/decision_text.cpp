#include "core/decision_text.hpp"

#include <algorithm>

namespace actorgraph {
namespace {

constexpr std::string_view bar = " | ";

/// Without what would break the line.
std::string field(std::string text) {
    std::replace_if(text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return text;
}

std::string side(const std::vector<std::string>& anchors) {
    std::string out;
    for (const std::string& one : anchors) {
        out += (out.empty() ? "" : std::string(bar)) + field(one);
    }
    return out;
}

std::vector<std::string> split(std::string_view text, std::string_view by) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const auto end = std::min(text.size(), text.find(by, begin));
        parts.emplace_back(text.substr(begin, end - begin));
        begin = end + by.size();
    }
    return parts;
}

bool is_of_one(DecisionKind kind) { return kind == DecisionKind::rename || kind == DecisionKind::type; }

} // namespace

std::string write_decisions(const std::vector<Decision>& decisions) {
    std::string out = "# actorgraph decisions 1: kind, a, b, why, user, time\n";
    for (const Decision& one : decisions) {
        if (!one.undone_by) {
            out += std::string(to_string(one.kind)) + '\t' + side(one.a) + '\t' +
                   (is_of_one(one.kind) ? field(one.text) : side(one.b)) + '\t' + field(one.why) + '\t' +
                   field(one.user) + '\t' + field(one.time) + '\n';
        }
    }
    return out;
}

Result<std::vector<Decision>> read_decisions(std::string_view text, const std::string& file) {
    std::vector<Decision> decisions;
    Diagnostics problems;
    std::size_t number = 0;
    for (std::string line : split(text, "\n")) {
        ++number;
        if (!line.empty() && line.back() == '\r') {
            line.pop_back();
        }
        if (line.empty() || line.front() == '#') {
            continue;
        }
        std::vector<std::string> fields = split(line, "\t");
        fields.resize(std::max<std::size_t>(6, fields.size()));
        const auto kind = decision_kind_from(fields[0]);
        if (!kind || fields[1].empty() || fields[2].empty()) {
            problems.push_back({Severity::error, file, number, 0, "this is no decision",
                                "write: kind, a, b, why, user, time with tabs between; kinds are same, different, "
                                "unsure, rename, type"});
            continue;
        }
        Decision one;
        one.kind = *kind;
        one.a = split(fields[1], bar);
        is_of_one(*kind) ? static_cast<void>(one.text = fields[2]) : static_cast<void>(one.b = split(fields[2], bar));
        one.why = fields[3];
        one.user = fields[4];
        one.time = fields[5];
        decisions.push_back(std::move(one));
    }
    if (!problems.empty()) {
        return problems;
    }
    return decisions;
}

} // namespace actorgraph
