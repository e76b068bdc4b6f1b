#include "core/utf8.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace actorgraph;

TEST_CASE("offsets turn from bytes to code points and back", "[core][utf8]") {
    std::string text;
    for (int i = 0; i < 50; ++i) {
        text += "aé–😀";
    }
    const CodePointIndex index(text);
    std::size_t at = 0;
    for (std::size_t points = 0; at < text.size(); ++points) {
        CHECK(index.to_code_points(at) == points);
        CHECK(index.to_bytes(points) == at);
        next_code_point(text, at);
    }
    CHECK(index.to_code_points(text.size()) == 200);
    CHECK(index.to_bytes(999) == text.size());
}

TEST_CASE("ill-formed bytes become replacement characters and are counted", "[core][utf8]") {
    const ValidText valid = make_valid_utf8("\xEF\xBB\xBF" "a\xFF" "b\xED\xA0\x80" "c\xC3");
    CHECK(valid.had_bom);
    CHECK(valid.text == "a\xEF\xBF\xBD" "b\xEF\xBF\xBD" "c\xEF\xBF\xBD");
    CHECK(valid.replaced == 3);
    CHECK(valid.first_replaced_byte == 4);
}
