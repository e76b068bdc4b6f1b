#include "graph/link/namesakes.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace actorgraph {
namespace {

constexpr std::size_t compared = 128;     ///< bearers that are compared with one another
constexpr std::size_t asked = 48;         ///< bearers that tell whether the name is of several
constexpr std::size_t most_groups = 64;   ///< groups that further bearers are compared with
constexpr double many_names = 0.3;        ///< share of contradicting pairs from which a name is of several
constexpr double same_company = 0.07;     ///< cosine
constexpr double shared_calling = 0.05;   ///< what one calling in common adds to it
constexpr std::size_t shared_names = 2;   ///< names in common that are company enough

std::size_t count_shared(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    std::size_t count = 0;
    for (auto i = a.begin(), k = b.begin(); i != a.end() && k != b.end();) {
        if (*i == *k) {
            ++count;
            ++i;
            ++k;
        } else {
            *i < *k ? ++i : ++k;
        }
    }
    return count;
}

bool share_any(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) { return count_shared(a, b) > 0; }

/// Bearers with the weights of their company.
class Company {
  public:
    Company(const std::vector<Bearer>& bearers, const std::function<double(std::uint32_t)>& weight_of)
        : bearers_(bearers), squares_(bearers.size()) {
        for (std::size_t i = 0; i < bearers.size(); ++i) {
            double sum = 0;
            for (const std::uint32_t piece : bearers[i].company) {
                const double weight = weight_of(piece);
                squares_[i].push_back(static_cast<float>(weight * weight));
                sum += squares_[i].back();
            }
            lengths_.push_back(std::sqrt(sum));
        }
    }

    double cosine(std::size_t a, std::size_t b) const {
        const auto& mine = bearers_[a].company;
        const auto& theirs = bearers_[b].company;
        double sum = 0;
        for (std::size_t i = 0, k = 0; i < mine.size() && k < theirs.size();) {
            if (mine[i] == theirs[k]) {
                sum += squares_[a][i];
                ++i;
                ++k;
            } else {
                mine[i] < theirs[k] ? ++i : ++k;
            }
        }
        const double lengths = lengths_[a] * lengths_[b];
        return lengths > 0 ? sum / lengths : 0;
    }
    double likeness(std::size_t a, std::size_t b) const {
        return cosine(a, b) + (share_any(bearers_[a].callings, bearers_[b].callings) ? shared_calling : 0) +
               (share_names(a, b) ? same_company : 0);
    }
    bool may_contradict(std::size_t a, std::size_t b) const {
        return !bearers_[a].callings.empty() && !bearers_[b].callings.empty() &&
               !share_any(bearers_[a].callings, bearers_[b].callings);
    }
    bool share_names(std::size_t a, std::size_t b) const {
        return count_shared(bearers_[a].named, bearers_[b].named) >= shared_names;
    }
    bool contradict(std::size_t a, std::size_t b) const {
        return may_contradict(a, b) && !share_names(a, b) && cosine(a, b) < same_company;
    }

  private:
    const std::vector<Bearer>& bearers_;
    std::vector<std::vector<float>> squares_; ///< of the weight of each piece of company
    std::vector<double> lengths_;
};

/// Is the name borne by several? Share of contradicting pairs among those that state a calling.
bool is_of_several(const std::vector<Bearer>& bearers, const Company& company, std::size_t count) {
    std::size_t stated = 0;
    std::size_t pairs = 0;
    for (std::size_t i = 0; i < count; ++i) {
        stated += bearers[i].callings.empty() ? 0U : 1U;
        for (std::size_t k = 0; k < i; ++k) {
            pairs += company.contradict(i, k) ? 1U : 0U;
        }
    }
    const double all = static_cast<double>(stated * (stated - std::min<std::size_t>(stated, 1))) / 2;
    return all > 0 && static_cast<double>(pairs) >= many_names * all;
}

struct Pair {
    double likeness;
    std::uint32_t a, b;
};

/// Groups by descending likeness; a quarter of contradicting pairs keeps two groups apart.
std::vector<std::vector<std::uint32_t>> grouped(const Company& company, std::size_t count) {
    std::vector<Pair> pairs;
    std::vector<std::vector<bool>> contradict(count, std::vector<bool>(count));
    for (std::uint32_t i = 0; i < count; ++i) {
        for (std::uint32_t k = 0; k < i; ++k) {
            contradict[i][k] = contradict[k][i] = company.contradict(i, k);
            if (const double likeness = company.likeness(k, i); likeness >= same_company) {
                pairs.push_back({likeness, k, i});
            }
        }
    }
    std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.likeness > b.likeness; });
    std::vector<std::uint32_t> group(count);
    std::vector<std::vector<std::uint32_t>> members(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        group[i] = i;
        members[i] = {i};
    }
    for (const Pair& pair : pairs) {
        auto& a = members[std::min(group[pair.a], group[pair.b])];
        auto& b = members[std::max(group[pair.a], group[pair.b])];
        if (&a == &b) {
            continue;
        }
        std::size_t against = 0;
        for (const std::uint32_t x : a) {
            against += static_cast<std::size_t>(
                std::count_if(b.begin(), b.end(), [&](std::uint32_t y) { return contradict[x][y]; }));
        }
        if (4 * against > a.size() * b.size()) {
            continue;
        }
        const std::uint32_t kept = group[a.front()];
        for (const std::uint32_t y : b) {
            group[y] = kept;
        }
        a.insert(a.end(), b.begin(), b.end());
        b.clear();
    }
    std::erase_if(members, [](const auto& one) { return one.empty(); });
    return members;
}

/// Puts the bearers from `first` on into the group they are most like, else on their own.
void add_rest(const Company& company, std::size_t first, std::size_t count, std::vector<std::vector<std::uint32_t>>& groups) {
    static constexpr std::size_t looked_at = 4;
    for (auto i = static_cast<std::uint32_t>(first); i < count; ++i) {
        std::vector<std::uint32_t>* best = nullptr;
        double best_likeness = same_company;
        for (std::size_t g = 0; g < std::min(most_groups, groups.size()); ++g) {
            auto& group = groups[g];
            for (std::size_t k = 0; k < std::min(looked_at, group.size()); ++k) {
                const double likeness = company.contradict(i, group[k]) ? 0 : company.likeness(i, group[k]);
                if (likeness >= best_likeness) {
                    best_likeness = likeness;
                    best = &group;
                }
            }
        }
        best != nullptr ? best->push_back(i) : groups.push_back({i});
    }
}

} // namespace

std::vector<std::uint32_t> tell_apart(const std::vector<Bearer>& bearers,
                                      const std::function<double(std::uint32_t)>& weight_of) {
    std::vector<std::uint32_t> number(bearers.size(), 0);
    const bool has_stated = std::count_if(bearers.begin(), bearers.end(), [](const Bearer& one) {
                                return !one.callings.empty();
                            }) > 1;
    if (!has_stated) {
        return number;
    }
    const Company company(bearers, weight_of);
    const std::size_t count = std::min(compared, bearers.size());
    if (!is_of_several(bearers, company, std::min(asked, bearers.size()))) {
        return number;
    }
    auto groups = grouped(company, count);
    add_rest(company, count, bearers.size(), groups);
    std::vector<std::uint32_t> group_of(bearers.size());
    for (std::uint32_t group = 0; group < groups.size(); ++group) {
        for (const std::uint32_t one : groups[group]) {
            group_of[one] = group;
        }
    }
    std::map<std::uint32_t, std::uint32_t> first_use;
    for (std::size_t i = 0; i < bearers.size(); ++i) {
        number[i] = first_use.try_emplace(group_of[i], static_cast<std::uint32_t>(first_use.size())).first->second;
    }
    return number;
}

} // namespace actorgraph
