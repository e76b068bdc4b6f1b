#include "store/store_failure.hpp"
#include "store/verify.hpp"
#include "tests/store/case_samples.hpp"

#include <catch2/catch.hpp>

#include <random>

using namespace actorgraph;

namespace {

/// What verify says of a file: "sound", or that it is not.
std::string verdict_of(const std::string& path) {
    try {
        return verify_case(path).faults.empty() ? "sound" : "damaged";
    } catch (const StoreFailure& failure) {
        return failure.fault() == StoreFault::damaged || failure.fault() == StoreFault::newer
                   ? "damaged"
                   : failure.what();
    }
}

/// The contents of a file, or "refused" when reading it is.
std::string contents_or_refusal(const std::string& path) {
    try {
        return contents(path);
    } catch (const StoreFailure&) {
        return "refused";
    }
}

} // namespace

TEST_CASE("a flipped bit is found by verify or changes nothing that is told", "[store][damage]") {
    const ScratchFolder folder;
    const std::string path = folder.file("case.db");
    {
        CaseWriter writer(path, "test", "p");
        for (const std::string word : {"Arp", "Bru", "Cor", "Dax"}) {
            put_file(writer, "/" + word, {sample_facts(word, word)});
        }
        writer.finish("");
    }
    const std::string sound = read_bytes(path);
    const std::string told = contents(path);
    const std::string broken = folder.file("broken.db");
    std::mt19937 random(11);
    std::size_t found = 0;
    for (int round = 0; round < 1500; ++round) {
        std::string bytes = sound;
        bytes[random() % bytes.size()] ^= static_cast<char>(1U << random() % 8);
        write_bytes(broken, bytes);
        const std::string verdict = verdict_of(broken);
        INFO("round " << round << ": " << verdict);
        REQUIRE((verdict == "damaged" || verdict == "sound"));
        found += verdict == "damaged" ? 1U : 0U;
        if (verdict == "sound") {
            REQUIRE(contents_or_refusal(broken) == told);
        }
        std::filesystem::remove(broken + "-wal");
        std::filesystem::remove(broken + "-shm");
    }
    CHECK(found > 100);
}

TEST_CASE("every byte of a stored text is watched", "[store][damage]") {
    const ScratchFolder folder;
    const std::string path = folder.file("case.db");
    const PackedDocument packed = pack(sample_facts("a", "Arp"));
    {
        CaseWriter writer(path, "test", "p");
        put_file(writer, "/a", {sample_facts("a", "Arp")});
        writer.finish("");
    }
    const std::string sound = read_bytes(path);
    for (const std::string& frame : {packed.text, packed.body, packed.title, packed.content}) {
        const std::size_t at = sound.find(frame);
        REQUIRE(at != std::string::npos);
        for (std::size_t i = 0; i < frame.size(); ++i) {
            std::string bytes = sound;
            bytes[at + i] ^= 0x10;
            write_bytes(path, bytes);
            REQUIRE(verdict_of(path) == "damaged");
        }
    }
}

TEST_CASE("a truncated file is damaged unless only unused bytes went", "[store][damage]") {
    const ScratchFolder folder;
    const std::string path = folder.file("case.db");
    {
        CaseWriter writer(path, "test", "p");
        put_file(writer, "/a", {sample_facts("a", "Arp")});
        writer.finish("");
    }
    const std::string sound = read_bytes(path);
    const std::string told = contents(path);
    for (std::size_t size = 1; size < sound.size(); size += 509) {
        write_bytes(path, sound.substr(0, size));
        const std::string verdict = verdict_of(path);
        REQUIRE((verdict == "damaged" || (verdict == "sound" && contents_or_refusal(path) == told)));
        CHECK((verdict == "damaged" || size + 4096 > sound.size()));
    }
}
