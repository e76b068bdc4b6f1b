#include "store/compress.hpp"
#include "store/facts_codec.hpp"
#include "store/reading_codec.hpp"

#include <cstdlib>
#include <string>

/// Bytes as the columns of a case file: facts, what a reader told, a compressed text. What is decoded is coded as it
/// stood.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace actorgraph;
    const std::string_view column(reinterpret_cast<const char*>(bytes), size);
    if (auto facts = decode_facts(column)) {
        const std::string again = encode_facts(*facts);
        const auto back = decode_facts(again);
        if (!back || encode_facts(*back) != again) {
            std::abort();
        }
        give_text(*facts, "Ana Reyes met Bo Li in S\xC3\xA3o Paulo.");
    }
    Document document;
    document.text = "Ana Reyes met Bo Li in S\xC3\xA3o Paulo.";
    decode_reading(column, document);
    for (const std::size_t claimed : {std::size_t{0}, size, std::size_t{100}, std::size_t{1} << 24U}) {
        const auto text = decompress(column, claimed);
        if (text && text->size() != claimed) {
            std::abort();
        }
    }
    return 0;
}
