#include "cli/case_command.hpp"
#include "graph/link.hpp"
#include "store/case_reader.hpp"

#include <map>
#include <utility>

namespace actorgraph {
namespace {

struct DocumentsFlags : SharedFlags {
    std::string case_file;
};

/// By name and checksum of a document: the id of the version that came after it.
using LaterVersions = std::map<std::pair<std::string, std::string>, std::string>;

LaterVersions later_versions(CaseReader& stored) {
    std::vector<TextSketch> sketches;
    std::vector<VersionMark> marks;
    std::vector<std::string> checksums;
    stored.each_facts(TextWanted::yes, [&](const DocumentFacts& facts) {
        sketches.push_back(sketch_of(facts));
        marks.push_back({facts.date, facts.id});
        checksums.push_back(facts.sha256);
    });
    const auto superseded_by = group_sources(sketches, marks).superseded_by;
    LaterVersions later;
    for (std::size_t i = 0; i < superseded_by.size(); ++i) {
        if (superseded_by[i]) {
            later[{marks[i].name, checksums[i]}] = marks[*superseded_by[i]].name;
        }
    }
    return later;
}

std::string version_after(const StoredDocument& one, const LaterVersions& later) {
    const auto found = later.find({one.names.front(), one.sha256});
    return found == later.end() ? "" : found->second;
}

void write_row(JsonWriter& json, const StoredDocument& one, const LaterVersions& later) {
    json.begin_object().key("id").value(one.names.front());
    json.key("names").begin_array();
    for (const std::string& name : one.names) {
        json.value(name);
    }
    json.end_array().key("sha256").value(one.sha256).key("title").value(one.title);
    json.key("date").value(one.date).key("outlet").value(one.outlet);
    json.key("bytes").value(one.text_bytes).key("merged").value(one.is_merged);
    json.key("superseded_by").value(version_after(one, later)).end_object();
}

void write_text(const std::vector<StoredDocument>& documents, const LaterVersions& later, std::ostream& out) {
    for (const StoredDocument& one : documents) {
        out << one.names.front() << "  " << (one.date.empty() ? "undated" : one.date) << "  "
            << one.sha256.substr(0, 12) << "  " << one.title << (one.outlet.empty() ? "" : " (" + one.outlet + ")")
            << (one.is_merged ? " [merged]" : "") << '\n';
        if (const std::string after = version_after(one, later); !after.empty()) {
            out << "  superseded by " << after << '\n';
        }
        for (std::size_t i = 1; i < one.names.size(); ++i) {
            out << "  also " << one.names[i] << '\n';
        }
    }
}

int run(const DocumentsFlags& flags) {
    if (!is_case_or_explained(flags.case_file)) {
        return exit_usage;
    }
    CaseReader stored(flags.case_file);
    const LaterVersions later = later_versions(stored);
    const auto documents = stored.documents();
    show({{{"documents", documents.size(),
            [&](JsonWriter& json, std::size_t row) { write_row(json, documents[row], later); }}},
          [&](std::ostream& out, const Ink&) { write_text(documents, later, out); }},
         flags.format);
    return exit_done;
}

} // namespace

std::function<int()> add_documents(CLI::App& app) {
    auto* command = app.add_subcommand("documents", "List the documents of a case file, and which a later version supersedes");
    auto flags = std::make_shared<DocumentsFlags>();
    command->add_option("case", flags->case_file, "Case file")->required()->type_name("CASE");
    add_answer_format(*command, flags->format);
    command->footer("Example:\n  actorgraph documents case.db");
    return [command, flags] { return command->parsed() ? run(*flags) : -1; };
}

} // namespace actorgraph
