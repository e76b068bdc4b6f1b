#pragma once

#include "extractor/readers/html/tree.hpp"

namespace actorgraph {

/// What a page says of itself; empty where it does not.
struct HtmlMetadata {
    std::string title;
    std::string date; ///< of publication, as `published_date` gives it
    std::string outlet;
    std::string url;
    std::vector<std::string> authors;
};

/// Reads, first come first taken: JSON-LD of an article, OpenGraph and other meta elements,
/// microdata, the heading and time elements.
HtmlMetadata find_metadata(const std::vector<HtmlNode>& nodes);

/// What one JSON-LD script says, when it describes an article (schema.org types that end in
/// Article, Posting, Report …); values that are no JSON or too deep are left out.
HtmlMetadata read_linked_data(std::string_view json);

} // namespace actorgraph
