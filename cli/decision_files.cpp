#include "cli/decision_files.hpp"

#include "cli/case_command.hpp"
#include "cli/linked_case_file.hpp"
#include "core/decision_text.hpp"
#include "export/resolver_file.hpp"
#include "store/decision_log.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>

namespace actorgraph {
namespace {

std::optional<std::string> read_all(const std::string& path) {
    if (path == "-") {
        return std::string(std::istreambuf_iterator<char>(std::cin), {});
    }
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        print({{Severity::error, path, 0, 0, "cannot open the file", "check the path"}});
        return std::nullopt;
    }
    return std::string(std::istreambuf_iterator<char>(in), {});
}

/// Anchors of the actor that an id stands for; an anchor stands for itself.
std::vector<std::string> anchors_of(const LinkedCase& linked, const std::map<std::string, std::uint32_t>& by_id,
                                    const std::vector<std::string>& ids) {
    std::vector<std::string> anchors;
    for (const std::string& id : ids) {
        const auto actor = by_id.find(id);
        int ignored = exit_done;
        const bool is_anchor = !nodes_of(linked.who.actors, linked.facts, {id}).empty();
        const auto side =
            is_anchor || actor == by_id.end() ? std::nullopt : find_side(linked, actor->first, ignored);
        side ? anchors.insert(anchors.end(), side->anchors.begin(), side->anchors.end()) : anchors.insert(anchors.end(), id);
    }
    return anchors;
}

bool is_same_decision(const Decision& a, const Decision& b) {
    return a.kind == b.kind && a.text == b.text && ((a.a == b.a && a.b == b.b) || (a.a == b.b && a.b == b.a));
}

} // namespace

int export_decisions(const DecisionTransfer& transfer) {
    if (!is_case_or_explained(transfer.case_file)) {
        return exit_usage;
    }
    const auto decisions = stored_decisions(transfer.case_file);
    std::cout << (transfer.as == "resolver" ? write_resolver_file(decisions) : write_decisions(decisions));
    return std::cout.flush() ? exit_done : exit_output;
}

int import_decisions(const DecisionTransfer& transfer, const SharedFlags& flags) {
    const auto text = read_all(transfer.file);
    if (!text) {
        return exit_usage;
    }
    auto read = is_resolver_file(*text) ? read_resolver_file(*text, transfer.file) : read_decisions(*text, transfer.file);
    if (!read) {
        print(read.problems());
        return exit_usage;
    }
    const auto file = open_linked(transfer.case_file, flags);
    if (!file) {
        return exit_usage;
    }
    std::map<std::string, std::uint32_t> by_id;
    for (std::uint32_t i = 0; i < file->linked.graph.actors().size(); ++i) {
        by_id[file->linked.graph.actors()[i].id] = i;
    }
    std::vector<Decision> known = file->input->aids.decisions;
    std::erase_if(known, [](const Decision& one) { return one.undone_by.has_value(); });
    DecisionLog log(transfer.case_file, patience_of(transfer.wait));
    std::size_t added = 0;
    const std::vector<Decision>& given = read.value();
    for (Decision one : given) {
        one.a = anchors_of(file->linked, by_id, one.a);
        one.b = anchors_of(file->linked, by_id, one.b);
        one.user = one.user.empty() ? transfer.user : one.user;
        if (std::any_of(known.begin(), known.end(), [&](const Decision& k) { return is_same_decision(k, one); })) {
            continue;
        }
        log.add(one);
        known.push_back(std::move(one));
        ++added;
    }
    log.commit(fmt::format("{} decisions added", added));
    fmt::print(stderr, "{}: {} decisions added, {} known\n", transfer.case_file, added, given.size() - added);
    return exit_done;
}

} // namespace actorgraph
