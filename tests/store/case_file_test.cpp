#include "store/schema.hpp"
#include "store/store_failure.hpp"
#include "store/verify.hpp"
#include "tests/store/case_samples.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <fstream>

using namespace actorgraph;

namespace {

StoreFault fault_of(const std::function<void()>& act) {
    try {
        act();
    } catch (const StoreFailure& failure) {
        return failure.fault();
    }
    throw std::runtime_error("nothing failed");
}

} // namespace

TEST_CASE("what is put comes out, ordered by id whatever the order of arrival", "[store]") {
    const ScratchFolder folder;
    const std::string path = folder.file("case.db");
    {
        CaseWriter writer(path, "test", "p");
        put_file(writer, "/b", {sample_facts("b", "Bru")});
        put_file(writer, "/a", {sample_facts("a", "Arp")});
        writer.finish("done");
    }
    CHECK(contents(path) == as_line(sample_facts("a", "Arp")) + as_line(sample_facts("b", "Bru")));
    const auto documents = CaseReader(path).documents();
    REQUIRE(documents.size() == 2);
    CHECK(documents[0].title == "About Arp");
    CHECK(documents[0].names == std::vector<std::string>{"a"});
    CHECK(verify_case(path).faults.empty());
    CHECK_FALSE(std::filesystem::exists(path + "-wal"));
}

TEST_CASE("the same content under two paths is one document", "[store]") {
    const ScratchFolder folder;
    const std::string path = folder.file("case.db");
    DocumentFacts other = sample_facts("z", "Arp");
    CaseWriter writer(path, "test", "p");
    put_file(writer, "/z", {other});
    put_file(writer, "/a", {sample_facts("a", "Arp")});
    writer.commit();
    const auto documents = CaseReader(path).documents();
    REQUIRE(documents.size() == 1);
    CHECK(documents[0].names == std::vector<std::string>{"a", "z"});
    CHECK(contents(path) == as_line(sample_facts("a", "Arp")));
    CHECK(writer.remove("/a") == 1);
    writer.finish("");
    CHECK(contents(path) == as_line(other));
}

TEST_CASE("a changed file takes its old content away, and only that", "[store]") {
    const ScratchFolder folder;
    const std::string path = folder.file("case.db");
    {
        CaseWriter writer(path, "test", "p");
        put_file(writer, "/a", {sample_facts("a", "Arp")});
        put_file(writer, "/b", {sample_facts("b", "Bru")});
        writer.finish("");
    }
    {
        CaseWriter writer(path, "test", "p");
        put_file(writer, "/a", {sample_facts("a", "Cor")});
        writer.finish("");
    }
    CHECK(contents(path) == as_line(sample_facts("a", "Cor")) + as_line(sample_facts("b", "Bru")));
    CHECK(CaseReader(path).counts().at("documents") == 2);
    CHECK(verify_case(path).documents == 2);
}

TEST_CASE("nothing of an unfinished batch is seen", "[store]") {
    const ScratchFolder folder;
    const std::string path = folder.file("case.db");
    {
        CaseWriter writer(path, "test", "p");
        put_file(writer, "/a", {sample_facts("a", "Arp")});
        writer.commit();
        put_file(writer, "/b", {sample_facts("b", "Bru")});
        CHECK(contents(path) == as_line(sample_facts("a", "Arp")));
    }
    CHECK(contents(path) == as_line(sample_facts("a", "Arp")));
    CHECK(verify_case(path).faults.empty());
}

TEST_CASE("facts of another engine are stale until they are replaced", "[store]") {
    const ScratchFolder folder;
    const std::string path = folder.file("case.db");
    CaseWriter writer(path, "test", "p");
    put_file(writer, "/a", {sample_facts("a", "Arp")}, "old");
    writer.commit();
    CaseReader reader(path);
    CHECK_FALSE(reader.next_stale("old", 0));
    const auto stale = reader.next_stale("new", 0);
    REQUIRE(stale);
    CHECK(stale->document.text == sample_facts("a", "Arp").text);
    CHECK(stale->document.date == "2023-03-14");
    DocumentFacts fresh = sample_facts("a", "Arp");
    fresh.claims.clear();
    CHECK(writer.replace_facts(stale->facts, pack(fresh), "new"));
    writer.finish("");
    CHECK(contents(path) == as_line(fresh));
    CHECK_FALSE(reader.next_stale("new", 0));
}

TEST_CASE("facts read here win over merged ones, and merged ones stand when these go", "[store]") {
    const ScratchFolder folder;
    const std::string path = folder.file("case.db");
    DocumentFacts elsewhere = sample_facts("a", "Arp");
    elsewhere.claims[0].confidence = 0.5;
    CaseWriter writer(path, "test", "p");
    const auto merged = writer.open_input("(merged)");
    writer.put(merged, "a", pack(elsewhere), "");
    writer.commit();
    CHECK(contents(path) == as_line(elsewhere));
    put_file(writer, "/a", {sample_facts("a", "Arp")});
    writer.commit();
    CHECK(contents(path) == as_line(sample_facts("a", "Arp")));
    CHECK(writer.remove("/a") == 1);
    writer.finish("");
    CHECK(contents(path) == as_line(elsewhere));
}

TEST_CASE("refusals are listed until their input is read without them", "[store]") {
    const ScratchFolder folder;
    const std::string path = folder.file("case.db");
    CaseWriter writer(path, "test", "p");
    InputEnd end;
    end.refusals.push_back({Severity::error, "/rows.jsonl", 7, 3, "the row is no JSON", "write JSON"});
    const auto input = writer.open_input("/rows.jsonl");
    writer.close_input(input, end);
    writer.commit();
    CaseReader reader(path);
    REQUIRE(reader.failures().size() == 1);
    CHECK(to_text(reader.failures()[0].problem) ==
          "/rows.jsonl:7:3: error: the row is no JSON\n  hint: write JSON");
    CHECK(reader.input("/rows.jsonl")->has_failures);
    writer.close_input(input, {});
    writer.finish("");
    CHECK(reader.failures().empty());
}

TEST_CASE("one program writes at a time", "[store]") {
    const ScratchFolder folder;
    const std::string path = folder.file("case.db");
    const CaseWriter writer(path, "test", "p");
    CHECK(fault_of([&] { CaseWriter(path, "test", "p"); }) == StoreFault::locked);
    CHECK_NOTHROW(CaseReader(path));
}

TEST_CASE("files that are no case of this version are refused by name", "[store]") {
    const ScratchFolder folder;
    const std::string path = folder.file("case.db");
    CHECK(fault_of([&] { CaseReader reader(path); }) == StoreFault::missing);
    write_bytes(path, "");
    CHECK(CaseReader(path).documents().empty());
    CHECK(verify_case(path).faults.empty());
    write_bytes(path, std::string(5000, 'x'));
    CHECK(fault_of([&] { CaseReader reader(path); }) == StoreFault::damaged);
    CHECK(fault_of([&] { CaseWriter(path, "t", "p"); }) == StoreFault::damaged);
    CHECK(read_bytes(path) == std::string(5000, 'x'));
    const std::string other = folder.file("other.db");
    Database(other, Database::Access::write).execute("CREATE TABLE t (a)");
    CHECK(fault_of([&] { CaseReader reader(other); }) == StoreFault::damaged);
    const std::string newer = folder.file("newer.db");
    CaseWriter(newer, "t", "p").finish("");
    Database(newer, Database::Access::write).execute("PRAGMA user_version = 99");
    CHECK(fault_of([&] { CaseReader reader(newer); }) == StoreFault::newer);
    CHECK(fault_of([&] { CaseWriter(newer, "t", "p"); }) == StoreFault::newer);
    try {
        const CaseReader reader(newer);
    } catch (const StoreFailure& failure) {
        CHECK(std::string(failure.what()) ==
              newer + ": the case file has schema 99, this program knows schemas up to 1");
    }
}

TEST_CASE("a file of an older schema is brought up to date step by step", "[store]") {
    const ScratchFolder folder;
    const std::string path = folder.file("case.db");
    constexpr std::array steps{"CREATE TABLE t (a); INSERT INTO t VALUES (1);",
                               "ALTER TABLE t ADD COLUMN b DEFAULT 7;"};
    Database database(path, Database::Access::write);
    migrate(database, std::span<const char* const>(steps).first(1));
    CHECK(database.number_of("PRAGMA user_version") == 1);
    migrate(database, steps);
    CHECK(database.number_of("PRAGMA user_version") == 2);
    CHECK(database.number_of("SELECT b FROM t") == 7);
    migrate(database, steps);
    CHECK(database.number_of("SELECT count(*) FROM t") == 1);
}

TEST_CASE("a blank file is an empty case for every reader", "[store]") {
    const ScratchFolder folder;
    const std::string path = folder.file("case.db");
    std::ofstream(path).flush();
    CaseReader stored(path);
    CHECK(stored.documents().empty());
    CHECK(stored.failures().empty());
    CHECK(stored.failures_of("/a").empty());
    CHECK_FALSE(stored.input("/a"));
    CHECK_FALSE(stored.has_facts("key", "engine"));
    CHECK(stored.documents_of("/a").empty());
    CHECK_FALSE(stored.next_stale("engine", 0));
}
