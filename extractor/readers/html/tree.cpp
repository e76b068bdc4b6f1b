#include "extractor/readers/html/tree.hpp"

#include <algorithm>
#include <csetjmp>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <utility>

namespace actorgraph {

/// Gumbo asks for very many small pieces and cannot bear a refusal: pieces come from large blocks,
/// and a page that wants too much leaves the parser by longjmp. Only C frames lie between.
class HtmlArena {
  public:
    HtmlArena(std::uint64_t limit, std::uint32_t seconds)
        : limit_(limit),
          deadline_(std::clock() + static_cast<std::clock_t>(seconds) * CLOCKS_PER_SEC) {}
    ~HtmlArena() {
        for (char* block : blocks_) {
            std::free(block); // NOLINT(cppcoreguidelines-no-malloc)
        }
    }
    HtmlArena(const HtmlArena&) = delete;
    HtmlArena& operator=(const HtmlArena&) = delete;

    std::jmp_buf leave{};

    static void* give(void* arena, std::size_t size) {
        return static_cast<HtmlArena*>(arena)->take(size);
    }
    static void ignore(void* /*arena*/, void* /*piece*/) {}

  private:
    static constexpr std::size_t block_bytes = 1U << 20U;
    static constexpr std::size_t most_blocks = 4096;

    void* take(std::size_t size) {
        size = (std::max<std::size_t>(size, 1) + 15U) & ~std::size_t{15};
        if (++requests_ % 4096 == 0 && std::clock() > deadline_) {
            std::longjmp(leave, 1);
        }
        if (size > room_) {
            open_block(std::max(size, block_bytes));
        }
        char* piece = free_;
        free_ += size;
        room_ -= size;
        return piece;
    }

    void open_block(std::size_t size) {
        used_ += size;
        char* block =
            used_ > limit_ || blocks_.size() >= most_blocks
                ? nullptr
                : static_cast<char*>(std::malloc(size)); // NOLINT(cppcoreguidelines-no-malloc)
        if (block == nullptr) {
            std::longjmp(leave, 1);
        }
        blocks_.push_back(block); // within the capacity reserved below: never throws
        free_ = block;
        room_ = size;
    }

    static std::vector<char*> reserved() {
        std::vector<char*> blocks;
        blocks.reserve(most_blocks);
        return blocks;
    }

    std::vector<char*> blocks_ = reserved();
    char* free_ = nullptr;
    std::size_t room_ = 0;
    std::uint64_t used_ = 0;
    std::uint64_t limit_;
    std::clock_t deadline_;
    std::size_t requests_ = 0;
};

namespace {

/// Null when the arena refused.
GumboOutput* parse_in(HtmlArena& arena, const char* text, std::size_t size) {
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = HtmlArena::give;
    options.deallocator = HtmlArena::ignore;
    options.userdata = &arena;
    options.max_errors = 0;
    if (setjmp(arena.leave) != 0) { // NOLINT(cert-err52-cpp)
        return nullptr;
    }
    return gumbo_parse_with_options(&options, text, size);
}

bool is_element(const GumboNode* node) {
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

bool is_text(const GumboNode* node) {
    return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA ||
           node->type == GUMBO_NODE_WHITESPACE;
}

} // namespace

HtmlTree::HtmlTree() : arena_(nullptr) {}
HtmlTree::HtmlTree(HtmlTree&& other) noexcept
    : nodes_(std::move(other.nodes_)), arena_(std::exchange(other.arena_, nullptr)) {}
HtmlTree& HtmlTree::operator=(HtmlTree&& other) noexcept {
    std::swap(nodes_, other.nodes_);
    std::swap(arena_, other.arena_);
    return *this;
}
HtmlTree::~HtmlTree() {
    delete arena_;
} // NOLINT(cppcoreguidelines-owning-memory)

bool HtmlTree::build(std::string_view utf8) {
    const GumboOutput* output = parse_in(*arena_, utf8.data(), utf8.size());
    if (output == nullptr) {
        return false;
    }
    struct Open {
        const GumboNode* node;
        std::uint32_t at;
        unsigned next_child;
    };
    std::vector<Open> open;
    const auto enter = [&](const GumboNode* node) {
        const auto at = static_cast<std::uint32_t>(nodes_.size());
        const std::uint32_t parent = open.empty() ? 0 : open.back().at;
        nodes_.push_back({is_element(node) ? node->v.element.tag : GUMBO_TAG_UNKNOWN, parent,
                          at + 1, node, is_text(node)});
        if (is_element(node)) {
            open.push_back({node, at, 0});
        }
    };
    enter(output->root);
    while (!open.empty()) {
        Open& last = open.back();
        const GumboVector& children = last.node->v.element.children;
        if (last.next_child == children.length) {
            nodes_[last.at].end = static_cast<std::uint32_t>(nodes_.size());
            open.pop_back();
            continue;
        }
        const auto* child = static_cast<const GumboNode*>(children.data[last.next_child++]);
        if (is_element(child) || is_text(child)) {
            enter(child);
        }
    }
    return true;
}

std::optional<HtmlTree> HtmlTree::parse(std::string_view utf8, std::uint64_t memory_bytes,
                                        std::uint32_t seconds) {
    HtmlTree tree;
    tree.arena_ = new HtmlArena(memory_bytes, seconds); // NOLINT(cppcoreguidelines-owning-memory)
    if (!tree.build(utf8)) {
        return std::nullopt;
    }
    return tree;
}

std::string_view attribute(const HtmlNode& node, const char* name) {
    if (node.is_text || node.source == nullptr) {
        return {};
    }
    const GumboAttribute* found = gumbo_get_attribute(&node.source->v.element.attributes, name);
    return found == nullptr ? std::string_view{} : std::string_view{found->value};
}

std::string_view characters(const HtmlNode& node) {
    return node.is_text ? std::string_view{node.source->v.text.text} : std::string_view{};
}

void append_folded(std::string& out, std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool is_nbsp = text.compare(i, 2, "\xC2\xA0") == 0;
        if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v' || is_nbsp) {
            if (!out.empty() && out.back() != ' ' && out.back() != '\n') {
                out += ' ';
            }
            i += is_nbsp ? 1U : 0U;
        } else if (text.compare(i, 2, "\xC2\xAD") == 0) {
            ++i;
        } else if (text.compare(i, 3, "\xE2\x80\x8B") == 0 ||
                   text.compare(i, 3, "\xEF\xBB\xBF") == 0) {
            i += 2;
        } else if (c != '\0') {
            out += c;
        }
    }
}

std::string text_inside(const std::vector<HtmlNode>& nodes, std::uint32_t at) {
    std::string text;
    for (std::uint32_t i = at; i < nodes[at].end; ++i) {
        append_folded(text, characters(nodes[i]));
    }
    while (!text.empty() && text.back() == ' ') {
        text.pop_back();
    }
    return text;
}

} // namespace actorgraph
