#include "extractor/readers/charset.hpp"

#include "core/utf8.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <iconv.h>
#include <memory>
#include <uchardet/uchardet.h>

namespace actorgraph {
namespace {

constexpr std::size_t sample_bytes = 256 * 1024;

struct Mark {
    std::string_view bytes;
    const char* charset;
};
constexpr std::array marks{
    Mark{{"\xEF\xBB\xBF", 3}, "utf-8"},    Mark{{"\xFF\xFE\0\0", 4}, "utf-32le"},
    Mark{{"\0\0\xFE\xFF", 4}, "utf-32be"}, Mark{{"\xFF\xFE", 2}, "utf-16le"},
    Mark{{"\xFE\xFF", 2}, "utf-16be"},
};

/// Labels whose bytes are by now read as a larger charset. Source: WHATWG Encoding, section 4.2.
struct Alias {
    std::string_view label;
    const char* charset;
};
constexpr std::array aliases{
    Alias{"iso-8859-1", "windows-1252"},
    Alias{"latin1", "windows-1252"},
    Alias{"iso8859-1", "windows-1252"},
    Alias{"us-ascii", "windows-1252"},
    Alias{"ascii", "windows-1252"},
    Alias{"iso-8859-9", "windows-1254"},
    Alias{"gb2312", "gb18030"},
    Alias{"gbk", "gb18030"},
    Alias{"shift_jis", "cp932"},
    Alias{"shift-jis", "cp932"},
    Alias{"x-sjis", "cp932"},
    Alias{"sjis", "cp932"},
    Alias{"euc-kr", "cp949"},
    Alias{"ks_c_5601-1987", "cp949"},
    Alias{"utf8", "utf-8"},
    Alias{"cp1252", "windows-1252"},
    Alias{"utf-16", "utf-16le"},
    Alias{"unicode", "utf-16le"},
};

std::string canonical(std::string_view label) {
    std::string lower;
    for (const char c : label.substr(0, 40)) {
        lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    const auto* found = std::find_if(aliases.begin(), aliases.end(),
                                     [&](const Alias& alias) { return alias.label == lower; });
    return found == aliases.end() ? lower : found->charset;
}

const Mark* mark_of(std::string_view bytes) {
    const auto* found = std::find_if(marks.begin(), marks.end(), [&](const Mark& mark) {
        return bytes.substr(0, mark.bytes.size()) == mark.bytes;
    });
    return found == marks.end() ? nullptr : found;
}

/// UTF-16 of Western text shows a zero in nearly every second byte, and in none of the others.
const char* wide_charset(std::string_view bytes) {
    const std::string_view sample = bytes.substr(0, 4096);
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < sample.size(); ++i) {
        zeros[i % 2] += sample[i] == '\0' ? 1U : 0U;
    }
    const std::size_t pairs = sample.size() / 2;
    if (pairs < 4 || bytes.size() % 2 != 0) {
        return nullptr;
    }
    const bool is_little = zeros[1] * 10 >= pairs * 6 && zeros[0] * 20 <= pairs;
    const bool is_big = zeros[0] * 10 >= pairs * 6 && zeros[1] * 20 <= pairs;
    return is_little ? "utf-16le" : is_big ? "utf-16be" : nullptr;
}

struct CloseIconv {
    void operator()(void* converter) const { iconv_close(static_cast<iconv_t>(converter)); }
};
using Converter = std::unique_ptr<void, CloseIconv>;

Converter open_converter(const std::string& charset) {
    const bool is_plain = std::all_of(charset.begin(), charset.end(), [](unsigned char c) {
        return std::isalnum(c) != 0 || c == '-' || c == '_' || c == ':' || c == '.' || c == '+';
    });
    if (charset.empty() || !is_plain) {
        return nullptr;
    }
    const iconv_t converter = iconv_open("UTF-8", charset.c_str());
    const iconv_t failed = reinterpret_cast<iconv_t>(-1); // the value POSIX gives for a failure
    return Converter(converter == failed ? nullptr : converter);
}

/// Converts; each byte that cannot be becomes U+FFFD.
DecodedText convert(std::string_view bytes, const std::string& charset, iconv_t converter) {
    DecodedText result;
    result.charset = charset;
    result.text.reserve(bytes.size() + bytes.size() / 4);
    std::string input(bytes); // iconv's interface is not const
    char* from = input.data();
    std::size_t left = input.size();
    std::array<char, 16384> piece{};
    while (left > 0) {
        char* to = piece.data();
        std::size_t room = piece.size();
        const std::size_t done = iconv(converter, &from, &left, &to, &room);
        result.text.append(piece.data(), piece.size() - room);
        if (done == static_cast<std::size_t>(-1) && errno != E2BIG) {
            if (result.replaced++ == 0) {
                result.first_replaced_byte = bytes.size() - left;
            }
            result.text += "\xEF\xBF\xBD";
            ++from;
            --left;
            iconv(converter, nullptr, nullptr, nullptr, nullptr);
        }
    }
    ValidText valid = make_valid_utf8(result.text);
    result.text = std::move(valid.text);
    return result;
}

/// Whether nearly all bytes above 127 form UTF-8, so that the others are faults and no other
/// charset.
bool is_faulty_utf8(const ValidText& valid) {
    std::size_t formed = 0;
    for (std::size_t at = 0; at < valid.text.size();) {
        formed += static_cast<unsigned char>(valid.text[at]) >= 0x80 ? 1U : 0U;
        next_code_point(valid.text, at);
    }
    return formed >= valid.replaced * 3;
}

/// Charsets that differ from windows-1252 in a few letters only; telling them apart takes many.
constexpr std::ptrdiff_t least_letters = 100;
bool is_latin(std::string_view charset) {
    return charset.rfind("iso-8859-", 0) == 0 && charset != "iso-8859-5" &&
           charset != "iso-8859-6" && charset != "iso-8859-7" && charset != "iso-8859-8";
}

std::string guess_charset(std::string_view bytes) {
    const std::unique_ptr<uchardet, void (*)(uchardet_t)> detector(uchardet_new(), uchardet_delete);
    const std::string_view sample = bytes.substr(0, sample_bytes);
    if (uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0) {
        return {};
    }
    uchardet_data_end(detector.get());
    std::string guess = canonical(uchardet_get_charset(detector.get()));
    const auto high = std::count_if(sample.begin(), sample.end(),
                                    [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    return high < least_letters && is_latin(guess) ? "windows-1252" : guess;
}

DecodedText from_utf8(ValidText valid) {
    DecodedText result;
    result.text = std::move(valid.text);
    result.charset = "utf-8";
    result.replaced = valid.replaced;
    result.first_replaced_byte = valid.first_replaced_byte;
    return result;
}

} // namespace

DecodedText decode_text(std::string_view bytes, std::string_view label) {
    const Mark* mark = mark_of(bytes);
    const char* wide = mark == nullptr ? wide_charset(bytes) : nullptr;
    if ((mark == nullptr || mark->bytes.size() == 3) && wide == nullptr) {
        ValidText valid = make_valid_utf8(bytes);
        if (valid.replaced == 0 || mark != nullptr) {
            return from_utf8(std::move(valid));
        }
        const std::string charset = canonical(label);
        if (charset != "utf-8" && charset.rfind("utf-16", 0) != 0) {
            if (const Converter converter = open_converter(charset)) {
                return convert(bytes, charset, converter.get());
            }
        }
        if (charset == "utf-8" || is_faulty_utf8(valid)) {
            return from_utf8(std::move(valid));
        }
    }
    std::string charset = mark != nullptr   ? mark->charset
                          : wide != nullptr ? wide
                                            : guess_charset(bytes);
    const bool is_guessed = mark == nullptr && wide == nullptr;
    Converter converter = open_converter(charset);
    if (!converter) {
        charset = "windows-1252";
        converter = open_converter(charset);
    }
    if (!converter) {
        return from_utf8(make_valid_utf8(bytes));
    }
    bytes.remove_prefix(mark != nullptr ? mark->bytes.size() : 0);
    DecodedText result = convert(bytes, charset, converter.get());
    result.is_guessed = is_guessed;
    return result;
}

bool is_wide_text(std::string_view bytes) {
    const Mark* mark = mark_of(bytes);
    return (mark != nullptr && mark->bytes.size() != 3) || wide_charset(bytes) != nullptr;
}

bool is_binary(std::string_view bytes) {
    return bytes.substr(0, 8192).find('\0') != std::string_view::npos && !is_wide_text(bytes);
}

} // namespace actorgraph
