#pragma once

#include "extractor/resolve/draft.hpp"

namespace actorgraph {

/// Persons that only a phrase tells of: "Voss's lawyer", "his press secretary", "a lawyer for
/// Voss". Where the text names them beside the phrase, or as the one whose words follow it, the
/// phrase means the named one; the others are called by the phrase, with subtype "unnamed". Runs
/// behind the sieves on pronouns.
void describe_persons(const Reading& reading, Drafts& drafts);

/// Accounts that only a phrase tells of: "the Tidewatch account", "Voss's Twitter account", "the
/// Twitter account behind Tidewatch". A handle of the text spelt like the holder is that account;
/// the others are called by the phrase, with subtype "unnamed".
void describe_accounts(const Reading& reading, Drafts& drafts);

} // namespace actorgraph
