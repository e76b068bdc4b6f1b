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

/// Accounts of a text, in text order, without overlaps. Kinds and canonical values: docs/accounts.md.
/// `region`: ISO 3166 alpha-2 country whose plan national phone numbers follow; empty when unknown, then they
/// are taken only in forms that one plan alone uses or behind a word for telephones. Linear in the text.
std::vector<FoundAccount> recognise_accounts(std::string_view text, std::string_view region = {});

/// Whether telephone numbers of this ISO 3166 alpha-2 country are known.
bool is_phone_region(std::string_view region);

} // namespace actorgraph
