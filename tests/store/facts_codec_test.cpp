#include "store/facts_codec.hpp"

#include "core/utf8.hpp"
#include "store/compress.hpp"
#include "store/reading_codec.hpp"
#include "tests/store/case_samples.hpp"

#include <catch2/catch.hpp>

#include <random>

using namespace actorgraph;

TEST_CASE("facts come back from their bytes with every member", "[store][codec]") {
    const DocumentFacts facts = sample_facts("a.txt", "Arp");
    auto decoded = decode_facts(encode_facts(facts));
    REQUIRE(decoded);
    CHECK(decoded->claims.at(0).evidence.end == count_code_points(facts.text));
    REQUIRE(give_text(*decoded, facts.text));
    decoded->id = facts.id;
    decoded->sha256 = facts.sha256;
    decoded->title = facts.title;
    decoded->date = facts.date;
    decoded->outlet = facts.outlet;
    CHECK(as_line(*decoded) == as_line(facts));
    CHECK(decoded->claims[0].confidence == facts.claims[0].confidence);
    CHECK(decoded->claims[0].speaker == facts.claims[0].speaker);
}

TEST_CASE("facts without text keep their offsets", "[store][codec]") {
    DocumentFacts facts = sample_facts("a", "Arp");
    facts.text.clear();
    const auto decoded = decode_facts(encode_facts(facts));
    REQUIRE(decoded);
    CHECK(decoded->entities[1].mentions[0].span == facts.entities[1].mentions[0].span);
}

TEST_CASE("damaged facts are refused or are other facts, never a crash", "[store][codec]") {
    const std::string bytes = encode_facts(sample_facts("a", "Arp"));
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        CHECK_FALSE(decode_facts(std::string_view(bytes).substr(0, size)));
    }
    CHECK_FALSE(decode_facts(bytes + "x"));
    std::mt19937 random(7);
    for (int round = 0; round < 20000; ++round) {
        std::string broken = bytes;
        for (unsigned flips = 1 + random() % 4; flips > 0; --flips) {
            broken[random() % broken.size()] = static_cast<char>(random());
        }
        const auto decoded = decode_facts(broken);
        if (decoded) {
            for (const Claim& claim : decoded->claims) {
                REQUIRE(claim.source < decoded->entities.size());
                REQUIRE(claim.target < decoded->entities.size());
                REQUIRE((!claim.speaker || *claim.speaker < decoded->entities.size()));
            }
        }
    }
}

TEST_CASE("offsets behind the text are a fault", "[store][codec]") {
    auto decoded = decode_facts(encode_facts(sample_facts("a", "Arp")));
    REQUIRE(decoded);
    CHECK_FALSE(give_text(*decoded, "short"));
}

TEST_CASE("what a reader told of a document comes back", "[store][codec]") {
    Document document;
    document.text = "From: Ana Reyes <ana@example.org>\n\nHello.";
    CHECK(encode_reading(document).empty());
    document.region = "PT";
    document.url = "https://example.org/1";
    document.authors = {"Ana Reyes", "Bo Li"};
    document.set_aside.push_back({{3, 9}, "caption"});
    document.parties.push_back({"from", {6, 15}, {17, 32}, {0, 33}});
    const std::string bytes = encode_reading(document);
    Document back;
    back.text = document.text;
    REQUIRE(decode_reading(bytes, back));
    CHECK(encode_reading(back) == bytes);
    CHECK(back.region == "PT");
    CHECK(back.parties.at(0).address == Span{17, 32});
    for (std::size_t size = 1; size < bytes.size(); ++size) {
        Document broken;
        broken.text = document.text;
        CHECK_FALSE(decode_reading(std::string_view(bytes).substr(0, size), broken));
    }
    Document shorter;
    shorter.text = "short";
    CHECK_FALSE(decode_reading(bytes, shorter));
}

TEST_CASE("a frame gives back its bytes only at its own size", "[store][codec]") {
    const std::string text(5000, 'a');
    const std::string frame = compress(text);
    CHECK(frame.size() < 100);
    CHECK(decompress(frame, text.size()) == text);
    CHECK_FALSE(decompress(frame, text.size() - 1));
    CHECK_FALSE(decompress(frame, std::size_t{1} << 40U));
    CHECK_FALSE(decompress(std::string_view(frame).substr(0, frame.size() - 3), text.size()));
    CHECK_FALSE(decompress("", 0));
    CHECK(decompress(compress(""), 0) == "");
}
