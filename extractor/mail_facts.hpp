#pragma once

#include "core/facts.hpp"

namespace actorgraph {

/// Adds what a mail's header says: an account for every address, whose it is by the name beside it,
/// and who wrote to whom, with the header lines as evidence and the mail's date as time. Actors
/// that the text already gave are kept and taken; a name of one word without an actor in the text
/// makes none. Does nothing for documents that are no mails.
void add_mail_facts(const Document& document, std::vector<Entity>& entities,
                    std::vector<Claim>& claims);

} // namespace actorgraph
