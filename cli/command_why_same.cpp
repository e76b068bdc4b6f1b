#include "cli/case_command.hpp"
#include "cli/linked_case_file.hpp"
#include "cli/who_command.hpp"
#include "graph/link/why_same.hpp"

#include <nlohmann/json.hpp>

#include <iostream>

namespace actorgraph {
namespace {

struct WhySameFlags : SharedFlags {
    std::string case_file, a, b;
};

std::string place(const LinkedCase& linked, std::uint32_t node) {
    const DocumentActor& one = linked.who.actors.nodes[node];
    const DocumentFacts& facts = *linked.facts[one.document];
    return "'" + facts.entities[one.entity].name + "' in " + facts.id;
}

std::string told(const LinkedCaseFile& file, const Join& join) {
    std::string out(to_string(join.reason));
    for (const Decision& one : file.input->aids.decisions) {
        if (join.reason == JoinReason::decision && one.number == join.decision) {
            out += " (decision " + std::to_string(one.number) + (one.why.empty() ? "" : ": " + one.why) + ")";
        }
    }
    return out;
}

void print_text(const LinkedCaseFile& file, const WhySame& why) {
    const LinkedCase& linked = file.linked;
    std::cout << (why.is_same ? "one actor\n" : "not one actor\n");
    for (const Join& join : why.chain) {
        std::cout << "  " << place(linked, join.a) << " = " << place(linked, join.b) << ": " << told(file, join) << '\n';
    }
    if (why.is_same && why.chain.empty()) {
        std::cout << "  one in its document already\n  hint: actorgraph explain shows why\n";
    }
    if (!why.is_same) {
        std::cout << "  " << why.reason << '\n';
    }
}

void print_json(const LinkedCaseFile& file, const WhySame& why) {
    nlohmann::ordered_json answer;
    answer["version"] = 1;
    answer["same"] = why.is_same;
    answer["reason"] = why.reason;
    answer["chain"] = nlohmann::ordered_json::array();
    for (const Join& join : why.chain) {
        answer["chain"].push_back({{"a", place(file.linked, join.a)}, {"b", place(file.linked, join.b)}, {"because", told(file, join)}});
    }
    std::cout << answer.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

int run(const WhySameFlags& flags) {
    const auto file = open_linked(flags.case_file, flags);
    if (!file) {
        return exit_usage;
    }
    int exit_code = exit_done;
    const auto a = find_side(file->linked, flags.a, exit_code);
    const auto b = a ? find_side(file->linked, flags.b, exit_code) : std::nullopt;
    if (!b) {
        return exit_code;
    }
    const WhySame why = why_same(file->linked.who, file->input->aids.decisions, nodes_named(file->linked, *a, flags.a), nodes_named(file->linked, *b, flags.b));
    flags.format == "json" ? print_json(*file, why) : print_text(*file, why);
    return exit_done;
}

} // namespace

std::function<int()> add_why_same(CLI::App& app) {
    auto* command = app.add_subcommand("why-same", "Why two names are one actor, or why not");
    auto flags = std::make_shared<WhySameFlags>();
    command->add_option("case", flags->case_file, "Case file")->required()->type_name("CASE");
    command->add_option("a", flags->a, "A name, an id, or name@document")->required()->type_name("A");
    command->add_option("b", flags->b, "Another")->required()->type_name("B");
    add_case_flags(*command, *flags);
    add_format_flag(*command, *flags);
    command->footer("Examples:\n  actorgraph why-same case.db \"Ana Reyes\" Reyes\n"
                    "  actorgraph why-same case.db \"John Smith@a.txt\" \"John Smith@b.txt\"");
    return [command, flags] { return command->parsed() ? run(*flags) : -1; };
}

} // namespace actorgraph
