#include "cli/command.hpp"

#include <nlohmann/json.hpp>

#include <fmt/core.h>

#include <iostream>

namespace actorgraph {
namespace {

struct SourcesFlags : SharedFlags {
    std::vector<std::string> sources;
};

void print_text(const LinkInput& input, const SourceGroups& found) {
    std::size_t shared = 0;
    for (const SourceGroup& group : found.groups) {
        if (group.documents.size() < 2) {
            continue;
        }
        ++shared;
        std::cout << "one source: " << input.facts[group.documents.front()].id;
        std::cout << (group.agency.empty() ? "" : ", by " + group.agency) << '\n';
        for (const std::uint32_t one : group.documents) {
            const DocumentFacts& facts = input.facts[one];
            std::cout << "  " << (facts.date.empty() ? "undated" : facts.date) << "  " << facts.id;
            if (found.superseded_by[one]) {
                std::cout << "  superseded by " << input.facts[*found.superseded_by[one]].id;
            }
            std::cout << '\n';
        }
    }
    fmt::print("{} documents, {} independent texts, {} of them told more than once\n", input.facts.size(),
               found.groups.size(), shared);
}

void print_json(const LinkInput& input, const SourceGroups& found) {
    nlohmann::ordered_json answer;
    answer["version"] = 1;
    answer["documents"] = input.facts.size();
    answer["independent"] = found.groups.size();
    answer["groups"] = nlohmann::ordered_json::array();
    for (const SourceGroup& group : found.groups) {
        if (group.documents.size() < 2) {
            continue;
        }
        nlohmann::ordered_json row;
        row["origin"] = input.facts[group.documents.front()].id;
        row["agency"] = group.agency;
        for (const std::uint32_t one : group.documents) {
            nlohmann::ordered_json document;
            document["id"] = input.facts[one].id;
            document["date"] = input.facts[one].date;
            document["superseded_by"] =
                found.superseded_by[one] ? input.facts[*found.superseded_by[one]].id : "";
            row["documents"].push_back(std::move(document));
        }
        answer["groups"].push_back(std::move(row));
    }
    std::cout << answer.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

int run(const SourcesFlags& flags) {
    const auto rules = open_rules(flags);
    if (!rules) {
        return exit_usage;
    }
    LinkInput input;
    const CaseReport report =
        read_case(flags.sources, *rules, flags, [&input](DocumentFacts one) { add(input, std::move(one)); });
    const SourceGroups found = group_sources(input);
    flags.format == "json" ? print_json(input, found) : print_text(input, found);
    return exit_code_of(report);
}

} // namespace

std::function<int()> add_sources(CLI::App& app) {
    auto* command = app.add_subcommand("sources", "Which documents are copies, updates or corrections of one text");
    auto flags = std::make_shared<SourcesFlags>();
    command->add_option("sources", flags->sources, "Documents, folders or a case file")->required()->type_name("SOURCE");
    add_case_flags(*command, *flags);
    add_format_flag(*command, *flags);
    command->footer("Example:\n  actorgraph sources case.db");
    return [command, flags] { return command->parsed() ? run(*flags) : -1; };
}

} // namespace actorgraph
