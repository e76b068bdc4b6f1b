#pragma once

#include <cstdint>
#include <gumbo.h>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actorgraph {

/// An element or a text of a page. Nodes stand in reading order, each before what it holds.
struct HtmlNode {
    GumboTag tag = GUMBO_TAG_UNKNOWN; ///< of an element
    std::uint32_t parent = 0;
    std::uint32_t end = 0; ///< behind the last node inside this one
    const GumboNode* source = nullptr;
    bool is_text = false;
};

/// Memory of one parse, given back as a whole; see HtmlTree.
class HtmlArena;

/// A page parsed as HTML 5 says (gumbo), flattened so that no depth of nesting costs stack.
class HtmlTree {
  public:
    /// Parses; nothing when the tree needs more than `memory_bytes` or `seconds` of processor time.
    /// `utf8` outlives the tree.
    static std::optional<HtmlTree> parse(std::string_view utf8, std::uint64_t memory_bytes,
                                         std::uint32_t seconds);
    HtmlTree(HtmlTree&&) noexcept;
    HtmlTree& operator=(HtmlTree&&) noexcept;
    ~HtmlTree();

    const std::vector<HtmlNode>& nodes() const { return nodes_; }

  private:
    HtmlTree();
    bool build(std::string_view utf8);
    std::vector<HtmlNode> nodes_;
    HtmlArena* arena_;
};

/// Value of an attribute, or empty.
std::string_view attribute(const HtmlNode& node, const char* name);

/// Characters of a text node.
std::string_view characters(const HtmlNode& node);

/// All characters inside a node, white space folded.
std::string text_inside(const std::vector<HtmlNode>& nodes, std::uint32_t at);

/// Appends text with white space folded: a run of blanks becomes one, none opens the text; soft
/// hyphens and zero-width marks go.
void append_folded(std::string& out, std::string_view text);

} // namespace actorgraph
