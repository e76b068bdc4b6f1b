#include "rules/rulebook.hpp"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;

constexpr std::array files{"relations/fuzzed.toml", "status/fuzzed.toml", "schema.toml", "relations/classes.toml",
                           "lexicon/fuzzed.tsv", "names/weights.tsv", "irregular_verbs.tsv"};

void write(const fs::path& path, std::string_view bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

/// A small sound rule folder in memory.
fs::path make_folder() {
    const fs::path folder = "/dev/shm/actorgraph-fuzz-" + std::to_string(getpid());
    for (const char* one : {"relations", "status", "lexicon"}) {
        fs::create_directories(folder / one);
    }
    write(folder / "irregular_verbs.tsv", "meet\tmet\tmet\n");
    write(folder / "schema.toml", "types = [\"person\"]\n[[relation]]\nid = \"met_with\"\nsymmetric = true\n"
                                  "domain = [\"person\"]\nrange = [\"person\"]\nftm = \"UnknownLink\"\n");
    return folder;
}

struct Folder {
    fs::path path = make_folder();
    ~Folder() { fs::remove_all(path); }
};

} // namespace

/// The first byte says which file of a rule folder the others are.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const Folder folder;
    if (size == 0) {
        return 0;
    }
    const fs::path file = folder.path / files[bytes[0] % files.size()];
    std::string before;
    if (fs::exists(file)) {
        std::ifstream in(file, std::ios::binary);
        before.assign(std::istreambuf_iterator<char>(in), {});
    }
    fs::create_directories(file.parent_path());
    write(file, {reinterpret_cast<const char*>(bytes) + 1, size - 1});
    const auto rules = actorgraph::load_rulebook(folder.path);
    if (!rules && rules.problems().empty()) {
        std::abort();
    }
    if (before.empty()) {
        fs::remove(file);
        if (file.parent_path().filename() == "names") {
            fs::remove(file.parent_path());
        }
    } else {
        write(file, before);
    }
    return 0;
}
