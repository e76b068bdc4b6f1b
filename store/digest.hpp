#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace actorgraph {

/// SHA-256 (FIPS 180-4) over a sequence of fields, each preceded by its length, so that no two different
/// sequences feed the same bytes.
class Digest {
  public:
    Digest();
    Digest(const Digest&) = delete;
    Digest& operator=(const Digest&) = delete;
    ~Digest();
    Digest& add(std::string_view field);
    Digest& add_raw(std::string_view bytes); ///< without its length: pieces of one field
    std::string bytes();                     ///< 32 bytes; the digest begins anew

  private:
    struct State;
    std::unique_ptr<State> state_;
};

std::string to_hex(std::string_view bytes); ///< lower case

} // namespace actorgraph
