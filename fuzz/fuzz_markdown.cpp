#include "fuzz/read_as.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    return actorgraph::read_as("f.md", bytes, size);
}
