#include "rules/rulebook.hpp"

#include "rules/rule_file.hpp"

#include <cryptopp/hex.h>
#include <cryptopp/sha.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>

namespace fs = std::filesystem;

namespace actorgraph {
namespace {

/// Rule files of a folder, sorted, so that the version and the rule order repeat.
std::vector<fs::path> files_below(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code ignored;
    for (fs::recursive_directory_iterator it(folder, ignored), end; it != end;
         it.increment(ignored)) {
        const fs::path extension = it->path().extension();
        if (it->is_regular_file() && (extension == ".toml" || extension == ".tsv")) {
            files.push_back(it->path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// SHA-256 over names and bytes of all files, lower-case hex.
class VersionHash {
  public:
    void add(const std::string& name, const std::string& bytes) {
        for (const std::string* part : {&name, &bytes}) {
            const auto size = static_cast<std::uint64_t>(part->size());
            for (unsigned shift = 0; shift < 64; shift += 8) {
                const auto byte = static_cast<CryptoPP::byte>((size >> shift) & 0xFFU);
                hash_.Update(&byte, 1);
            }
            hash_.Update(reinterpret_cast<const CryptoPP::byte*>(part->data()), part->size());
        }
    }
    std::string hex() {
        CryptoPP::byte digest[CryptoPP::SHA256::DIGESTSIZE];
        hash_.Final(digest);
        std::string out;
        CryptoPP::HexEncoder encoder(new CryptoPP::StringSink(out), false);
        encoder.Put(digest, sizeof(digest));
        encoder.MessageEnd();
        return out;
    }

  private:
    CryptoPP::SHA256 hash_;
};

template <typename Rule>
void find_duplicates(const std::vector<Rule>& rules, Diagnostics& problems) {
    std::map<std::string, const Rule*> first;
    for (const Rule& rule : rules) {
        const auto [at, is_new] = first.emplace(rule.name, &rule);
        if (!is_new) {
            problems.push_back({Severity::error, rule.file, rule.line, 1,
                                "the name '" + rule.name + "' stands also at " + at->second->file +
                                    ":" + std::to_string(at->second->line),
                                "give each rule a name of its own"});
        }
    }
}

template <typename Rule> TriggerIndex index_of(const std::vector<Rule>& rules) {
    TriggerIndex index;
    for (std::uint32_t i = 0; i < rules.size(); ++i) {
        index.add(i, rules[i].trigger, rules[i].also);
    }
    return index;
}

/// TOML files by kind, and the version of the whole folder.
struct FolderContents {
    std::vector<RuleFile> relations;
    std::vector<RuleFile> status;
    RuleFile schema;
    RuleFile classes;
    std::string version;
};

FolderContents read_folder(const fs::path& folder) {
    FolderContents contents;
    VersionHash hash;
    for (const fs::path& path : files_below(folder)) {
        RuleFile file{path.string(), bytes_of(path)};
        const std::string relative = path.lexically_relative(folder).generic_string();
        hash.add(relative, file.bytes);
        if (relative == "schema.toml") {
            contents.schema = std::move(file);
        } else if (relative == "relations/classes.toml") {
            contents.classes = std::move(file);
        } else if (relative.starts_with("relations/") && relative.ends_with(".toml")) {
            contents.relations.push_back(std::move(file));
        } else if (relative.starts_with("status/") && relative.ends_with(".toml")) {
            contents.status.push_back(std::move(file));
        }
    }
    contents.version = hash.hex();
    return contents;
}

/// The shared class `barred` as one expression over the words of a phrase; null when there is none.
std::unique_ptr<LazyRegex> barred_words(const WordClasses& classes, const Inflector& inflector) {
    if (!classes.contains("barred")) {
        return nullptr;
    }
    const ExpandedPattern words = expand_pattern("{c:barred}", {inflector, {}, classes});
    return std::make_unique<LazyRegex>("(?i)(?:^| )" + words.regex + "(?: |$)");
}

void read_packs(const FolderContents& contents, const Inflector& inflector, Rulebook& rulebook,
                Diagnostics& problems) {
    read_schema(contents.schema, rulebook.relations, problems);
    WordClasses classes;
    if (!contents.classes.name.empty()) {
        read_classes(contents.classes, classes, problems);
        rulebook.barred = barred_words(classes, inflector);
    }
    for (const RuleFile& file : contents.relations) {
        read_relation_pack(file, inflector, classes, rulebook, problems);
    }
    for (const RuleFile& file : contents.status) {
        read_status_pack(file, inflector, classes, rulebook, problems);
    }
    find_duplicates(rulebook.relation_rules, problems);
    find_duplicates(rulebook.status_cues, problems);
}

} // namespace

TriggerIndex::Word& TriggerIndex::word(const std::string& text) {
    const auto [at, is_new] = words.try_emplace(text);
    if (is_new) {
        at->second.id = static_cast<std::uint32_t>(words.size()) - 1;
    }
    return at->second;
}

void TriggerIndex::add(std::uint32_t rule, const std::vector<std::string>& trigger,
                       const std::vector<std::vector<std::string>>& further) {
    if (trigger.empty()) {
        always.push_back(rule);
    }
    for (const auto& text : trigger) {
        word(text).rules.push_back(rule);
    }
    also.resize(std::max<std::size_t>(also.size(), rule + 1));
    for (const auto& set : further) {
        auto& ids = also[rule].emplace_back();
        for (const auto& text : set) {
            ids.push_back(word(text).id);
        }
    }
}

std::vector<Wake> TriggerIndex::wakes(std::string_view skeleton) const {
    std::vector<Wake> found;
    std::vector<bool> is_there(words.size());
    std::string text;
    std::size_t at = 0;
    while (at < skeleton.size()) {
        const std::size_t end = std::min(skeleton.find(' ', at), skeleton.size());
        if (end > at && skeleton[at] != '<') {
            text.assign(skeleton.substr(at, end - at));
            for (char& c : text) {
                c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
            }
            if (const auto known = words.find(text); known != words.end()) {
                is_there[known->second.id] = true;
                for (const std::uint32_t rule : known->second.rules) {
                    found.push_back({rule, static_cast<std::uint32_t>(at)});
                }
            }
        }
        at = end + 1;
    }
    std::erase_if(found, [&](const Wake& wake) {
        return std::any_of(also[wake.rule].begin(), also[wake.rule].end(), [&](const auto& set) {
            return std::none_of(set.begin(), set.end(),
                                [&](std::uint32_t id) { return is_there[id]; });
        });
    });
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<std::uint32_t> TriggerIndex::woken_by(std::string_view skeleton) const {
    std::vector<std::uint32_t> woken = always;
    for (const Wake& wake : wakes(skeleton)) {
        woken.push_back(wake.rule);
    }
    std::sort(woken.begin(), woken.end());
    woken.erase(std::unique(woken.begin(), woken.end()), woken.end());
    return woken;
}

const RelationType* Rulebook::relation(std::string_view id) const {
    const auto found = std::find_if(relations.begin(), relations.end(),
                                    [&](const RelationType& type) { return type.id == id; });
    return found == relations.end() ? nullptr : &*found;
}

Result<Rulebook> load_rulebook(const fs::path& folder) {
    std::error_code ignored;
    if (!fs::is_regular_file(folder / "schema.toml", ignored)) {
        return Diagnostic{Severity::error, folder.string(), 0, 0,
                          "this folder has no schema.toml, so it is no rule folder",
                          "name a rule folder with --rules or ACTORGRAPH_RULES"};
    }
    Diagnostics problems;
    Rulebook rulebook;
    auto inflector = Inflector::load(folder / "irregular_verbs.tsv");
    if (!inflector) {
        return inflector.problems();
    }
    const FolderContents contents = read_folder(folder);
    rulebook.version = contents.version;
    read_packs(contents, inflector.value(), rulebook, problems);
    if (fs::is_directory(folder / "lexicon", ignored)) {
        auto lexicon = Lexicon::load(folder / "lexicon");
        if (lexicon) {
            rulebook.lexicon = std::move(lexicon).value();
        } else {
            problems.insert(problems.end(), lexicon.problems().begin(), lexicon.problems().end());
        }
    }
    if (!problems.empty()) {
        return problems;
    }
    rulebook.triggers = index_of(rulebook.relation_rules);
    rulebook.cue_triggers = index_of(rulebook.status_cues);
    return rulebook;
}

fs::path default_rules_folder() {
    if (const char* named = std::getenv("ACTORGRAPH_RULES"); named != nullptr && *named != '\0') {
        return named;
    }
    std::error_code ignored;
    const fs::path program = fs::read_symlink("/proc/self/exe", ignored).parent_path();
    const std::vector<fs::path> places{program / "../../rules", program / "rules",
                                       program / "../../../rules",
                                       program / "../share/actorgraph/rules"};
    for (const fs::path& place : places) {
        if (fs::is_regular_file(place / "schema.toml", ignored)) {
            return place.lexically_normal();
        }
    }
    return places.back().lexically_normal();
}

} // namespace actorgraph
