#include "cli/engine.hpp"

#include "rules/file_bytes.hpp"
#include "store/digest.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

namespace actorgraph {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t stamp_digits = 16; ///< 64 bits tell engines apart

std::vector<fs::path> rule_files(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code failure;
    for (auto at = fs::recursive_directory_iterator(folder, failure);
         !failure && at != fs::recursive_directory_iterator(); at.increment(failure)) {
        const fs::path extension = at->path().extension();
        if (extension == ".toml" || extension == ".tsv") {
            files.push_back(at->path().lexically_relative(folder));
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// Stamp of what makes readers give other documents of the same bytes; empty for the usual options.
std::string stamp_of(const ReadOptions& reading) {
    const auto digest_of = [](const ReadOptions& options) {
        Digest digest;
        const FieldMap& fields = options.fields;
        for (const auto* names : {&fields.id, &fields.text, &fields.title, &fields.date, &fields.outlet, &fields.url,
                                  &fields.region}) {
            for (const std::string& name : *names) {
                digest.add(name);
            }
            digest.add("");
        }
        digest.add(options.region).add(std::to_string(options.limits.part_bytes));
        digest.add(std::to_string(options.limits.recipients));
        return to_hex(digest.bytes()).substr(0, stamp_digits);
    };
    const std::string stamp = digest_of(reading);
    return stamp == digest_of({}) ? "" : "-" + stamp;
}

std::string stamp_of(const ReadLimits& limits) {
    Digest digest;
    for (const std::uint64_t limit :
         {limits.document_bytes, limits.text_bytes, limits.part_bytes, limits.unpacked_bytes, limits.unpacked_ratio,
          std::uint64_t{limits.members}, std::uint64_t{limits.nesting}, std::uint64_t{limits.recipients},
          limits.memory_bytes, std::uint64_t{limits.seconds}, std::uint64_t{limits.total_seconds}}) {
        digest.add(std::to_string(limit));
    }
    return to_hex(digest.bytes()).substr(0, stamp_digits);
}

} // namespace

Engine engine_of(const fs::path& rules, const ReadOptions& reading, const PackChoice& packs) {
    Digest digest;
    digest.add(program_stamp);
    for (const fs::path& file : rule_files(rules)) {
        digest.add(file.string()).add(bytes_of(rules / file));
    }
    for (const auto* names : {&packs.only, &packs.without}) {
        for (const std::string& name : *names) {
            digest.add(names == &packs.only ? "+" : "-").add(name);
        }
    }
    return {std::string(program_stamp).substr(0, stamp_digits) + stamp_of(reading), stamp_of(reading.limits),
            to_hex(digest.bytes()).substr(0, stamp_digits)};
}

} // namespace actorgraph
