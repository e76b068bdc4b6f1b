#pragma once

#include "core/facts.hpp"
#include "export/facts_line.hpp"
#include "store/case_reader.hpp"
#include "store/case_writer.hpp"
#include "store/digest.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <unistd.h>

namespace actorgraph {

/// A folder that goes with the test.
class ScratchFolder {
  public:
    ScratchFolder() {
        char name[] = "/tmp/actorgraph_store_XXXXXX";
        path_ = mkdtemp(name);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder() { std::filesystem::remove_all(path_); }
    std::string file(const std::string& name) const { return path_ + "/" + name; }

  private:
    std::string path_;
};

/// Facts with every member filled, derived from a word.
inline DocumentFacts sample_facts(const std::string& id, const std::string& word) {
    DocumentFacts facts;
    facts.id = id;
    facts.text = "Zoë " + word + " met Bo Li of Sturmwerk.\nShe wrote as @" + word + ".";
    facts.sha256 = to_hex(Digest().add(facts.text).bytes());
    facts.title = "About " + word;
    facts.date = "2023-03-14";
    facts.outlet = "Norwire";
    const auto size = static_cast<std::uint32_t>(facts.text.size());
    facts.skipped.push_back({{size - 2, size}, "credit"});
    Entity zoe;
    zoe.type = "person";
    zoe.subtype = "reporter";
    zoe.name = "Zoë " + word;
    zoe.gender = "female";
    zoe.aliases = {word, "Zoë"};
    zoe.mentions.push_back({{0, static_cast<std::uint32_t>(5 + word.size())}, MentionForm::name, {"r1", "r2"}});
    zoe.mentions.push_back({{size - 9, size - 6}, MentionForm::pronoun, {"r3"}});
    Entity handle;
    handle.type = "account";
    handle.name = "@" + word;
    handle.account = Account{"handle", "twitter", word};
    handle.mentions.push_back({{size - 5, size}, MentionForm::account, {}});
    facts.entities = {zoe, handle};
    Claim claim;
    claim.relation = "operates_account";
    claim.source = 0;
    claim.target = 1;
    claim.role = "owner";
    claim.channel = "post";
    claim.stage = "s";
    claim.amount = "5";
    claim.polarity = Polarity::negated;
    claim.modality = Modality::alleged;
    claim.speaker = 0;
    claim.time = {"2016-09", "2017"};
    claim.evidence = {0, size};
    claim.quote = facts.text;
    claim.rule = "account.posts";
    claim.reasons = {"cue: allegedly"};
    claim.confidence = 0.1 + 0.2;
    facts.claims.push_back(claim);
    return facts;
}

inline std::string as_line(const DocumentFacts& facts) {
    std::ostringstream out;
    write_facts_line(facts, out);
    return out.str();
}

/// Everything a case says, as `export -f facts` writes it.
inline std::string contents(const std::string& path) {
    std::string lines;
    CaseReader(path).each_facts(TextWanted::yes,
                                [&lines](const DocumentFacts& facts) { lines += as_line(facts); });
    return lines;
}

/// Ingests one document as the whole of an input.
inline void put_file(CaseWriter& writer, const std::string& path, const std::vector<DocumentFacts>& facts,
                     const std::string& engine = "engine-1") {
    const std::int64_t input = writer.open_input(path);
    for (const DocumentFacts& one : facts) {
        writer.put(input, one.id, pack(one), engine);
    }
    InputEnd end;
    end.stamp = {1, 2, 3, std::string(32, 'x')};
    end.program = "program-1";
    writer.close_input(input, end);
}

inline std::string read_bytes(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline void write_bytes(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

} // namespace actorgraph
