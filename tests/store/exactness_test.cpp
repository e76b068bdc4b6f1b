#include "store/verify.hpp"
#include "tests/store/case_samples.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <set>

using namespace actorgraph;

namespace {

using Files = std::map<std::string, std::vector<DocumentFacts>>;

/// What should stand in the case: files with their documents, and merged lines.
struct Model {
    Files files;
    std::map<std::string, DocumentFacts> merged; ///< by facts line
};

class RandomCase {
  public:
    explicit RandomCase(unsigned seed) : random_(seed) {}

    void step(CaseWriter& writer) {
        const std::string path = "/file" + std::to_string(pick(6));
        switch (pick(5)) {
        case 0: // remove
            if (model_.files.erase(path) > 0) {
                REQUIRE(writer.remove(path) > 0);
            }
            break;
        case 1: { // merge
            const DocumentFacts facts = some_facts("far" + std::to_string(pick(3)), 0.25);
            writer.put(writer.open_input("(merged)"), facts.id, pack(facts), "");
            model_.merged.emplace(as_line(facts), facts);
            break;
        }
        case 2: { // remove one document by its id
            const std::string id = "far" + std::to_string(pick(3));
            const auto had = std::erase_if(model_.merged, [&](const auto& one) { return one.second.id == id; });
            REQUIRE((writer.remove(id) > 0) == (had > 0));
            break;
        }
        default: { // add or change
            std::vector<DocumentFacts> facts;
            for (unsigned count = 1 + pick(3); count > 0; --count) {
                facts.push_back(some_facts(path + ":" + std::to_string(pick(4)), 0.75));
            }
            put_file(writer, path, facts);
            model_.files[path] = facts;
            break;
        }
        }
        if (pick(3) == 0) {
            writer.commit();
        }
    }

    /// The model put into a new case, in another order.
    void rebuild(CaseWriter& writer) {
        std::vector<std::string> paths;
        for (const auto& [path, facts] : model_.files) {
            paths.push_back(path);
        }
        std::shuffle(paths.begin(), paths.end(), random_);
        for (auto one = model_.merged.rbegin(); one != model_.merged.rend(); ++one) {
            writer.put(writer.open_input("(merged)"), one->second.id, pack(one->second), "");
        }
        for (const std::string& path : paths) {
            std::vector<DocumentFacts> facts = model_.files[path];
            std::shuffle(facts.begin(), facts.end(), random_);
            put_file(writer, path, facts);
        }
    }

  private:
    unsigned pick(unsigned count) { return static_cast<unsigned>(random_() % count); }

    /// A few texts, so that files share them; merged facts of a text differ from those read here.
    DocumentFacts some_facts(const std::string& id, double confidence) {
        static constexpr std::array<const char*, 5> words{"Arp", "Bru", "Cor", "Dax", "Eli"};
        DocumentFacts facts = sample_facts(id, words[pick(words.size())]);
        facts.date = pick(2) == 0 ? "2023-03-14" : "2023-03-15";
        facts.claims[0].confidence = confidence;
        if (confidence < 0.5 && pick(2) == 0) {
            facts.claims.clear();
        }
        return facts;
    }

    std::mt19937 random_;
    Model model_;
};

} // namespace

TEST_CASE("add, change, remove and merge in any order leave what a rebuild gives", "[store][exact]") {
    for (unsigned seed = 1; seed <= 25; ++seed) {
        INFO("seed " << seed);
        const ScratchFolder folder;
        const std::string lived = folder.file("lived.db");
        const std::string built = folder.file("built.db");
        RandomCase sequence(seed);
        for (int session = 0; session < 4; ++session) {
            CaseWriter writer(lived, "test", "p");
            for (int i = 0; i < 12; ++i) {
                sequence.step(writer);
            }
            writer.finish("");
        }
        {
            CaseWriter writer(built, "test", "p");
            sequence.rebuild(writer);
            writer.finish("");
        }
        REQUIRE(contents(lived) == contents(built));
        REQUIRE(verify_case(lived).faults.empty());
        REQUIRE(verify_case(lived).documents == verify_case(built).documents);
    }
}
