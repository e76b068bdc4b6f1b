#include "extractor/segment.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace actorgraph;

namespace {

std::vector<std::string> words_of(const std::string& text) {
    Document document;
    document.text = text;
    std::vector<std::string> words;
    for (const Token& token : segment(document).tokens) {
        words.emplace_back(slice(text, token.span));
    }
    return words;
}

std::vector<std::string> sentences_of(const std::string& text) {
    Document document;
    document.text = text;
    std::vector<std::string> found;
    for (const Sentence& sentence : segment(document).sentences) {
        found.emplace_back(slice(text, sentence.span));
    }
    return found;
}

using Strings = std::vector<std::string>;

} // namespace

TEST_CASE("tokens keep abbreviations whole and possessives apart", "[extractor][segment]") {
    CHECK(words_of("Mr. Okafor's U.S. bank.") == Strings{"Mr.", "Okafor", "'s", "U.S.", "bank", "."});
    CHECK(words_of("O’Neil’s plan") == Strings{"O’Neil", "’s", "plan"});
    CHECK(words_of("Jean-Luc paid $1,200.50 (twice)") ==
          Strings{"Jean-Luc", "paid", "$", "1,200.50", "(", "twice", ")"});
    CHECK(words_of("Lena J. Voss of Brandt & Co.") ==
          Strings{"Lena", "J.", "Voss", "of", "Brandt", "&", "Co."});
}

TEST_CASE("sentences end at stops but not at titles and initials", "[extractor][segment]") {
    CHECK(sentences_of("Dr. Lena J. Voss left. She joined Acme Inc. in May.") ==
          Strings{"Dr. Lena J. Voss left.", "She joined Acme Inc. in May."});
    CHECK(sentences_of("\"We know.\" He left the U.S. The firm stayed.") ==
          Strings{"\"We know.\"", "He left the U.S.", "The firm stayed."});
    CHECK(sentences_of("She denied it. \"Never,\" she said.") ==
          Strings{"She denied it.", "\"Never,\" she said."});
    CHECK(sentences_of("Headline without a stop\nBody one. Body two?") ==
          Strings{"Headline without a stop", "Body one.", "Body two?"});
}

TEST_CASE("hard-wrapped lines belong to one sentence", "[extractor][segment]") {
    const std::string text = "The minister met\nthe banker in the old\nharbour office and left\nquietly.\n";
    CHECK(sentences_of(text).size() == 1);
}

TEST_CASE("boilerplate lines have no sentences and say why", "[extractor][segment]") {
    Document document;
    document.text = "A title that stands here twice\nA title that stands here twice\nBy Lena Voss\n"
                    "Read also: nothing of note\nThe story begins.";
    const Segmentation found = segment(document);
    REQUIRE(found.skipped.size() == 3);
    CHECK(found.skipped[0].reason == "repeated line");
    CHECK(found.skipped[1].reason == "byline");
    CHECK(found.skipped[2].reason == "promo");
    CHECK(found.sentences.size() == 2);
}

TEST_CASE("text without capitals is called caseless", "[extractor][segment]") {
    Document document;
    document.text = "lena voss met the banker in the old harbour office on tuesday and left";
    CHECK(segment(document).is_caseless);
    document.text = "Lena Voss met the banker in the old harbour office on Tuesday and left.";
    CHECK_FALSE(segment(document).is_caseless);
}

TEST_CASE("every token and sentence lies in its text, in order", "[extractor][segment][property]") {
    const std::string text = "Ünal’s “plan” — won't do… 3.5% of a/b\r\n\r\n\tX&Y (Z.) \xF0\x9F\x98\x80!";
    Document document;
    document.text = text;
    const Segmentation found = segment(document);
    std::uint32_t last = 0;
    for (const Token& token : found.tokens) {
        CHECK(token.span.begin >= last);
        CHECK(token.span.end > token.span.begin);
        CHECK(token.span.end <= text.size());
        last = token.span.end;
    }
    for (const Sentence& sentence : found.sentences) {
        CHECK(sentence.first_token < sentence.end_token);
        CHECK(sentence.span.begin == found.tokens[sentence.first_token].span.begin);
    }
}
