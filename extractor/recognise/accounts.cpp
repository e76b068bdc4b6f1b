#include "extractor/recognise/accounts.hpp"

#include "extractor/recognise/checksums.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>

namespace actorgraph {
namespace {

/// Canonical value of a match, or nothing when its check fails.
using Check = std::optional<Account> (*)(std::string_view match);

std::string lowered(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

std::string without(std::string_view text, std::string_view unwanted) {
    std::string out;
    for (const char c : text) {
        if (unwanted.find(c) == std::string_view::npos) {
            out += c;
        }
    }
    return out;
}

struct Platform {
    std::string_view host;
    std::string_view name;
};
constexpr Platform platforms[] = {
    {"twitter.com/", "twitter"},   {"x.com/", "twitter"},          {"instagram.com/", "instagram"},
    {"facebook.com/", "facebook"}, {"t.me/", "telegram"},          {"youtube.com/@", "youtube"},
    {"tiktok.com/@", "tiktok"},    {"linkedin.com/in/", "linkedin"}, {"github.com/", "github"},
    {"reddit.com/user/", "reddit"}, {"bsky.app/profile/", "bluesky"},
};

std::optional<Account> email(std::string_view match) { return Account{"email", "", lowered(match)}; }

std::optional<Account> handle(std::string_view match) {
    return Account{"handle", "", lowered(match.substr(1))};
}

std::optional<Account> url(std::string_view match) {
    const std::string lower = lowered(match);
    for (const Platform& platform : platforms) {
        const auto at = lower.find(platform.host);
        const bool is_host = at != std::string::npos && at > 0 && (lower[at - 1] == '/' || lower[at - 1] == '.');
        const auto name_begin = at == std::string::npos ? 0 : at + platform.host.size();
        if (!is_host || name_begin >= lower.size()) {
            continue;
        }
        const auto end = std::min(lower.find_first_of("/?#", name_begin), lower.size());
        const bool goes_deeper = end + 1 < lower.size() && lower[end] == '/';
        if (!goes_deeper && end > name_begin) {
            return Account{"social_profile", std::string(platform.name),
                           lower.substr(name_begin, end - name_begin)};
        }
    }
    return Account{"url", "", std::string(match)};
}

std::optional<Account> iban(std::string_view match) {
    const std::string value = without(match, " ");
    return is_iban(value) ? std::optional(Account{"iban", "", value}) : std::nullopt;
}

std::optional<Account> bitcoin(std::string_view match) {
    const bool is_valid = is_segwit_bitcoin(match) || is_base58check_bitcoin(match);
    return is_valid ? std::optional(Account{"bitcoin", "", std::string(match)}) : std::nullopt;
}

std::optional<Account> ethereum(std::string_view match) {
    return is_ethereum(match) ? std::optional(Account{"ethereum", "", std::string(match)}) : std::nullopt;
}

std::optional<Account> ip(std::string_view match) {
    return is_ipv4(match) ? std::optional(Account{"ip", "", std::string(match)}) : std::nullopt;
}

/// International phone numbers: E.164 has 8 to 15 digits behind the plus sign.
std::optional<Account> phone(std::string_view match) {
    const std::string digits = without(match, " -.()/");
    const bool is_e164 = digits.size() >= 9 && digits.size() <= 16 && digits[1] != '0';
    return is_e164 ? std::optional(Account{"phone", "", digits}) : std::nullopt;
}

/// Card numbers are kept only masked.
std::optional<Account> card(std::string_view match) {
    const std::string digits = without(match, " -");
    const bool has_issuer = !digits.empty() && digits[0] >= '3' && digits[0] <= '6';
    if (!has_issuer || digits.size() < 14 || !is_card_number(digits)) {
        return std::nullopt;
    }
    return Account{"credit_card", "",
                   std::string(digits.size() - 4, '*') + digits.substr(digits.size() - 4)};
}

/// Registered top-level domains that news writes, and those reserved for examples. Source: IANA root zone,
/// RFC 2606.
bool is_top_level(std::string_view label) {
    static constexpr std::string_view known[] = {
        "com", "org", "net", "info", "biz", "gov", "edu", "mil", "int", "io", "co", "me", "tv", "tk", "cc",
        "app", "dev", "news", "site", "online", "xyz", "club", "shop", "top", "live", "media", "press",
        "agency", "network", "onion", "example", "test", "eu", "uk", "us", "ru", "su", "ua", "by", "de",
        "at", "ch", "fr", "be", "nl", "it", "es", "pt", "pl", "cz", "sk", "hu", "ro", "bg", "gr", "se",
        "dk", "fi", "ie", "lt", "lv", "ee", "tr", "il", "ir", "cn", "jp", "kr", "in", "pk", "sg", "hk",
        "au", "nz", "ca", "mx", "br", "ar", "cl", "ve", "za", "ng", "ke", "eg", "ma", "sh", "ly", "gg"};
    return std::find(std::begin(known), std::end(known), label) != std::end(known);
}

std::optional<Account> domain(std::string_view match) {
    const std::string lower = lowered(match);
    const auto dot = lower.rfind('.');
    const auto first = lower.find('.');
    const bool is_long = first >= 3 || dot != first;
    return is_long && is_top_level(std::string_view(lower).substr(dot + 1))
               ? std::optional(Account{"domain", "", lower})
               : std::nullopt;
}

/// A national number behind a word for telephones; kept as its digits.
std::optional<Account> national_phone(std::string_view match) {
    const std::string digits = without(match, " -.()/");
    return digits.size() >= 9 && digits.size() <= 12 ? std::optional(Account{"phone", "", digits})
                                                     : std::nullopt;
}

struct AccountRule {
    const char* name;
    const char* anchor; ///< a text without it cannot match
    const char* pattern; ///< group 1 is the mention
    Check check;
};

// Earlier rules win on overlap.
constexpr AccountRule account_rules[] = {
    {"account.url", "://", R"((?i)\b(https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?(?:/[^\s"'<>()\[\]{}]*[^\s"'<>()\[\]{}.,;:!?])?/?))", url},
    {"account.email", "@", R"((?i)(?:^|[^a-z0-9._%+-])([a-z0-9_%+-]+(?:\.[a-z0-9_%+-]+)*@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,18})\b)", email},
    {"account.handle", "@", R"((?:^|[^\w@.])(@[A-Za-z0-9_]*[A-Za-z][A-Za-z0-9_]*))", handle},
    {"account.iban", "", R"(\b([A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?)\b)", iban},
    {"account.bitcoin", "", R"(\b((?:bc1|BC1)[a-zA-Z0-9]{11,71}|[13][1-9A-HJ-NP-Za-km-z]{25,34})\b)", bitcoin},
    {"account.ethereum", "0x", R"(\b(0x[0-9a-fA-F]{40})\b)", ethereum},
    {"account.ip", ".", R"((?:^|[^\d.])(\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})(?:[^\d.]|\.\s|\.?$))", ip},
    {"account.phone", "+", R"((?:^|[^\w+])(\+\d[\d .()/-]{6,22}\d)\b)", phone},
    {"account.national_phone", "", R"((?i)\b(?:phone|tel|telephone|call|number|hotline|fax|mobile|cell|dial|numbers)\b[^.\n\d]{0,16}(\(?\d{3,5}\)?[ -]\d{3,4}(?:[ -]\d{3,4})?)\b)", national_phone},
    {"account.domain", ".", R"(\b([a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.[a-z]{2,10})\b)", domain},
    {"account.card", "", R"(\b(\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{2,4}|3\d{3}[ -]?\d{6}[ -]?\d{5})\b)", card},
};

const std::vector<std::unique_ptr<RE2>>& patterns() {
    static const auto compiled = [] {
        std::vector<std::unique_ptr<RE2>> made;
        for (const AccountRule& rule : account_rules) {
            made.push_back(std::make_unique<RE2>(rule.pattern));
        }
        return made;
    }();
    return compiled;
}

} // namespace

std::vector<FoundAccount> recognise_accounts(std::string_view text) {
    std::vector<FoundAccount> found;
    for (std::size_t i = 0; i < std::size(account_rules); ++i) {
        const AccountRule& rule = account_rules[i];
        if (text.find(rule.anchor) == std::string_view::npos) {
            continue;
        }
        re2::StringPiece rest(text.data(), text.size());
        re2::StringPiece match;
        while (RE2::FindAndConsume(&rest, *patterns()[i], &match)) {
            const auto begin = static_cast<std::uint32_t>(match.data() - text.data());
            const Span span{begin, begin + static_cast<std::uint32_t>(match.size())};
            const bool is_taken =
                std::any_of(found.begin(), found.end(),
                            [&](const FoundAccount& other) { return overlaps(other.span, span); });
            auto account = is_taken ? std::nullopt : rule.check({match.data(), match.size()});
            if (account) {
                found.push_back({span, std::move(*account), rule.name});
            }
        }
    }
    std::sort(found.begin(), found.end(),
              [](const FoundAccount& a, const FoundAccount& b) { return a.span < b.span; });
    return found;
}

} // namespace actorgraph
