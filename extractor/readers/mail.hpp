#pragma once

#include "extractor/readers/intake.hpp"

namespace actorgraph {

/// A mail (RFC 5322, MIME): one document of header lines and body, its parties in `parties`. Quoted
/// replies and signatures are set aside; attachments and attached mails are documents of their own,
/// named behind the mail: `a.eml/report.pdf`.
void read_mail(std::string_view bytes, const Intake& intake);

/// A mailbox (mbox): a document a mail, named `a.mbox#1`, `a.mbox#2` … One mail stands in memory at
/// a time.
void read_mbox(ByteSource& source, const Intake& intake);

bool looks_like_mail(std::string_view opening);
bool looks_like_mbox(std::string_view opening);

} // namespace actorgraph
