#include "extractor/relate/why.hpp"

#include "extractor/relate/views.hpp"
#include "extractor/segment.hpp"
#include "rules/rule_match.hpp"

#include <algorithm>
#include <map>

namespace actorgraph {
namespace {

constexpr std::size_t most_wanted = 12;

/// Words of a pattern by their hash, to say which word a try waited for.
std::map<std::uint32_t, std::string> words_of(const std::string& pattern) {
    std::map<std::uint32_t, std::string> words;
    std::string word;
    for (const char c : pattern + " ") {
        const bool is_part =
            std::string_view(" ()|{}[]?:*+\\^$<>").find(c) == std::string_view::npos;
        if (is_part) {
            word += c;
        } else if (!word.empty()) {
            words.emplace(word_hash(word), word);
            word.clear();
        }
    }
    return words;
}

std::vector<std::string> names_of(std::uint32_t marks) {
    static const std::pair<std::uint32_t, const char*> names[]{
        {slot_bit('p'), "a person"},
        {slot_bit('o'), "an organization"},
        {slot_bit('a'), "an account"},
        {slot_bit('l'), "a location"},
        {token_mark::possessors, "a possessor"},
        {token_mark::adverb, "an adverb"},
        {token_mark::auxiliary, "an auxiliary"},
        {token_mark::determiner, "a determiner"},
        {token_mark::phrase, "a word of the phrase"},
        {token_mark::gap, "any word"},
        {token_mark::role, "a word of the role"},
        {token_mark::no_slot, "any word"}};
    std::vector<std::string> out;
    for (const auto& [mark, name] : names) {
        if ((marks & mark) != 0) {
            out.emplace_back(name);
        }
    }
    return out;
}

class Search {
  public:
    Search(const MarkedExample& example, const Rulebook& rules, const std::string& rule)
        : example_(example), rules_(rules), views_(rules) {
        for (const RelationRule& one : rules.relation_rules) {
            if (rule.empty() || one.name == rule || one.name.starts_with(rule + ".")) {
                wanted_.push_back(&one);
            }
        }
    }

    std::vector<NearMiss> run() {
        Document document;
        document.text = example_.text;
        const auto mentions = place_mentions(example_.entities);
        for (const Sentence& sentence : segment(document).sentences) {
            for (const auto reading : {NominalReading::slot, NominalReading::words_and_slot}) {
                read(build_skeleton(example_.text, sentence.span, mentions, reading));
            }
        }
        std::vector<NearMiss> out;
        for (auto& [rule, miss] : best_) {
            out.push_back(std::move(miss));
        }
        std::stable_sort(out.begin(), out.end(),
                         [](const NearMiss& a, const NearMiss& b) { return rank(a) > rank(b); });
        return out;
    }

  private:
    static std::size_t rank(const NearMiss& miss) {
        return (miss.is_match ? 200000U : miss.is_refused ? 100000U : 0U) + length(miss.fitted);
    }

    void read(const Skeleton& skeleton) {
        std::vector<SkeletonToken> tokens;
        scan_tokens(skeleton.text, rules_.words, tokens);
        const auto cues = find_cues(skeleton.text, tokens, rules_);
        for (const View* view : views_.make(skeleton, tokens, cues)) {
            for (const RelationRule* rule : wanted_) {
                try_rule(*view, *rule);
            }
        }
    }

    void try_rule(const View& view, const RelationRule& rule) {
        const ReadyRule one = ready(rule, {});
        for (std::size_t i = 0; i < view.tokens.size(); ++i) {
            const std::uint32_t marks = view.tokens[i].marks;
            if (one.lead == 0 || ((marks | marks >> 5U) & one.lead) != 0) {
                try_at(view, one, i);
            }
        }
    }

    void try_at(const View& view, const ReadyRule& one, std::size_t first) {
        const TokenPattern::Progress progress = one.tokens->progress(view.tokens, first);
        if (progress.end <= first + 1 && !progress.is_complete) {
            return; // a slot or word alone is no miss worth telling
        }
        NearMiss miss;
        miss.rule = one.rule;
        miss.fitted = {view.tokens[first].begin, view.tokens[progress.end - 1].end};
        if (progress.is_complete) {
            miss.is_match = matches(view, one);
            miss.is_refused = !miss.is_match;
        }
        const auto known = best_.find(one.rule);
        if (known != best_.end() && rank(known->second) >= rank(miss)) {
            return;
        }
        miss.view = view.name;
        miss.text = view.text;
        if (progress.end < view.tokens.size() && !progress.is_complete) {
            const SkeletonToken& token = view.tokens[progress.end];
            miss.stopped_at = view.text.substr(token.begin, token.end - token.begin);
        }
        tell_wanted(one, progress, miss);
        best_[one.rule] = std::move(miss);
    }

    bool matches(const View& view, const ReadyRule& one) {
        MatchText text{view.text, view.tokens, view.origin, view.is_rewritten, {}};
        const std::vector<std::uint8_t> is_new(view.tokens.size(), 1);
        text.is_new = is_new;
        MatchMemory memory;
        std::vector<RuleMatch> found;
        find_matches(text, one, rules_, memory, found);
        return !found.empty();
    }

    void tell_wanted(const ReadyRule& one, const TokenPattern::Progress& progress, NearMiss& miss) {
        const auto known = words_of(one.rule->words);
        miss.wanted = names_of(progress.marks);
        std::vector<std::string> words;
        for (const std::uint32_t hash : progress.words) {
            if (const auto word = known.find(hash); word != known.end()) {
                words.push_back(word->second);
            }
        }
        std::sort(words.begin(), words.end());
        words.erase(std::unique(words.begin(), words.end()), words.end());
        for (const std::string& word : words) {
            if (miss.wanted.size() < most_wanted) {
                miss.wanted.push_back("'" + word + "'");
            }
        }
    }

    const MarkedExample& example_;
    const Rulebook& rules_;
    ViewMaker views_;
    std::vector<const RelationRule*> wanted_;
    std::map<const RelationRule*, NearMiss> best_;
};

} // namespace

std::vector<NearMiss> nearest_misses(const MarkedExample& example, const Rulebook& rules,
                                     const std::string& rule) {
    return Search(example, rules, rule).run();
}

} // namespace actorgraph
