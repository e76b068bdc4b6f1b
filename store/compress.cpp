#include "store/compress.hpp"

#include <zstd.h>

#include <memory>
#include <new>

namespace actorgraph {
namespace {

constexpr int level = 3;
constexpr std::size_t largest = std::size_t{1} << 30U;

struct FreeCompressor {
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
};

} // namespace

std::string compress(std::string_view bytes) {
    thread_local const std::unique_ptr<ZSTD_CCtx, FreeCompressor> compressor(ZSTD_createCCtx());
    std::string frame(ZSTD_compressBound(bytes.size()), '\0');
    const std::size_t size = ZSTD_compressCCtx(compressor.get(), frame.data(), frame.size(), bytes.data(),
                                               bytes.size(), level);
    if (ZSTD_isError(size) != 0) {
        throw std::bad_alloc(); // the bound rules out every other error
    }
    frame.resize(size);
    return frame;
}

std::optional<std::string> decompress(std::string_view frame, std::size_t size) {
    if (size > largest || ZSTD_getFrameContentSize(frame.data(), frame.size()) != size) {
        return std::nullopt;
    }
    std::string bytes(size, '\0');
    const std::size_t got = ZSTD_decompress(bytes.data(), bytes.size(), frame.data(), frame.size());
    if (ZSTD_isError(got) != 0 || got != size) {
        return std::nullopt;
    }
    return bytes;
}

} // namespace actorgraph
