#include "extractor/recognise/names.hpp"

#include "extractor/recognise/names/caseless.hpp"
#include "extractor/recognise/names/evidence.hpp"

#include <algorithm>

namespace actorgraph {
namespace {

constexpr double decision_threshold = 1.0;

struct SubtypeName {
    LexClass value;
    const char* name;
};
constexpr SubtypeName subtypes[] = {
    {LexClass::company, "company"},       {LexClass::media, "media"},
    {LexClass::party, "party"},           {LexClass::government, "government"},
    {LexClass::ngo, "ngo"},               {LexClass::armed_group, "armed_group"},
    {LexClass::team, "team"},             {LexClass::university, "university"},
    {LexClass::platform, "platform"},
};

std::string subtype_of(LexMask classes, std::string_view last_word) {
    for (const SubtypeName& subtype : subtypes) {
        if (has(classes, subtype.value)) {
            return subtype.name;
        }
    }
    struct Head {
        std::string_view word;
        const char* subtype;
    };
    static constexpr Head heads[] = {
        {"Party", "party"},        {"Ministry", "government"}, {"Committee", "government"},
        {"Commission", "government"}, {"Agency", "government"}, {"Court", "government"},
        {"Department", "government"}, {"Council", "government"}, {"Parliament", "government"},
        {"Police", "government"},  {"Bank", "company"},        {"Inc", "company"},
        {"Inc.", "company"},       {"Corp", "company"},        {"Corp.", "company"},
        {"Ltd", "company"},        {"Ltd.", "company"},        {"Co", "company"},
        {"Co.", "company"},        {"Group", "company"},       {"Holdings", "company"},
        {"plc", "company"},        {"PLC", "company"},         {"GmbH", "company"},
        {"AG", "company"},         {"LLC", "company"},         {"Airlines", "company"},
        {"University", "university"}, {"College", "university"}, {"Foundation", "ngo"},
        {"Trust", "ngo"},          {"Times", "media"},         {"News", "media"},
        {"Post", "media"},         {"Herald", "media"},        {"Magazine", "media"},
        {"Gazette", "media"},      {"Tribune", "media"},       {"Journal", "media"},
        {"United", "team"},        {"FC", "team"},
    };
    const auto* head = std::find_if(std::begin(heads), std::end(heads),
                                    [&](const Head& h) { return h.word == last_word; });
    return head == std::end(heads) ? "" : head->subtype;
}

std::string gender_of(LexMask given, LexMask title) {
    if (has(title, LexClass::male_noun) || has(title, LexClass::female_noun)) {
        return has(title, LexClass::male_noun) ? "male" : "female";
    }
    if (has(given, LexClass::given_male) != has(given, LexClass::given_female)) {
        return has(given, LexClass::given_male) ? "male" : "female";
    }
    return "";
}

/// A line of scores: two numbers or more and hardly a lower-case word.
bool is_result_line(const Sentence& sentence, const Segmentation& segmentation) {
    std::size_t numbers = 0;
    std::size_t lower = 0;
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
        const Token& token = segmentation.tokens[i];
        numbers += token.kind == TokenKind::number ? 1U : 0U;
        lower += token.kind == TokenKind::word && !token.capitalised && length(token.span) > 2 ? 1U : 0U;
    }
    return numbers >= 2 && lower == 0;
}

class NameRecogniser {
  public:
    NameRecogniser(std::string_view text, const Segmentation& segmentation,
                   const std::vector<FoundAccount>& accounts, const Lexicon& lexicon)
        : text_(text), segmentation_(segmentation), lexicon_(lexicon),
          words_(describe_words(text, segmentation, accounts, lexicon)) {}

    std::vector<FoundName> run() {
        split_sentences();
        candidates_ = find_candidates(cased_, words_, lexicon_);
        group();
        weigh_names(words_, cased_, candidates_, lexicon_, groups_);
        for (const NameGroup& one : groups_) {
            take(one);
        }
        caseless();
        std::sort(found_.begin(), found_.end(),
                  [](const FoundName& a, const FoundName& b) { return a.span < b.span; });
        return std::move(found_);
    }

  private:
    /// Sentences whose capitals mean something, and the others.
    void split_sentences() {
        cased_.tokens = segmentation_.tokens;
        for (const Sentence& sentence : segmentation_.sentences) {
            const bool lacks_case =
                segmentation_.is_caseless || is_all_caps(sentence, segmentation_) ||
                is_title_cased(sentence, words_, segmentation_);
            (lacks_case ? caseless_ : cased_.sentences).push_back(sentence);
        }
    }

    std::string joined(std::uint32_t first, std::uint32_t end) const {
        std::string name;
        for (std::uint32_t i = first; i < end; ++i) {
            name += (i > first ? " " : "") + std::string(words_[i].text);
        }
        return name;
    }

    void group() {
        std::unordered_map<std::string, std::size_t> by_name;
        for (std::uint32_t c = 0; c < candidates_.size(); ++c) {
            std::string name = joined(candidates_[c].first, candidates_[c].end);
            if (candidates_[c].is_demonym) {
                name += '\x01'; // "French" as demonym and as part of something else stay apart
            }
            const auto [at, is_new] = by_name.try_emplace(name, groups_.size());
            if (is_new) {
                groups_.emplace_back();
                groups_.back().name = std::move(name);
            }
            groups_[at->second].candidates.push_back(c);
        }
    }

    void take(const NameGroup& one) {
        const bool is_decided = one.best_score() >= decision_threshold;
        const NameType type = one.best();
        for (const std::uint32_t index : one.candidates) {
            const Candidate& c = candidates_[index];
            const bool is_team = plays(one, c, is_decided, type);
            if (is_decided || is_team) {
                found_.push_back(name_of(one, c, type, is_team));
            }
        }
        if (is_decided && one.name.back() != '\x01') {
            remember(one, type);
        }
    }

    FoundName name_of(const NameGroup& one, const Candidate& c, NameType type, bool is_team) const {
        std::uint32_t first = c.first;
        if (words_[first].text == "The" && c.end - first > 1) {
            ++first; // the article is outside the name
        }
        FoundName name;
        name.span = {segmentation_.tokens[first].span.begin, segmentation_.tokens[c.end - 1].span.end};
        name.type = to_string(is_team ? NameType::organization : type);
        if (&c == &candidates_[one.candidates.front()]) {
            name.evidence = one.reason_texts(); // decided once, told once
        }
        if (is_team) {
            name.subtype = "team";
            name.evidence.push_back("stands in a line of results");
        } else if (type == NameType::organization) {
            name.subtype = subtype_of(one.classes, words_[c.end - 1].text);
        } else if (type == NameType::person) {
            name.gender = gender_of(words_[first].classes, c.title_classes);
            name.title = c.title;
        }
        return name;
    }

    /// In a line of results a name before a number that is neither a person nor a country is a team.
    bool plays(const NameGroup& one, const Candidate& c, bool is_decided, NameType type) const {
        const Sentence& sentence = cased_.sentences[c.sentence];
        if (c.is_demonym || !is_result_line(sentence, segmentation_) ||
            has(one.classes, LexClass::country) || (is_decided && type == NameType::misc)) {
            return false;
        }
        const bool before_number = c.end < sentence.end_token &&
                                   segmentation_.tokens[c.end].kind == TokenKind::number;
        const bool is_word = one.name.size() >= 4 || is_decided;
        if (is_decided && type == NameType::person) {
            return before_number && one.score[static_cast<std::size_t>(NameType::person)] < 3.0;
        }
        return (is_decided && type == NameType::location) || (before_number && is_word);
    }

    void remember(const NameGroup& one, NameType type) {
        known_.try_emplace(ascii_folded(one.name), type, one.classes);
    }

    void caseless() {
        std::vector<CaselessName> names;
        for (const Sentence& sentence : caseless_) {
            const std::size_t before = names.size();
            find_caseless_names(sentence, words_, segmentation_, known_, lexicon_, names);
            const bool has_results = is_result_line(sentence, segmentation_) || is_fixture(sentence);
            for (std::size_t n = before; n < names.size(); ++n) {
                names[n].is_in_results = has_results;
            }
        }
        if (segmentation_.is_caseless) {
            repeat_surnames(names);
        }
        for (const CaselessName& one : names) {
            FoundName name;
            name.span = {segmentation_.tokens[one.first].span.begin,
                         segmentation_.tokens[one.end - 1].span.end};
            const bool is_team = one.type == NameType::location && one.is_in_results &&
                                 !has(one.classes, LexClass::country);
            name.type = to_string(is_team ? NameType::organization : one.type);
            name.subtype = one.type == NameType::organization
                               ? subtype_of(one.classes, words_[one.end - 1].text)
                               : "";
            name.gender = one.type == NameType::person ? gender_of(one.classes, 0) : "";
            name.evidence.push_back(one.reason);
            found_.push_back(std::move(name));
        }
    }

    /// "CHICAGO AT DETROIT": two places and nothing else.
    bool is_fixture(const Sentence& sentence) const {
        for (std::uint32_t i = sentence.first_token + 1; i + 1 < sentence.end_token; ++i) {
            if (words_[i].text == "AT" && sentence.end_token - sentence.first_token <= 6) {
                return true;
            }
        }
        return false;
    }

    /// In a text without capitals a person named in full is later called by surname alone.
    void repeat_surnames(std::vector<CaselessName>& names) {
        KnownNames surnames;
        for (const CaselessName& one : names) {
            if (one.type != NameType::person || one.end - one.first < 2) {
                continue;
            }
            std::uint32_t last = one.end - 1;
            const std::string suffix = ascii_folded(words_[last].text);
            const bool has_suffix = suffix == "jr" || suffix == "sr";
            last -= has_suffix ? 1 : 0;
            const std::string surname = ascii_folded(words_[last].text);
            if (!has(lexicon_.folded_classes(surname), LexClass::ordinary_word) ||
                has(lexicon_.folded_classes(surname), LexClass::surname)) {
                surnames.try_emplace(surname, NameType::person, one.classes);
                surnames.try_emplace(surname + " jr", NameType::person, one.classes);
                surnames.try_emplace(surname + " sr", NameType::person, one.classes);
            }
        }
        std::vector<CaselessName> again;
        KnownNames all = surnames;
        for (const Sentence& sentence : caseless_) {
            find_caseless_names(sentence, words_, segmentation_, all, lexicon_, again);
        }
        for (CaselessName& one : again) {
            const bool is_free = std::none_of(names.begin(), names.end(), [&](const CaselessName& n) {
                return one.first < n.end && n.first < one.end;
            });
            if (is_free && one.reason == "known from the text") {
                one.reason = "surname of a person named in full";
                names.push_back(std::move(one));
            }
        }
    }

    std::string_view text_;
    const Segmentation& segmentation_;
    const Lexicon& lexicon_;
    std::vector<NameWord> words_;
    Segmentation cased_;
    std::vector<Sentence> caseless_;
    std::vector<Candidate> candidates_;
    std::vector<NameGroup> groups_;
    KnownNames known_;
    std::vector<FoundName> found_;
};

} // namespace

std::vector<FoundName> recognise_names(std::string_view text, const Segmentation& segmentation,
                                       const std::vector<FoundAccount>& accounts,
                                       const Lexicon& lexicon) {
    return NameRecogniser(text, segmentation, accounts, lexicon).run();
}

} // namespace actorgraph
