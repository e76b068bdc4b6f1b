#include "core/trimmed.hpp"
#include "extractor/readers/pdf.hpp"

#include <algorithm>
#include <map>

namespace actorgraph {
namespace {

using Lines = std::vector<std::string>;
constexpr std::size_t edge_lines = 2; ///< running heads and feet stand within

Lines lines_of(std::string_view page) {
    Lines lines;
    while (!page.empty()) {
        const std::size_t end = std::min(page.find('\n'), page.size());
        lines.emplace_back(trimmed(page.substr(0, end), " \t\r\f"));
        page.remove_prefix(std::min(end + 1, page.size()));
    }
    while (!lines.empty() && lines.back().empty()) {
        lines.pop_back();
    }
    lines.erase(lines.begin(), std::find_if(lines.begin(), lines.end(),
                                            [](const std::string& line) { return !line.empty(); }));
    return lines;
}

/// A line with its digits made alike, so that page numbers do not tell heads apart.
std::string shape_of(const std::string& line) {
    std::string shape;
    for (const char c : line) {
        const bool is_digit = c >= '0' && c <= '9';
        if (!is_digit || shape.empty() || shape.back() != '#') {
            shape += is_digit ? '#' : c;
        }
    }
    return shape;
}

/// Indices of the first and last lines that are not blank.
std::vector<std::size_t> edges_of(const Lines& lines) {
    std::vector<std::size_t> filled;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!lines[i].empty()) {
            filled.push_back(i);
        }
    }
    if (filled.size() > 2 * edge_lines) {
        filled.erase(filled.begin() + edge_lines, filled.end() - edge_lines);
    }
    return filled;
}

void drop_running_lines(std::vector<Lines>& pages) {
    std::map<std::string, std::size_t> seen;
    for (const Lines& page : pages) {
        for (const std::size_t i : edges_of(page)) {
            ++seen[shape_of(page[i])];
        }
    }
    for (Lines& page : pages) {
        for (const std::size_t i : edges_of(page)) {
            const std::size_t count = seen[shape_of(page[i])];
            if (count >= 3 && count * 5 >= pages.size() * 2) {
                page[i].clear();
            }
        }
    }
}

bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

bool ends_in_mark(const std::string& text) {
    const char c = text.empty() ? ' ' : text.back();
    return c == '.' || c == '!' || c == '?' || c == ':' || c == '"' || c == ')';
}

/// Length that full lines of the text have: the ninth decile.
std::size_t full_length(const std::vector<Lines>& pages) {
    std::vector<std::size_t> lengths;
    for (const Lines& page : pages) {
        for (const std::string& line : page) {
            if (!line.empty()) {
                lengths.push_back(line.size());
            }
        }
    }
    if (lengths.empty()) {
        return 0;
    }
    const auto at = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() * 9 / 10);
    std::nth_element(lengths.begin(), at, lengths.end());
    return *at;
}

class Joiner {
  public:
    explicit Joiner(std::size_t full) : full_(full) {}

    void add(const std::string& line) {
        if (line.empty()) {
            is_behind_blank_ = !text_.empty();
            return;
        }
        const bool is_continued = !text_.empty() && is_lower(line[0]);
        const bool is_short = last_length_ * 10 < full_ * 7;
        const bool is_paragraph_end = is_short && (ends_in_mark(text_) || !is_continued);
        if (text_.empty()) {
            text_ = line;
        } else if (is_continued && drop_hyphen()) {
            text_ += line;
        } else if ((is_behind_blank_ && !(is_continued && !ends_in_mark(text_))) ||
                   is_paragraph_end) {
            text_ += "\n\n" + line;
        } else {
            text_ += " " + line;
        }
        last_length_ = line.size();
        is_behind_blank_ = false;
    }

    std::string take() { return std::move(text_); }

  private:
    /// Takes the hyphen of a broken word away; false when there is none.
    bool drop_hyphen() {
        const std::size_t size = text_.size();
        if (size > 2 && text_.compare(size - 2, 2, "\xC2\xAD") == 0) {
            text_.resize(size - 2);
            return true;
        }
        if (size > 2 && text_.back() == '-' && is_lower(text_[size - 2])) {
            text_.pop_back();
            return true;
        }
        return false;
    }

    std::size_t full_;
    std::string text_;
    std::size_t last_length_ = 0;
    bool is_behind_blank_ = false;
};

} // namespace

std::string join_pages(const std::vector<std::string>& pages) {
    std::vector<Lines> lines;
    lines.reserve(pages.size());
    for (const std::string& page : pages) {
        lines.push_back(lines_of(page));
    }
    drop_running_lines(lines);
    Joiner joiner(full_length(lines));
    for (const Lines& page : lines) {
        for (const std::string& line : page) {
            joiner.add(line);
        }
        joiner.add("");
    }
    return joiner.take();
}

} // namespace actorgraph
