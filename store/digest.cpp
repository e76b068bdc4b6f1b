#include "store/digest.hpp"

#include <cryptopp/sha.h>

#include <array>
#include <cstdint>

namespace actorgraph {

struct Digest::State {
    CryptoPP::SHA256 sha;
};

Digest::Digest() : state_(std::make_unique<State>()) {}

Digest::~Digest() = default;

Digest& Digest::add(std::string_view field) {
    std::array<CryptoPP::byte, 8> length{};
    for (std::size_t i = 0; i < length.size(); ++i) {
        length[i] = static_cast<CryptoPP::byte>(std::uint64_t{field.size()} >> (8U * i));
    }
    state_->sha.Update(length.data(), length.size());
    return add_raw(field);
}

Digest& Digest::add_raw(std::string_view bytes) {
    state_->sha.Update(reinterpret_cast<const CryptoPP::byte*>(bytes.data()), bytes.size());
    return *this;
}

std::string Digest::bytes() {
    std::string result(CryptoPP::SHA256::DIGESTSIZE, '\0');
    state_->sha.Final(reinterpret_cast<CryptoPP::byte*>(result.data()));
    return result;
}

std::string to_hex(std::string_view bytes) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string hex;
    for (const char c : bytes) {
        hex += digits[static_cast<unsigned char>(c) >> 4U];
        hex += digits[static_cast<unsigned char>(c) & 15U];
    }
    return hex;
}

} // namespace actorgraph
