#include "cli/case_command.hpp"
#include "cli/decision_files.hpp"
#include "cli/linked_case_file.hpp"
#include "cli/who_command.hpp"
#include "store/decision_log.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <iostream>

namespace actorgraph {
namespace {

struct DecideFlags : SharedFlags {
    std::string kind; ///< the word after `decide`
    std::string case_file, a, b, why, user, file, as = "text";
    std::int64_t number = 0;
    double wait = 10;
};

std::string user_of(const DecideFlags& flags) {
    const char* name = std::getenv("USER");
    return !flags.user.empty() ? flags.user : name == nullptr ? "" : name;
}

std::int64_t write_decision(const DecideFlags& flags, const Decision& decision) {
    DecisionLog log(flags.case_file, patience_of(flags.wait));
    const std::int64_t number = log.add(decision);
    log.commit(fmt::format("decision {}: {}", number, to_string(decision.kind)));
    return number;
}

bool is_of_one(DecisionKind kind) { return kind == DecisionKind::rename || kind == DecisionKind::type; }

/// What stands against a decision as the case is now; empty: nothing.
std::string objection(const LinkedCase& changed, const LinkAids& aids) {
    switch (changed.who.states.back()) {
    case DecisionState::overruled: {
        std::string apart;
        for (const Veto& veto : changed.who.vetoes) {
            apart += (apart.empty() ? "" : ", ") + std::to_string(aids.decisions[veto.decision].number);
        }
        return "a decision keeps the two apart (see " + apart + ")\n  hint: actorgraph decide list, then decide undo";
    }
    case DecisionState::idle: return "no document names them";
    case DecisionState::holds:
    case DecisionState::undone: break;
    }
    return "";
}

int decide(const DecideFlags& flags) {
    auto file = open_linked(flags.case_file, flags);
    if (!file) {
        return exit_usage;
    }
    int exit_code = exit_done;
    Decision decision;
    decision.kind = *decision_kind_from(flags.kind);
    decision.why = flags.why;
    decision.user = user_of(flags);
    const auto a = find_side(file->linked, flags.a, exit_code);
    if (!a) {
        return exit_code;
    }
    decision.a = a->anchors;
    std::string about = describe(file->linked, a->actor);
    if (is_of_one(decision.kind)) {
        decision.text = flags.b;
        about += " -> " + flags.b;
    } else {
        const auto b = find_side(file->linked, flags.b, exit_code);
        if (!b) {
            return exit_code;
        }
        if (a->nodes == b->nodes) {
            std::cerr << "both names mean " << about << "\n  hint: tell them apart by document: NAME@DOCUMENT\n";
            return exit_usage;
        }
        decision.b = b->anchors;
        about += ", " + describe(file->linked, b->actor);
    }
    const LinkedCase changed = file->with(decision);
    if (const std::string against = objection(changed, file->input->aids); !against.empty()) {
        std::cerr << "not decided: " << against << '\n';
        return exit_usage;
    }
    const std::size_t before = file->linked.graph.actors().size();
    const std::size_t after = changed.graph.actors().size();
    const std::int64_t number = write_decision(flags, decision);
    fmt::print("decision {}: {} {}; {} actors, were {}\n", number, flags.kind, about, after, before);
    return exit_done;
}

int undo(const DecideFlags& flags) {
    if (!is_case_or_explained(flags.case_file)) {
        return exit_usage;
    }
    DecisionLog log(flags.case_file, patience_of(flags.wait));
    if (!log.undo(flags.number, user_of(flags), flags.why)) {
        std::cerr << "there is no decision " << flags.number << " that could be undone\n  hint: actorgraph decide list "
                  << flags.case_file << '\n';
        return exit_no_answer;
    }
    log.commit(fmt::format("decision {} undone", flags.number));
    fmt::print("decision {} undone\n", flags.number);
    return exit_done;
}

std::string joined(const std::vector<std::string>& anchors) {
    std::string out;
    for (const std::string& one : anchors) {
        out += (out.empty() ? "" : " | ") + one;
    }
    return out;
}

int list(const DecideFlags& flags) {
    const auto file = open_linked(flags.case_file, flags);
    if (!file) {
        return exit_usage;
    }
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (std::size_t i = 0; i < file->input->aids.decisions.size(); ++i) {
        const Decision& one = file->input->aids.decisions[i];
        const std::string state(to_string(file->linked.who.states[i]));
        if (flags.format == "json") {
            rows.push_back({{"number", one.number}, {"kind", to_string(one.kind)}, {"a", one.a}, {"b", one.b},
                            {"text", one.text}, {"why", one.why}, {"user", one.user}, {"time", one.time}, {"state", state}});
        } else {
            fmt::print("{:3} {:9} {} / {}  [{}] {} {} {}\n", one.number, to_string(one.kind), joined(one.a),
                       is_of_one(one.kind) ? one.text : joined(one.b), state, one.time, one.user, one.why);
        }
    }
    if (flags.format == "json") {
        const nlohmann::ordered_json answer{{"version", 1}, {"decisions", rows}};
        std::cout << answer.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
    }
    return exit_done;
}

/// One word after `decide`, with the flags all of them share.
CLI::App* add_kind(CLI::App& decide, const std::shared_ptr<DecideFlags>& flags, const char* word, const char* help) {
    auto* kind = decide.add_subcommand(word, help);
    kind->add_option("case", flags->case_file, "Case file")->required()->type_name("CASE");
    kind->add_option("--user", flags->user, "Who decides; $USER unless told");
    kind->add_option("--why", flags->why, "The reason, kept with the decision");
    add_wait_flag(*kind, flags->wait);
    return kind;
}

/// Kinds that take an actor and something more.
void add_pair(CLI::App& decide, const std::shared_ptr<DecideFlags>& flags, const char* word, const char* help,
              const char* second) {
    auto* kind = add_kind(decide, flags, word, help);
    kind->add_option("a", flags->a, "A name, an id, or name@document")->required()->type_name("A");
    auto* b = kind->add_option("b", flags->b, second)->required()->type_name("B");
    if (std::string(word) == "type") {
        b->check(CLI::IsMember({"person", "organization"}));
    }
    add_case_flags(*kind, *flags);
}

} // namespace

std::function<int()> add_decide(CLI::App& app) {
    auto* decide_command = app.add_subcommand("decide", "Say who is who; your word is final and can be taken back");
    auto flags = std::make_shared<DecideFlags>();
    add_pair(*decide_command, flags, "same", "A and B are one actor", "A name, an id, or name@document");
    add_pair(*decide_command, flags, "different", "A and B are two, now and always", "A name, an id, or name@document");
    add_pair(*decide_command, flags, "unsure", "Nobody can tell; review asks no more", "A name, an id, or name@document");
    add_pair(*decide_command, flags, "rename", "Call A by another name", "The name");
    add_pair(*decide_command, flags, "type", "A is a person, an organization", "person or organization");
    auto* undo_command = add_kind(*decide_command, flags, "undo", "Take a decision back");
    undo_command->add_option("number", flags->number, "Its number in the list")->required()->type_name("N");
    auto* list_command = add_kind(*decide_command, flags, "list", "All decisions and what became of them");
    add_format_flag(*list_command, *flags);
    add_rule_flags(*list_command, *flags);
    auto* export_command = add_kind(*decide_command, flags, "export", "Write the decisions to standard output");
    export_command->add_option("--as", flags->as, "text, or resolver (nomenklatura)")
        ->check(CLI::IsMember({"text", "resolver"}))
        ->capture_default_str();
    auto* import_command = add_kind(*decide_command, flags, "import", "Add the decisions of a file of either kind");
    import_command->add_option("file", flags->file, "The file, - for standard input")->required()->type_name("FILE");
    add_case_flags(*import_command, *flags);
    decide_command->require_subcommand(1);
    decide_command->footer("Examples:\n  actorgraph decide same case.db \"Ana Reyes\" \"A. M. Reyes\" --why \"same office\"\n"
                           "  actorgraph decide different case.db \"John Smith@a.txt\" \"John Smith@b.txt\"\n"
                           "  actorgraph decide undo case.db 3");
    return [decide_command, flags] {
        if (!decide_command->parsed()) {
            return -1;
        }
        flags->kind = decide_command->get_subcommands().front()->get_name();
        const DecisionTransfer transfer{flags->case_file, flags->file, flags->as, user_of(*flags), flags->wait};
        return flags->kind == "undo"     ? undo(*flags)
               : flags->kind == "list"   ? list(*flags)
               : flags->kind == "export" ? export_decisions(transfer)
               : flags->kind == "import" ? import_decisions(transfer, *flags)
                                         : decide(*flags);
    };
}

} // namespace actorgraph
