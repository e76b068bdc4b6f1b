#include "extractor/recognise/accounts/host.hpp"

#include "extractor/recognise/accounts/page.hpp"
#include "extractor/recognise/checksums.hpp"

#include <libpsl.h>

#include <algorithm>

namespace actorgraph {
namespace {

constexpr std::size_t longest_label = 63;
constexpr std::size_t longest_host = 253;

bool is_label_byte(char c) { return is_word(c) || c == '-'; }

bool is_label(std::string_view label) {
    const auto is_inner = [](char c) { return c == '-' || c == '_'; };
    return !label.empty() && label.size() <= longest_label && !is_inner(label.front()) &&
           !is_inner(label.back());
}

/// General punctuation and the ideographic stops, which end a name in any script.
bool is_wide_punctuation(std::string_view text) {
    return text.starts_with("\xE2\x80") || text.starts_with("\xE2\x9C") || text.starts_with("\xE3\x80") ||
           text.starts_with("\xEF\xBC") || text.starts_with("\xC2");
}

} // namespace

std::size_t host_length(std::string_view text) {
    std::size_t accepted = 0;
    std::size_t label = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const bool is_inside = i < text.size() && is_label_byte(text[i]) &&
                               !(is_wide(text[i]) && is_wide_punctuation(text.substr(i)));
        if (is_inside) {
            continue;
        }
        if (!is_label(text.substr(label, i - label)) || i > longest_host) {
            break;
        }
        accepted = i;
        if (i >= text.size() || text[i] != '.') {
            break;
        }
        label = i + 1;
    }
    return accepted;
}

bool has_known_suffix(std::string_view host) {
    static constexpr std::string_view reserved[] = {"example", "test", "invalid", "onion"};
    const auto dot = host.rfind('.');
    const std::string suffix = lowered(host.substr(dot == std::string_view::npos ? 0 : dot + 1));
    return std::find(std::begin(reserved), std::end(reserved), suffix) != std::end(reserved) ||
           psl_is_public_suffix2(psl_builtin(), suffix.c_str(), PSL_TYPE_ICANN | PSL_TYPE_NO_STAR_RULE) != 0;
}

std::size_t address_literal_length(std::string_view text) {
    if (text.starts_with("[")) {
        const auto close = text.find(']');
        if (close == std::string_view::npos) {
            return 0;
        }
        std::string_view inner = text.substr(1, close - 1);
        if (inner.starts_with("IPv6:")) {
            inner.remove_prefix(5);
        }
        return is_ipv4(inner) || is_ipv6(inner) ? close + 1 : 0;
    }
    const auto end = std::min(text.find_first_not_of("0123456789."), text.size());
    return is_ipv4(text.substr(0, end)) ? end : 0;
}

} // namespace actorgraph
