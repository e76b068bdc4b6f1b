#include "extractor/recognise/accounts/host.hpp"
#include "extractor/recognise/accounts/page.hpp"
#include "extractor/recognise/accounts/platforms.hpp"
#include "extractor/recognise/checksums.hpp"

#include <re2/re2.h>

#include <string>

namespace actorgraph {
namespace {

constexpr std::size_t reach = 80;

/// Brackets around dots, colons and "at", as analysts write addresses that must not be clicked.
std::string refanged(std::string_view text) {
    std::string plain(text);
    static const RE2 dot(R"((?i) ?[\[({] ?(?:\.|dot) ?[\])}] ?)");
    static const RE2 at(R"((?i) ?[\[({] ?(?:@|at) ?[\])}] ?)");
    static const RE2 colon(R"([\[({]:(?://)?[\])}])");
    static const RE2 scheme(R"(^(?i)h(?:xx|tt|\*\*)p)");
    RE2::GlobalReplace(&plain, dot, ".");
    RE2::GlobalReplace(&plain, at, "@");
    RE2::GlobalReplace(&plain, colon, ":");
    RE2::Replace(&plain, scheme, "http");
    return plain;
}

std::optional<Account> account_of(const std::string& plain) {
    const auto at = plain.find('@');
    if (at != std::string::npos) {
        const std::string_view host = std::string_view(plain).substr(at + 1);
        const bool is_host = host_length(host) == host.size() && has_known_suffix(host);
        return is_host && at > 0 ? std::optional(Account{"email", "", lowered(plain)}) : std::nullopt;
    }
    if (plain.starts_with("http")) {
        auto profile = profile_of(plain);
        return profile ? profile : Account{"url", "", plain};
    }
    if (is_ipv4(plain)) {
        return Account{"ip", "", plain};
    }
    const bool is_host = plain.find('.') != std::string::npos && host_length(plain) == plain.size() && has_known_suffix(plain);
    return is_host ? std::optional(Account{"domain", "", lowered(plain)}) : std::nullopt;
}

} // namespace

void find_defanged(const Page& page, const Chunk& chunk, std::vector<FoundAccount>& found) {
    static const RE2 sign(R"((?i)[\[({] ?(?:\.|dot|@|at|://|:) ?[\])}]|hxxps?://)");
    static const RE2 shape(
        R"((?i)((?:h(?:xx|tt)ps?(?:://|[\[({]:(?://)?[\])}](?://)?))?)"
        R"([a-z0-9_-]+(?:(?: ?[\[({] ?(?:\.|dot|@|at) ?[\])}] ?|[.@+])[a-z0-9_-]+)+(?::\d+)?(?:/[^\s"'<>()\[\]{}]*[^\s"'<>()\[\]{}.,;:!?])?))");
    const std::string_view text = page.slice(chunk.begin, chunk.end);
    if (!RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), sign)) {
        return;
    }
    const auto line = page.text.rfind('\n', chunk.begin);
    const std::size_t first = std::max(line == std::string_view::npos ? 0 : line, chunk.begin > reach ? chunk.begin - reach : 0);
    const std::size_t last = std::min({page.text.find('\n', chunk.end), page.text.size(), chunk.end + reach});
    re2::StringPiece rest(page.text.data() + first, last - first);
    re2::StringPiece match;
    while (RE2::FindAndConsume(&rest, shape, &match)) {
        const std::string_view written(match.data(), match.size());
        const auto begin = static_cast<std::size_t>(match.data() - page.text.data());
        const std::string plain = refanged(written);
        auto account = plain == written ? std::nullopt : account_of(plain);
        if (account) {
            found.push_back(found_account(begin, begin + written.size(), std::move(*account), "account.defanged"));
        }
    }
}

} // namespace actorgraph
