#include "store/packed_document.hpp"

#include "store/compress.hpp"
#include "store/digest.hpp"
#include "store/facts_codec.hpp"
#include "store/reading_codec.hpp"

namespace actorgraph {
namespace {

template <typename Described> std::string key_of(const Described& one, std::string_view reading) {
    Digest digest;
    digest.add(one.sha256).add(one.title).add(one.date).add(one.outlet).add(one.text);
    return digest.add(reading).bytes();
}

} // namespace

std::string content_key(const Document& document) {
    return key_of(document, encode_reading(document));
}

std::string content_key(const DocumentFacts& facts, std::string_view reading) {
    return key_of(facts, reading);
}

PackedDocument pack(const DocumentFacts& facts, std::string reading) {
    const std::string body = encode_facts(facts);
    PackedDocument packed;
    packed.content = content_key(facts, reading);
    packed.sha256 = facts.sha256;
    packed.title = facts.title;
    packed.date = facts.date;
    packed.outlet = facts.outlet;
    packed.text = compress(facts.text);
    packed.text_bytes = facts.text.size();
    packed.reading = std::move(reading);
    packed.body = compress(body);
    packed.body_bytes = body.size();
    return packed;
}

std::optional<DocumentFacts> unpack_facts(const PackedDocument& packed) {
    const auto body = decompress(packed.body, packed.body_bytes);
    auto facts = body ? decode_facts(*body) : std::nullopt;
    if (facts) {
        facts->sha256 = packed.sha256;
        facts->title = packed.title;
        facts->date = packed.date;
        facts->outlet = packed.outlet;
    }
    return facts;
}

} // namespace actorgraph
