#include "extractor/readers/reader_check.hpp"

#include "extractor/readers.hpp"
#include "extractor/readers/intake.hpp"

#include <archive.h>
#include <expat.h>
#include <gmime/gmime.h>
#include <poppler/cpp/poppler-version.h>
#include <sys/resource.h>

namespace actorgraph {
namespace {

using namespace std::string_view_literals;

/// A zip with one stored member, "a.txt".
constexpr std::string_view archive_of_one =
    "PK\x03\x04\x14\0\0\0\0\0\0\0!\0g,\xd1)\x15\0\0\0\x15\0\0\0\x05\0\0\0a.txtAna Reyes met Bo Li.\n"
    "PK\x01\x02\x14\x03\x14\0\0\0\0\0\0\0!\0g,\xd1)\x15\0\0\0\x15\0\0\0\x05\0\0\0\0\0\0\0\0\0\0\0\x80\x01\0\0\0\0a.txt"
    "PK\x05\x06\0\0\0\0\x01\0\x01\0\x33\0\0\0\x38\0\0\0\0\0"sv;

std::string limit_in_words(__rlimit_resource resource) {
    rlimit limit{};
    getrlimit(resource, &limit);
    return limit.rlim_cur == RLIM_INFINITY ? "no limit" : std::to_string(limit.rlim_cur);
}

std::string gmime_version() {
    return std::to_string(gmime_major_version) + "." + std::to_string(gmime_minor_version) + "." +
           std::to_string(gmime_micro_version);
}

} // namespace

ReaderCheck check_readers() {
    const ReadOptions options;
    ReaderCheck check;
    check.libraries = std::string(archive_version_string()) + ", poppler " + poppler::version_string() + ", " +
                      XML_ExpatVersion() + ", GMime " + gmime_version();
    check.limits = size_in_words(options.limits.memory_bytes) + " and " + std::to_string(options.limits.seconds) +
                   " s a part; processes of this user: " + limit_in_words(RLIMIT_NPROC);
    const ReadDocuments read = parse_documents(archive_of_one, "check.zip", options);
    if (read.documents.size() != 1 || read.documents.front().text.find("Ana Reyes met Bo Li.") != 0) {
        check.fault = read.problems.empty() ? "a small archive was not read" : read.problems.front().message;
        check.hint = "PDFs, office files and archives need child processes: raise the limits of processes and memory "
                     "(ulimit -u, ulimit -v)";
    }
    return check;
}

} // namespace actorgraph
