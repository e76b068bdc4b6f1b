#include "export/json_writer.hpp"

#include "core/utf8.hpp"

#include <cassert>
#include <charconv>
#include <cmath>

namespace actorgraph {
namespace {

void write_escaped(std::ostream& out, std::string_view text) {
    static constexpr char digits[] = "0123456789abcdef";
    out.put('"');
    std::size_t plain = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7F) {
            continue;
        }
        out.write(text.data() + plain, static_cast<std::streamsize>(i - plain));
        plain = i + 1;
        switch (c) {
        case '"': out << "\\\""; break;
        case '\\': out << "\\\\"; break;
        case '\n': out << "\\n"; break;
        case '\r': out << "\\r"; break;
        case '\t': out << "\\t"; break;
        default: out << "\\u00" << digits[c >> 4U] << digits[c & 15U];
        }
    }
    out.write(text.data() + plain, static_cast<std::streamsize>(text.size() - plain));
    out.put('"');
}

bool is_plain_ascii(std::string_view text) {
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 0x80) {
            return false;
        }
    }
    return true;
}

} // namespace

JsonWriter::JsonWriter(std::ostream& out, Style style) : out_(out), style_(style) {}

void JsonWriter::newline() {
    if (style_ == Style::indented) {
        out_.put('\n');
        for (std::size_t i = 0; i < levels_.size(); ++i) {
            out_.put(' ');
        }
    }
}

void JsonWriter::before_value() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (levels_.empty()) {
        return;
    }
    assert(!levels_.back().is_object && "inside an object a value needs a key");
    if (!levels_.back().is_empty) {
        out_.put(',');
    }
    levels_.back().is_empty = false;
    newline();
}

JsonWriter& JsonWriter::begin_object() {
    before_value();
    out_.put('{');
    levels_.push_back({true, true});
    return *this;
}

JsonWriter& JsonWriter::end_object() {
    assert(!levels_.empty() && levels_.back().is_object && "an object is open");
    const bool was_empty = levels_.back().is_empty;
    levels_.pop_back();
    if (!was_empty) {
        newline();
    }
    out_.put('}');
    return *this;
}

JsonWriter& JsonWriter::begin_array() {
    before_value();
    out_.put('[');
    levels_.push_back({false, true});
    return *this;
}

JsonWriter& JsonWriter::end_array() {
    assert(!levels_.empty() && !levels_.back().is_object && "an array is open");
    const bool was_empty = levels_.back().is_empty;
    levels_.pop_back();
    if (!was_empty) {
        newline();
    }
    out_.put(']');
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    assert(!levels_.empty() && levels_.back().is_object && !after_key_ && "a key stands in an object");
    if (!levels_.back().is_empty) {
        out_.put(',');
    }
    levels_.back().is_empty = false;
    newline();
    write_escaped(out_, name);
    out_.put(':');
    after_key_ = true;
    return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
    before_value();
    if (is_plain_ascii(text)) {
        write_escaped(out_, text);
    } else {
        write_escaped(out_, make_valid_utf8(text).text);
    }
    return *this;
}

JsonWriter& JsonWriter::value(std::int64_t number) {
    before_value();
    out_ << number;
    return *this;
}

JsonWriter& JsonWriter::value(double number) {
    if (!std::isfinite(number)) {
        return null();
    }
    before_value();
    char digits[32];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), number).ptr;
    out_.write(digits, end - digits);
    return *this;
}

JsonWriter& JsonWriter::value(bool flag) {
    before_value();
    out_ << (flag ? "true" : "false");
    return *this;
}

JsonWriter& JsonWriter::null() {
    before_value();
    out_ << "null";
    return *this;
}

} // namespace actorgraph
