#include "graph/link/key_company.hpp"

#include "graph/link/name_key.hpp"

#include <algorithm>

namespace actorgraph {
namespace {

constexpr std::size_t looked_at = 64;  ///< documents of a name
constexpr std::size_t always_rare = 20; ///< documents
constexpr std::size_t rare_share = 50;  ///< one in so many documents

bool says_something(std::string_view key) {
    return key.starts_with("organization:") || key.starts_with("account:") ||
           (key.starts_with("person:") && key.find(' ') != std::string_view::npos);
}

} // namespace

KeyCompany::KeyCompany(const DocumentActors& actors) : actors_(actors) {
    const std::size_t documents = actors.document_begin.size() - 1;
    rare_ = std::max(always_rare, documents / rare_share);
    std::vector<bool> is_name(actors.keys.size());
    for (std::size_t key = 0; key < actors.keys.size(); ++key) {
        is_name[key] = says_something(actors.keys[key]);
    }
    names_.resize(documents);
    for (std::size_t document = 0; document < documents; ++document) {
        std::vector<std::uint32_t>& names = names_[document];
        for (std::uint32_t node = actors.document_begin[document]; node < actors.document_begin[document + 1]; ++node) {
            const std::uint32_t key = actors.nodes[node].key;
            if (is_name[key] && is_rare(key)) {
                names.push_back(key);
            }
        }
        std::sort(names.begin(), names.end());
        names.erase(std::unique(names.begin(), names.end()), names.end());
        names.shrink_to_fit();
    }
}

std::vector<std::uint32_t> KeyCompany::documents_of(std::uint32_t key) const {
    std::vector<std::uint32_t> documents;
    const auto* end = actors_.begin_of(key) + std::min(looked_at, actors_.count_of(key));
    for (const auto* node = actors_.begin_of(key); node != end; ++node) {
        const std::uint32_t document = actors_.nodes[*node].document;
        if (documents.empty() || documents.back() != document) {
            documents.push_back(document);
        }
    }
    return documents;
}

std::size_t KeyCompany::count_shared(std::vector<std::uint32_t> mine, std::uint32_t a, std::uint32_t b) const {
    std::vector<std::uint32_t> theirs;
    for (const std::uint32_t document : documents_of(b)) {
        theirs.insert(theirs.end(), names_[document].begin(), names_[document].end());
    }
    std::sort(theirs.begin(), theirs.end());
    theirs.erase(std::unique(theirs.begin(), theirs.end()), theirs.end());
    std::sort(mine.begin(), mine.end());
    mine.erase(std::unique(mine.begin(), mine.end()), mine.end());
    std::vector<std::uint32_t> both;
    std::set_intersection(mine.begin(), mine.end(), theirs.begin(), theirs.end(), std::back_inserter(both));
    return static_cast<std::size_t>(
        std::count_if(both.begin(), both.end(), [&](std::uint32_t key) { return key != a && key != b; }));
}

std::size_t KeyCompany::shared(std::uint32_t a, std::uint32_t b) const {
    std::vector<std::uint32_t> mine;
    for (const std::uint32_t document : documents_of(a)) {
        mine.insert(mine.end(), names_[document].begin(), names_[document].end());
    }
    return count_shared(std::move(mine), a, b);
}

std::size_t KeyCompany::shared_with_document(std::uint32_t document, std::uint32_t except, std::uint32_t b) const {
    return count_shared(names_[document], except, b);
}

bool KeyCompany::stand_together(std::uint32_t a, std::uint32_t b) const {
    const auto* i = actors_.begin_of(a);
    const auto* k = actors_.begin_of(b);
    while (i != actors_.end_of(a) && k != actors_.end_of(b)) {
        const std::uint32_t of_a = actors_.nodes[*i].document;
        const std::uint32_t of_b = actors_.nodes[*k].document;
        if (of_a == of_b) {
            return true;
        }
        of_a < of_b ? ++i : ++k;
    }
    return false;
}

} // namespace actorgraph
