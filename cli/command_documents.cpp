#include "cli/case_command.hpp"
#include "store/case_reader.hpp"

namespace actorgraph {
namespace {

struct DocumentsFlags : SharedFlags {
    std::string case_file;
};

void write_row(JsonWriter& json, const StoredDocument& one) {
    json.begin_object().key("id").value(one.names.front());
    json.key("names").begin_array();
    for (const std::string& name : one.names) {
        json.value(name);
    }
    json.end_array().key("sha256").value(one.sha256).key("title").value(one.title);
    json.key("date").value(one.date).key("outlet").value(one.outlet);
    json.key("bytes").value(one.text_bytes).key("merged").value(one.is_merged).end_object();
}

void write_text(const std::vector<StoredDocument>& documents, std::ostream& out) {
    for (const StoredDocument& one : documents) {
        out << one.names.front() << "  " << (one.date.empty() ? "undated" : one.date) << "  "
            << one.sha256.substr(0, 12) << "  " << one.title << (one.outlet.empty() ? "" : " (" + one.outlet + ")")
            << (one.is_merged ? " [merged]" : "") << '\n';
        for (std::size_t i = 1; i < one.names.size(); ++i) {
            out << "  also " << one.names[i] << '\n';
        }
    }
}

int run(const DocumentsFlags& flags) {
    if (!is_case_or_explained(flags.case_file)) {
        return exit_usage;
    }
    const auto documents = CaseReader(flags.case_file).documents();
    show({{{"documents", documents.size(),
            [&](JsonWriter& json, std::size_t row) { write_row(json, documents[row]); }}},
          [&](std::ostream& out, const Ink&) { write_text(documents, out); }},
         flags.format);
    return exit_done;
}

} // namespace

std::function<int()> add_documents(CLI::App& app) {
    auto* command = app.add_subcommand("documents", "List the documents of a case file");
    auto flags = std::make_shared<DocumentsFlags>();
    command->add_option("case", flags->case_file, "Case file")->required()->type_name("CASE");
    add_answer_format(*command, flags->format);
    command->footer("Example:\n  actorgraph documents case.db");
    return [command, flags] { return command->parsed() ? run(*flags) : -1; };
}

} // namespace actorgraph
