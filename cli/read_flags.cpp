#include "cli/read_flags.hpp"

#include "extractor/recognise/accounts.hpp"

#include <string>

namespace actorgraph {
namespace {

constexpr const char* group = "Limits of reading";

/// A size in bytes, with the suffixes kb, mb, gb.
void add_size(CLI::App& app, const char* name, std::uint64_t& value, const char* what) {
    app.add_option(name, value, what)->transform(CLI::AsSizeValue(false))->type_name("SIZE")->group(group);
}

template <typename Number> void add_count(CLI::App& app, const char* name, Number& value, const char* what) {
    app.add_option(name, value, what)->check(CLI::PositiveNumber)->type_name("N")->capture_default_str()->group(group);
}

} // namespace

void add_read_flags(CLI::App& app, ReadOptions& options) {
    ReadLimits& limits = options.limits;
    add_size(app, "--max-document", limits.document_bytes, "Of a page, mail, PDF or row, parsed whole (16mb)");
    add_size(app, "--max-text", limits.text_bytes, "Of one plain text (512mb)");
    add_size(app, "--max-part", limits.part_bytes, "A longer plain text becomes parts of this size (1mb)");
    add_size(app, "--max-unpacked", limits.unpacked_bytes, "Of all members of one archive (8gb)");
    add_size(app, "--max-memory", limits.memory_bytes, "Of a page's tree, or of a child process (192mb)");
    add_count(app, "--max-ratio", limits.unpacked_ratio, "Unpacked bytes that a packed byte may give");
    add_count(app, "--max-members", limits.members, "Members of one archive");
    add_count(app, "--max-nesting", limits.nesting, "Archives in archives, mails in mails");
    add_count(app, "--max-recipients", limits.recipients, "Recipients of one mail");
    add_count(app, "--max-seconds", limits.seconds, "Processor time for a page, a PDF page or a member");
    app.add_option_function<std::string>(
           "--map",
           [&options](const std::string& mapping) {
               if (const std::string problem = apply_field_mapping(mapping, options.fields); !problem.empty()) {
                   throw CLI::ValidationError("--map", problem);
               }
           },
           "Names of fields in JSON rows: text=maintext,title=head")
        ->type_name("FIELD=NAME,…");
    app.add_option("--region", options.region, "Country whose telephone numbers stand without country code, as GB")
        ->type_name("CC")
        ->check([](const std::string& region) {
            return is_phone_region(region) ? std::string() : "'" + region + "' is no country of two capital letters";
        });
}

} // namespace actorgraph
