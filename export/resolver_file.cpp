#include "export/resolver_file.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <optional>

namespace actorgraph {
namespace {

using Json = nlohmann::json;

std::optional<std::string> judgement_of(DecisionKind kind) {
    switch (kind) {
    case DecisionKind::same: return "positive";
    case DecisionKind::different: return "negative";
    case DecisionKind::unsure: return "unsure";
    case DecisionKind::rename:
    case DecisionKind::type: return std::nullopt;
    }
    return std::nullopt;
}

std::string line_of(const std::string& a, const std::string& b, const std::string& judgement, const Decision& one) {
    const Json row = Json::array({std::max(a, b), std::min(a, b), judgement, nullptr, one.user, one.time});
    return row.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

struct ResolverLine {
    std::string a, b, judgement, user, time;
};

std::string text_of(const Json& row, std::size_t i) {
    return i < row.size() && row[i].is_string() ? row[i].get<std::string>() : "";
}

std::optional<ResolverLine> parse(std::string_view text) {
    const Json row = Json::parse(text, nullptr, false);
    if (!row.is_array() || row.size() < 3) {
        return std::nullopt;
    }
    ResolverLine line{text_of(row, 0), text_of(row, 1), text_of(row, 2), text_of(row, 4), text_of(row, 5)};
    const bool is_judgement = line.judgement == "positive" || line.judgement == "negative" ||
                              line.judgement == "unsure" || line.judgement == "no_judgement";
    return line.a.empty() || line.b.empty() || !is_judgement ? std::nullopt : std::optional(line);
}

bool is_canonical(const std::string& id) { return id.find(':') == std::string::npos; }

/// The id of ours that stands for a canonical one: the smallest that is positive with it, also by way of others.
class Groups {
  public:
    void join(const std::string& a, const std::string& b) {
        const std::string x = head(a);
        const std::string y = head(b);
        const bool keeps_x = is_canonical(x) == is_canonical(y) ? x <= y : !is_canonical(x);
        (keeps_x ? parent_[y] : parent_[x]) = keeps_x ? x : y;
    }
    std::string head(std::string id) {
        for (auto found = parent_.find(id); found != parent_.end() && found->second != id; found = parent_.find(id)) {
            id = found->second;
        }
        return id;
    }

  private:
    std::map<std::string, std::string> parent_;
};

} // namespace

std::string write_resolver_file(const std::vector<Decision>& decisions) {
    std::string out;
    for (const Decision& one : decisions) {
        const auto judgement = judgement_of(one.kind);
        if (!judgement || one.undone_by || one.a.empty() || one.b.empty()) {
            continue;
        }
        if (one.kind != DecisionKind::same) {
            for (const std::string& a : one.a) {
                for (const std::string& b : one.b) {
                    out += line_of(a, b, *judgement, one);
                }
            }
            continue;
        }
        std::vector<std::string> all = one.a;
        all.insert(all.end(), one.b.begin(), one.b.end());
        for (std::size_t i = 1; i < all.size(); ++i) {
            out += all[i] == all[0] ? "" : line_of(all[0], all[i], *judgement, one);
        }
    }
    return out;
}

bool is_resolver_file(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && text[first] == '[';
}

Result<std::vector<Decision>> read_resolver_file(std::string_view text, const std::string& file) {
    std::vector<ResolverLine> lines;
    Diagnostics problems;
    Groups groups;
    std::size_t number = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.size(), text.find('\n', begin));
        const std::string_view line = text.substr(begin, end - begin);
        begin = end + 1;
        ++number;
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) {
            continue;
        }
        if (auto parsed = parse(line)) {
            if (parsed->judgement == "positive") {
                groups.join(parsed->a, parsed->b);
            }
            lines.push_back(std::move(*parsed));
        } else {
            problems.push_back({Severity::error, file, number, 0, "this is no line of a resolver file",
                                "a line is [target, source, judgement, score, user, timestamp]"});
        }
    }
    if (!problems.empty()) {
        return problems;
    }
    std::vector<Decision> decisions;
    for (const ResolverLine& line : lines) {
        Decision one;
        one.kind = line.judgement == "positive"   ? DecisionKind::same
                   : line.judgement == "negative" ? DecisionKind::different
                                                  : DecisionKind::unsure;
        one.a = {is_canonical(line.a) ? groups.head(line.a) : line.a};
        one.b = {is_canonical(line.b) ? groups.head(line.b) : line.b};
        one.user = line.user;
        one.time = line.time;
        if (line.judgement != "no_judgement" && one.a != one.b) {
            decisions.push_back(std::move(one));
        }
    }
    return decisions;
}

} // namespace actorgraph
