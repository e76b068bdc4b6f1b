#pragma once

#include <cstdint>
#include <ostream>
#include <string_view>
#include <vector>

namespace actorgraph {

/// Streaming JSON writer (RFC 8259): no tree in memory, no recursion, escapes as needed. Invalid UTF-8
/// becomes U+FFFD; non-finite numbers become null. Misuse (a value without key) is a bug: assert.
class JsonWriter {
  public:
    enum class Style { compact, indented };
    explicit JsonWriter(std::ostream& out, Style style = Style::compact);

    JsonWriter& begin_object();
    JsonWriter& end_object();
    JsonWriter& begin_array();
    JsonWriter& end_array();
    JsonWriter& key(std::string_view name);
    JsonWriter& value(std::string_view text);
    JsonWriter& value(const char* text) { return value(std::string_view(text)); }
    JsonWriter& value(std::int64_t number);
    JsonWriter& value(std::size_t number) { return value(static_cast<std::int64_t>(number)); }
    JsonWriter& value(double number);
    JsonWriter& value(bool flag);
    JsonWriter& null();

  private:
    void before_value();
    void newline();
    struct Level { bool is_object; bool is_empty; };
    std::ostream& out_;
    Style style_;
    std::vector<Level> levels_;
    bool after_key_ = false;
};

} // namespace actorgraph
