#pragma once

#include "export/formats.hpp"

#include <string_view>

namespace actorgraph {

/// One HTML page that holds the graph, its quotes and all it needs to show them, and asks no network for anything: picture,
/// search, filters, time, cards of actors and ties, paths, lists for readers and printers (export/dossier/). Denied
/// ties are always in it and shown at once only with `with_denied`. At most 20 quotes a tie. Texts of the case stand in a
/// JSON block that no parser takes for markup; a content security policy names the page's own script and style by hash.
void write_dossier(const CaseGraph& graph, const ExportOptions& options, std::ostream& out);

/// False when the program was built without npm or its packages: there is no page to put the graph in.
bool has_dossier();

/// The page before and after the case, made when the program is built; empty when it could not be.
extern const std::string_view dossier_head;
extern const std::string_view dossier_tail;

} // namespace actorgraph
