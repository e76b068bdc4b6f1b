#include "extractor/readers.hpp"

#include "extractor/readers/intake.hpp"
#include "extractor/readers/table.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cryptopp/sha.h>
#include <cstring>
#include <fcntl.h>
#include <map>
#include <sys/stat.h>
#include <unistd.h>

namespace actorgraph {
namespace {

namespace fs = std::filesystem;

Diagnostic refusal(const std::string& file, std::string message, std::string hint) {
    return {Severity::error, file, 0, 0, std::move(message), std::move(hint)};
}

/// Files of a folder that no reader knows, by their extension.
struct Unknown {
    std::size_t files = 0;
    std::uintmax_t bytes = 0;
};

void report_unknown(const fs::path& folder, const std::map<std::string, Unknown>& unknown,
                    Diagnostics& problems) {
    for (const auto& [extension, found] : unknown) {
        const std::string kind =
            extension.empty() ? "without an extension" : "ending in " + extension;
        problems.push_back({Severity::warning, folder.string(), 0, 0,
                            std::to_string(found.files) +
                                (found.files == 1 ? " file " : " files ") + kind + " (" +
                                size_in_words(found.bytes) + ") skipped: no reader knows them",
                            "name a file itself to have it read by what it holds"});
    }
}

void list_folder(const fs::path& folder, std::vector<Input>& inputs, Diagnostics& problems) {
    std::error_code failure;
    std::size_t count = 0;
    std::map<std::string, Unknown> unknown;
    const auto options = fs::directory_options::skip_permission_denied;
    for (auto at = fs::recursive_directory_iterator(folder, options, failure);
         !failure && at != fs::recursive_directory_iterator(); at.increment(failure)) {
        std::error_code ignored;
        if (!at->is_regular_file(ignored)) {
            continue;
        }
        if (is_known_extension(at->path().string())) {
            inputs.push_back({at->path(), at->path().string()});
            ++count;
        } else {
            Unknown& kind = unknown[at->path().extension().string()];
            ++kind.files;
            kind.bytes += at->file_size(ignored);
        }
    }
    report_unknown(folder, unknown, problems);
    if (failure) {
        problems.push_back(refusal(folder.string(), "cannot read the folder: " + failure.message(),
                                   "check its permissions"));
    } else if (count == 0) {
        problems.push_back(refusal(folder.string(), "the folder holds no documents",
                                   "give a folder with files that end in " + known_extensions()));
    }
}

class OpenFile {
  public:
    explicit OpenFile(const fs::path& path)
        : descriptor_(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
    ~OpenFile() {
        if (descriptor_ > STDIN_FILENO) {
            ::close(descriptor_);
        }
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    int descriptor() const { return descriptor_; }
    bool is_folder() const {
        struct stat status {};
        return ::fstat(descriptor_, &status) == 0 && S_ISDIR(status.st_mode);
    }

  private:
    int descriptor_;
};

void read_source(ByteSource& source, const Intake& reading) {
    try {
        read_any(source, reading);
    } catch (const ReadFailure& failure) {
        refuse(reading, 0,
               "reading broke off at byte " + std::to_string(source.taken()) + ": " +
                   failure.message,
               "check the disk");
    }
    reading.tally.bytes += source.taken();
}

} // namespace

std::pair<std::vector<Input>, Diagnostics> list_inputs(const std::vector<std::string>& paths) {
    std::vector<Input> inputs;
    Diagnostics problems;
    for (const std::string& path : paths) {
        std::error_code failure;
        if (path == "-") {
            inputs.push_back({"-", "-"});
        } else if (!fs::exists(path, failure)) {
            problems.push_back(refusal(path, "no such file or folder", "check the path"));
        } else if (fs::is_directory(path, failure)) {
            list_folder(path, inputs, problems);
        } else {
            inputs.push_back({path, path});
        }
    }
    std::sort(inputs.begin(), inputs.end(),
              [](const Input& a, const Input& b) { return a.id < b.id; });
    const auto last = std::unique(inputs.begin(), inputs.end(),
                                  [](const Input& a, const Input& b) { return a.id == b.id; });
    inputs.erase(last, inputs.end());
    return {std::move(inputs), std::move(problems)};
}

ReadTally read_documents(const Input& input, const ReadOptions& options, const ReadSink& sink) {
    ReadTally tally;
    const OpenFile file(input.path);
    Intake reading{input.id, options, sink, tally, 0, file.descriptor()};
    if (file.descriptor() < 0) {
        refuse(reading, 0, std::string("cannot open the file: ") + std::strerror(errno),
               "check its permissions");
    } else if (file.is_folder()) {
        refuse(reading, 0, "a folder stands where a file should", "give the folder itself");
    } else {
        ByteSource source = source_of_file(file.descriptor());
        read_source(source, reading);
    }
    return tally;
}

ReadDocuments parse_documents(std::string_view bytes, const std::string& id,
                              const ReadOptions& options) {
    ReadDocuments result;
    const ReadSink sink{[&](Document document) { result.documents.push_back(std::move(document)); },
                        [&](Diagnostic problem) { result.problems.push_back(std::move(problem)); }};
    ByteSource source = source_of(bytes);
    read_source(source, {id, options, sink, result.tally, 0, -1});
    return result;
}

std::string sha256_hex(std::string_view bytes) {
    static constexpr char digits[] = "0123456789abcdef";
    std::array<CryptoPP::byte, CryptoPP::SHA256::DIGESTSIZE> digest{};
    CryptoPP::SHA256().CalculateDigest(
        digest.data(), reinterpret_cast<const CryptoPP::byte*>(bytes.data()), bytes.size());
    std::string hex;
    for (const CryptoPP::byte byte : digest) {
        hex += digits[byte >> 4U];
        hex += digits[byte & 15U];
    }
    return hex;
}

} // namespace actorgraph
