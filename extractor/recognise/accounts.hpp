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

struct AccountOptions {
    std::string phone_region = "US"; ///< ISO 3166 region for national phone numbers; empty = only +…
};

/// Accounts of a text, in text order, without overlaps. Linear in the text.
/// Kinds: handle, social_profile, email, phone, domain, url, iban, credit_card, bitcoin, ethereum,
/// ip, mac, hashtag, cashtag.
std::vector<FoundAccount> recognise_accounts(std::string_view text,
                                             const AccountOptions& options = {});

} // namespace actorgraph
