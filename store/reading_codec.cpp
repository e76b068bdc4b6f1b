#include "store/reading_codec.hpp"

#include "store/byte_code.hpp"

namespace actorgraph {
namespace {

void write_span(ByteWriter& out, Span span) {
    out.number(span.begin);
    out.number(span.end - span.begin);
}

Span read_span(ByteReader& in, std::size_t limit) {
    const std::uint64_t begin = in.number(limit);
    const std::uint64_t size = in.number(limit - begin);
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + size)};
}

} // namespace

std::string encode_reading(const Document& document) {
    // Names every member: one that is new must be stored here, or is none that decides the facts.
    const auto& [id, text, sha256, title, date, outlet, region, url, authors, set_aside, parties,
                 source_bytes] = document;
    if (region.empty() && url.empty() && authors.empty() && set_aside.empty() && parties.empty()) {
        return "";
    }
    ByteWriter out;
    out.text(region);
    out.text(url);
    out.number(authors.size());
    for (const std::string& author : authors) {
        out.text(author);
    }
    out.number(set_aside.size());
    for (const SkippedText& one : set_aside) {
        write_span(out, one.span);
        out.text(one.reason);
    }
    out.number(parties.size());
    for (const MailParty& party : parties) {
        out.text(party.role);
        write_span(out, party.name);
        write_span(out, party.address);
        write_span(out, party.line);
    }
    return out.take();
}

bool decode_reading(std::string_view bytes, Document& document) {
    if (bytes.empty()) {
        return true;
    }
    ByteReader in(bytes);
    const std::size_t limit = document.text.size();
    document.region = in.text();
    document.url = in.text();
    for (std::size_t n = in.count(); n > 0 && in.is_sound(); --n) {
        document.authors.emplace_back(in.text());
    }
    for (std::size_t n = in.count(); n > 0 && in.is_sound(); --n) {
        const Span span = read_span(in, limit);
        document.set_aside.push_back({span, std::string(in.text())});
    }
    for (std::size_t n = in.count(); n > 0 && in.is_sound(); --n) {
        MailParty party;
        party.role = in.text();
        party.name = read_span(in, limit);
        party.address = read_span(in, limit);
        party.line = read_span(in, limit);
        document.parties.push_back(std::move(party));
    }
    return in.is_at_end();
}

} // namespace actorgraph
