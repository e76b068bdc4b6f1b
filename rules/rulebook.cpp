#include "rules/rulebook.hpp"

#include "rules/file_bytes.hpp"
#include "rules/pack_choice.hpp"
#include "rules/precision.hpp"
#include "rules/rule_file.hpp"

#include <cryptopp/hex.h>
#include <cryptopp/sha.h>

#include <algorithm>
#include <atomic>
#include <cctype>
#include <cstdlib>
#include <future>
#include <iterator>
#include <map>
#include <thread>

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

SlotGate gate_of(const RelationRule& rule) {
    const auto bits = [](const std::string& letters) {
        return static_cast<std::uint8_t>(slot_bits(letters));
    };
    return {bits(rule.source_letters), bits(rule.target_letters), bits(rule.lead_letters),
            bits(rule.tail_letters)};
}

TriggerIndex index_of(const std::vector<RelationRule>& rules, WordTable& words) {
    TriggerIndex index;
    for (std::uint32_t i = 0; i < rules.size(); ++i) {
        index.add(i, {rules[i].trigger, rules[i].also}, gate_of(rules[i]), words);
    }
    index.finish();
    return index;
}

template <typename Wanted>
TriggerIndex index_of(const std::vector<StatusCue>& cues, Wanted wanted, WordTable& words) {
    TriggerIndex index;
    for (std::uint32_t i = 0; i < cues.size(); ++i) {
        if (wanted(cues[i])) {
            index.add(i, {cues[i].trigger, cues[i].also}, {}, words);
        }
    }
    index.finish();
    return index;
}

/// Those that run on have an empty pattern here, which is never found.
std::unique_ptr<AutomatonPool> automata_of(const std::vector<StatusCue>& cues) {
    std::vector<std::string> patterns;
    std::transform(cues.begin(), cues.end(), std::back_inserter(patterns),
                   [](const StatusCue& cue) { return cue.tokens ? std::string() : cue.words; });
    return std::make_unique<AutomatonPool>(std::move(patterns));
}

/// TOML files by kind.
struct FolderContents {
    std::vector<RuleFile> relations;
    std::vector<RuleFile> status;
    RuleFile schema;
    RuleFile classes;
};

FolderContents read_folder(const fs::path& folder) {
    FolderContents contents;
    for (const fs::path& path : files_below(folder)) {
        const std::string relative = path.lexically_relative(folder).generic_string();
        if (!relative.ends_with(".toml")) {
            continue;
        }
        RuleFile file{path.string(), bytes_of(path)};
        if (relative == "schema.toml") {
            contents.schema = std::move(file);
        } else if (relative == "relations/classes.toml") {
            contents.classes = std::move(file);
        } else if (relative.starts_with("relations/")) {
            contents.relations.push_back(std::move(file));
        } else if (relative.starts_with("status/")) {
            contents.status.push_back(std::move(file));
        }
    }
    return contents;
}

/// What a rule folder says of names: its lexicon and the weights of evidence.
struct NameTables {
    Lexicon lexicon;
    NameWeights weights;
    Diagnostics problems;
};

NameTables read_name_tables(const fs::path& folder) {
    NameTables tables;
    std::error_code ignored;
    const auto take = [&tables](auto read, auto& into) {
        if (read) {
            into = std::move(read).value();
        } else {
            tables.problems.insert(tables.problems.end(), read.problems().begin(),
                                   read.problems().end());
        }
    };
    if (fs::is_directory(folder / "lexicon", ignored)) {
        take(Lexicon::load(folder / "lexicon"), tables.lexicon);
    }
    if (fs::is_directory(folder / "names", ignored)) {
        take(NameWeights::load(folder / "names" / "weights.tsv"), tables.weights);
    }
    return tables;
}

/// The shared class `barred` as one expression over the words of a phrase; null when there is none.
std::unique_ptr<LazyRegex> barred_words(const WordClasses& classes, const Inflector& inflector) {
    if (!classes.contains("barred")) {
        return nullptr;
    }
    const ExpandedPattern words = expand_pattern("{c:barred}", {inflector, {}, classes});
    return std::make_unique<LazyRegex>("(?i)(?:^| )" + words.regex + "(?: |$)");
}

/// `read(i)` for every i below `count`, on as many threads as the machine has; results in order.
template <typename Read>
std::vector<PackContents> read_side_by_side(std::size_t count, const Read& read) {
    std::vector<PackContents> contents(count);
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < count; i = next++) {
            contents[i] = read(i);
        }
    };
    std::vector<std::future<void>> others;
    for (std::size_t i = 1; i < std::min<std::size_t>(count, std::thread::hardware_concurrency()); ++i) {
        others.push_back(std::async(std::launch::async, work));
    }
    work();
    for (auto& other : others) {
        other.get();
    }
    return contents;
}

template <typename T>
void append(std::vector<T>& to, std::vector<T>& from) {
    std::move(from.begin(), from.end(), std::back_inserter(to));
}

void read_packs(const FolderContents& contents, const Inflector& inflector, Rulebook& rulebook,
                Diagnostics& problems) {
    read_schema(contents.schema, rulebook.relations, problems);
    WordClasses classes;
    if (!contents.classes.name.empty()) {
        read_classes(contents.classes, classes, problems);
        rulebook.barred = barred_words(classes, inflector);
    }
    const PackAids aids{inflector, classes, rulebook.relations};
    const std::size_t relations = contents.relations.size();
    auto packs = read_side_by_side(relations + contents.status.size(), [&](std::size_t i) {
        return i < relations ? read_relation_pack(contents.relations[i], aids)
                             : read_status_pack(contents.status[i - relations], aids);
    });
    for (PackContents& pack : packs) {
        append(rulebook.relation_rules, pack.rules);
        append(rulebook.status_cues, pack.cues);
        append(problems, pack.problems);
        for (const std::string& verb : pack.verbs) {
            rulebook.words.mark(verb, token_mark::finite_verb);
        }
    }
    find_duplicates(rulebook.relation_rules, problems);
    find_duplicates(rulebook.status_cues, problems);
}

} // namespace

const RelationType* relation_named(const std::vector<RelationType>& relations, std::string_view id) {
    const auto found = std::find_if(relations.begin(), relations.end(),
                                    [&](const RelationType& type) { return type.id == id; });
    return found == relations.end() ? nullptr : &*found;
}

const RelationType* Rulebook::relation(std::string_view id) const { return relation_named(relations, id); }

Result<Rulebook> load_rulebook(const fs::path& folder, const PackChoice& choice) {
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
    auto name_tables = std::async(std::launch::async, read_name_tables, folder);
    read_packs(read_folder(folder), inflector.value(), rulebook, problems);
    NameTables names = name_tables.get();
    problems.insert(problems.end(), names.problems.begin(), names.problems.end());
    rulebook.lexicon = std::move(names.lexicon);
    rulebook.name_weights = std::move(names.weights);
    if (problems.empty()) { // else a rule that failed to load would be missed a second time
        read_precision(folder / "precision.tsv", rulebook.relation_rules, problems);
        choose_packs(choice, rulebook, problems);
    }
    if (!problems.empty()) {
        return problems;
    }
    mark_macro_words(rulebook.words);
    rulebook.triggers = index_of(rulebook.relation_rules, rulebook.words);
    rulebook.cue_triggers = index_of(
        rulebook.status_cues, [](const StatusCue& cue) { return cue.tokens != nullptr; }, rulebook.words);
    rulebook.answer_triggers = index_of(
        rulebook.status_cues, [](const StatusCue& cue) { return cue.is_answer(); }, rulebook.words);
    rulebook.cue_automata = automata_of(rulebook.status_cues);
    return rulebook;
}

std::string rules_version(const fs::path& folder) {
    VersionHash hash;
    for (const fs::path& path : files_below(folder)) {
        hash.add(path.lexically_relative(folder).generic_string(), bytes_of(path));
    }
    return hash.hex();
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
