#pragma once

#include "core/facts.hpp"

#include <string_view>
#include <vector>

namespace actorgraph {

/// An account identifier in the text, verified by its checksum or grammar where it has one.
struct FoundAccount {
    Span span;
    Account account;  ///< canonical value: e-mail lower case, phone E.164, IBAN without blanks …
    std::string rule; ///< e.g. "account.iban"
};

/// Accounts of a text, in text order, without overlaps. Linear in the text.
/// Kinds: handle, social_profile, email, phone, url, domain, iban, credit_card (masked), bitcoin,
/// ethereum, ip (version 4).
std::vector<FoundAccount> recognise_accounts(std::string_view text);

} // namespace actorgraph
