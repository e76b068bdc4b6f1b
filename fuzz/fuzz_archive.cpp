#include "extractor/readers/unpack.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace actorgraph;
    ReadLimits limits;
    limits.unpacked_bytes = 4U << 20U;
    limits.members = 200;
    ByteSource source = source_of({reinterpret_cast<const char*>(bytes), size});
    unpack(source, -1, "f.zip", limits, [](char, const std::vector<std::string_view>&) {});
    return 0;
}
