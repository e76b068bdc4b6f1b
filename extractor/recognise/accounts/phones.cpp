#include "extractor/recognise/accounts/page.hpp"

#include <phonenumbers/phonenumberutil.h>
#include <re2/re2.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>

namespace actorgraph {
namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

constexpr std::size_t longest_number = 40;

const PhoneNumberUtil& library() {
    static const PhoneNumberUtil& util = *PhoneNumberUtil::GetInstance();
    return util;
}

/// Digits in groups, with the separators of E.123 and an extension; digits may be fullwidth.
const RE2& number_shape() {
    static const RE2 shape("((?:\\(?\\+\\s?|\xEF\xBC\x8B|00)?\\(?[0-9\\x{ff10}-\\x{ff19}]"
                           "(?:[ \\-./()\\x{00a0}\\x{2010}-\\x{2013}]{0,3}[0-9\\x{ff10}-\\x{ff19}]){3,17}"
                           "(?:;?,? ?(?i:extension|extn?\\.?|ext\\.|x|#) ?:?\\.? ?[0-9]{1,6})?)");
    return shape;
}

bool is_announced_number(const Page& page, std::size_t begin) {
    return is_announced(page, begin, 40,
                        {"phone", "phones", "tel", "tel.", "telephone", "telephoned", "call", "calls", "called", "calling",
                         "number", "numbers", "hotline", "helpline", "fax", "mobile", "cell", "dial", "dialled", "dialed",
                         "ring", "reach", "contact", "text", "sms", "whatsapp", "answering", "answered", "reached", "landline", "extension", "ph"});
}

std::size_t digit_count(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_digit));
}

/// E.164 with the extension of RFC 3966. With a country code a number may be newer than the library's plans: then
/// its length decides.
std::optional<std::string> parsed(std::string_view text, std::string_view region) {
    PhoneNumber number;
    const auto result = library().Parse(std::string(text), region.empty() ? "ZZ" : std::string(region), &number);
    const bool is_international = text.front() == '+' && digit_count(text) >= 9;
    const bool is_number = result == PhoneNumberUtil::NO_PARSING_ERROR &&
                           (library().IsValidNumber(number) || (is_international && library().IsPossibleNumber(number)));
    if (!is_number) {
        return std::nullopt;
    }
    std::string value;
    library().Format(number, PhoneNumberUtil::E164, &value);
    if (number.has_extension()) {
        value += ";ext=" + number.extension();
    }
    return value;
}

struct ParsedNumber {
    std::size_t length = 0; ///< bytes of the text that belong to it
    std::string value;
};

/// The longest start of a candidate, cut at its separators, that is a number of some plan.
std::optional<ParsedNumber> longest_number_in(std::string_view text, std::string_view region) {
    while (text.size() >= 4) {
        if (auto value = parsed(text, region)) {
            return ParsedNumber{text.size(), std::move(*value)};
        }
        const auto cut = text.find_last_of(" -./(#x");
        if (cut == std::string_view::npos || cut == 0) {
            return std::nullopt;
        }
        text = text.substr(0, cut);
        while (!text.empty() && !is_digit(text.back()) && !is_wide(text.back())) {
            text.remove_suffix(1);
        }
    }
    return std::nullopt;
}

/// Dates, years, ranges of years and sums are grouped like national numbers.
bool is_other_number(std::string_view text) {
    static const RE2 date(R"(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}.*|(?:19|20)\d{2}[-/ ](?:(?:19|20)\d{2}|\d{2})|\d{1,3}(?:[ .]000)+|(?:19|20)\d{6} .*)");
    return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), date);
}

/// "(201) 555-0123" and "201-555-0123" are written so in North America only.
bool is_north_american(std::string_view text) {
    static const RE2 shape(R"((?:1[ -])?(?:\(\d{3}\) ?|\d{3}-)\d{3}-\d{4}.*)");
    return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), shape);
}

/// A number without country code counts when it is announced, or bracketed as only area codes are.
std::optional<ParsedNumber> national_number(const Page& page, std::size_t begin, std::string_view text) {
    const bool is_announced_here = is_announced_number(page, begin);
    const bool has_area = text.front() == '(' && text.find(')') != std::string_view::npos;
    if (is_other_number(text) || (!is_announced_here && !has_area)) {
        return std::nullopt;
    }
    if (!page.region.empty()) {
        return longest_number_in(text, page.region);
    }
    if (is_north_american(text)) {
        return longest_number_in(text, "US");
    }
    static const RE2 long_group("[0-9]{3}");
    const bool is_plain = digit_count(text) >= 8 && digit_count(text) <= 12 && is_announced_here &&
                          text.find_first_of("#xX;,.") == std::string_view::npos &&
                          RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), long_group);
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), is_digit);
    return is_plain ? std::optional(ParsedNumber{text.size(), digits}) : std::nullopt;
}

/// Inside a longer code, a decimal or a sum a run of digits is no number of its own.
bool is_inside_other(const Page& page, std::size_t begin) {
    const char left = page.before(begin);
    constexpr std::string_view joined = "_-/.,:#=$%&@*";
    const bool is_money = begin >= 2 && (page.slice(begin - 2, begin) == "\xC2\xA3" || page.slice(begin - 2, begin) == "\xC2\xA5");
    const bool is_euro = begin >= 3 && page.slice(begin - 3, begin) == "\xE2\x82\xAC";
    const bool is_labelled = left == ':' && (page.text[begin] == '+' || is_announced_number(page, begin));
    return (is_alnum(left) || joined.find(left) != std::string_view::npos || is_money || is_euro) && !is_labelled;
}

} // namespace

void find_phones(const Page& page, const Chunk& chunk, std::vector<FoundAccount>& found) {
    std::size_t begin = chunk.begin;
    while (begin < chunk.end && !is_digit(page.text[begin]) && page.text[begin] != '+' &&
           !(page.text[begin] == '(' && (is_digit(page.at(begin + 1)) || page.at(begin + 1) == '+')) &&
           !page.text.substr(begin).starts_with("\xEF\xBC")) {
        ++begin;
    }
    if (begin == chunk.end || is_inside_other(page, begin)) {
        return;
    }
    if (page.text[begin] == '(' && page.at(begin + 1) == '+' && page.text.substr(begin, longest_number).find(')') > 6) {
        ++begin; // "(+44 20 …" brackets the whole number
    }
    const re2::StringPiece window(page.text.data() + begin, std::min(longest_number, page.text.size() - begin));
    re2::StringPiece match;
    if (!number_shape().Match(window, 0, window.size(), RE2::ANCHOR_START, &match, 1)) {
        return;
    }
    const std::string_view text(match.data(), match.size());
    const bool is_international = text.front() == '+' || text.starts_with("(+") || text.starts_with("\xEF\xBC\x8B");
    const auto number = is_international ? longest_number_in(text, page.region) : national_number(page, begin, text);
    const std::size_t end = begin + (number ? number->length : 0);
    if (number && !is_word(page.at(end)) && !(page.at(end) == '-' && is_alnum(page.at(end + 1)))) {
        found.push_back(found_account(begin, end, {"phone", "", number->value}, "account.phone"));
    }
}

bool is_phone_region(std::string_view region) {
    std::set<std::string> known;
    library().GetSupportedRegions(&known);
    return known.contains(std::string(region));
}

} // namespace actorgraph
