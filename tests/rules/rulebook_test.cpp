#include "rules/rulebook.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

using namespace actorgraph;
namespace fs = std::filesystem;

namespace {

constexpr const char* schema = R"([[relation]]
id = "met_with"
symmetric = true
domain = ["person", "organization"]
range = ["person", "organization"]
[[relation]]
id = "located_in"
inverse = "location_of"
path_hop = false
domain = ["person", "organization"]
range = ["location"]
)";

class Folder {
  public:
    explicit Folder(const std::string& relations, const std::string& status = "")
        : path(fs::temp_directory_path() / "actorgraph_rulebook_test") {
        fs::remove_all(path);
        fs::create_directories(path / "relations");
        fs::create_directories(path / "status");
        std::ofstream(path / "schema.toml") << schema;
        std::ofstream(path / "relations" / "a.toml") << relations;
        std::ofstream(path / "status" / "b.toml") << status;
    }
    ~Folder() { fs::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    fs::path path;
};

std::string rule(const std::string& name, const std::string& relation, const std::string& pattern) {
    return "[[rule]]\nname = \"" + name + "\"\nrelation = \"" + relation + "\"\npattern = '" +
           pattern + "'\nfinds = [\"x\"]\nignores = [\"y\"]\n";
}

} // namespace

TEST_CASE("a rule folder loads with its rules and cues, and has a version", "[rules][rulebook]") {
    const Folder folder("pack = \"p\"\n" +
                            rule("a", "met_with", "{person:source} met {person:target}") +
                            "[[frame]]\nname = \"f\"\nrelation = \"met_with\"\nverbs = [\"greet\"]"
                            "\nsource = \"agent\"\ntarget = \"agent\"\npassive = true\n"
                            "finds = [\"x\"]\nignores = [\"y\"]\n",
                        "[[cue]]\nname = \"not\"\neffect = \"negated\"\nscope = \"inside\"\n"
                        "pattern = '\\bnot\\b'\nfinds = [\"not\"]\nignores = [\"knot\"]\n");
    const auto loaded = load_rulebook(folder.path);
    REQUIRE(loaded.ok());
    const Rulebook& rules = loaded.value();
    REQUIRE(rules.relation_rules.size() == 6);
    CHECK(rules.relation_rules[2].name == "f.passive");
    CHECK(rules.status_cues.size() == 1);
    CHECK(rules.relation("located_in")->is_path_hop == false);
    CHECK(rules.relation("met_with")->symmetric);
    CHECK(rules.relation("nothing") == nullptr);
    const auto woken_by = [&](const char* skeleton) {
        std::vector<SkeletonToken> tokens;
        WakeRoom room;
        scan_tokens(skeleton, rules.words, tokens);
        return rules.triggers.woken_by(tokens, room);
    };
    CHECK(woken_by("<p0> Met <p1>") == std::vector<std::uint32_t>{0});
    CHECK(woken_by("<p0> left").empty());
    CHECK(woken_by("Met <p0> and <p1>").empty());
    CHECK(woken_by("<o0> met <o1>").empty());
    const std::string version = rules_version(folder.path);
    CHECK(version.size() == 64);
    std::ofstream(folder.path / "relations" / "a.toml", std::ios::app) << "# more\n";
    CHECK(rules_version(folder.path) != version);
}

TEST_CASE("all problems of a rule folder are told at once with their place", "[rules][rulebook]") {
    const Folder folder("pack = \"p\"\n" + rule("a", "met_wth", "{person:source} met {org:target}") +
                        rule("a", "located_in", "{person:source} in {org:target}") +
                        "[[rule]]\nname = \"c\"\nrelation = \"met_with\"\npatern = 'x'\n");
    const auto loaded = load_rulebook(folder.path);
    REQUIRE_FALSE(loaded.ok());
    std::string all;
    for (const auto& problem : loaded.problems()) {
        all += to_text(problem).substr(folder.path.string().size()) + "\n";
    }
    CHECK(all.find("a.toml:4:12: error: there is no relation 'met_wth'\n"
                   "  hint: did you mean 'met_with'?") != std::string::npos);
    CHECK(all.find("a.toml:11:11: error: the target slot has no type that located_in allows\n"
                   "  hint: use one of location") != std::string::npos);
    CHECK(all.find("there is no key 'patern'\n  hint: did you mean 'pattern'?") !=
          std::string::npos);
    CHECK(all.find("'pattern' is missing") != std::string::npos);
    CHECK(all.find("'finds' has no example") != std::string::npos);
    CHECK(all.find("the name 'a' stands also at") != std::string::npos);
}

TEST_CASE("TOML that cannot be read is a diagnostic", "[rules][rulebook]") {
    const Folder folder("pack = \n");
    const auto loaded = load_rulebook(folder.path);
    REQUIRE_FALSE(loaded.ok());
    CHECK(loaded.problems()[0].line == 1);
    CHECK_FALSE(load_rulebook(folder.path / "nowhere").ok());
}

TEST_CASE("a cue without a pattern is a diagnostic", "[rules][rulebook]") {
    const Folder folder("", "[[cue]]\nname = \"not\"\neffect = \"negated\"\nscope = \"inside\"\n"
                            "finds = [\"not\"]\nignores = [\"knot\"]\n");
    const auto loaded = load_rulebook(folder.path);
    REQUIRE_FALSE(loaded.ok());
    std::string told;
    for (const Diagnostic& problem : loaded.problems()) {
        told += to_text(problem);
    }
    CHECK(told.find("b.toml:1:1: error") != std::string::npos);
    CHECK(told.find("pattern") != std::string::npos);
}

TEST_CASE("the environment names the rule folder", "[rules][rulebook]") {
    setenv("ACTORGRAPH_RULES", "/somewhere/rules", 1);
    CHECK(default_rules_folder() == fs::path("/somewhere/rules"));
    unsetenv("ACTORGRAPH_RULES");
}

TEST_CASE("measured precision takes the place of the confidence a rule is written with", "[rules][rulebook]") {
    const Folder folder("pack = \"p\"\n" + rule("a", "met_with", "{person:source} met {person:target}") +
                        rule("b", "met_with", "{person:source} saw {person:target}"));
    std::ofstream(folder.path / "precision.tsv") << "# rule\tprecision\tclaims\na\t0.91\t40\n";
    const auto loaded = load_rulebook(folder.path);
    REQUIRE(loaded.ok());
    CHECK(loaded.value().relation_rules[0].confidence == Approx(0.91));
    CHECK(loaded.value().relation_rules[0].measured_on == 40);
    CHECK(loaded.value().relation_rules[1].confidence == Approx(0.8));
    CHECK(loaded.value().relation_rules[1].measured_on == 0);
    std::ofstream(folder.path / "precision.tsv") << "c\t0.9\t4\na\t1.2\t4\na\t0.5\n";
    const auto broken = load_rulebook(folder.path);
    REQUIRE(broken.problems().size() == 2);
    CHECK(broken.problems()[0].line == 2);
    CHECK(broken.problems()[1].line == 3);
}

TEST_CASE("packs of rules are chosen by name and by theme", "[rules][rulebook]") {
    const Folder folder("pack = \"p\"\n" + rule("a", "met_with", "{person:source} met {person:target}") +
                        rule("b", "located_in", "{person:source} lives in {location:target}"));
    std::ofstream(folder.path / "relations" / "q.toml")
        << "pack = \"q\"\n" + rule("c", "met_with", "{person:source} saw {person:target}");
    std::string themed = schema;
    themed.insert(themed.find("inverse"), "theme = \"places\"\n");
    std::ofstream(folder.path / "schema.toml") << themed;
    const auto names = [&](const PackChoice& choice) {
        std::string out;
        const auto loaded = load_rulebook(folder.path, choice);
        REQUIRE(loaded.ok());
        for (const RelationRule& one : loaded.value().relation_rules) {
            out += one.name;
        }
        return out;
    };
    CHECK(names({}) == "abc");
    CHECK(names({{"q"}, {}}) == "c");
    CHECK(names({{"places", "q"}, {}}) == "bc");
    CHECK(names({{}, {"places"}}) == "ac");
    CHECK(names({{"p"}, {"places"}}) == "a");
    const auto unknown = load_rulebook(folder.path, {{"place"}, {}});
    REQUIRE(unknown.problems().size() == 1);
    CHECK(unknown.problems()[0].hint == "did you mean 'places'?");
}
