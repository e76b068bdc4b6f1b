#include "extractor/recognise/names.hpp"

#include "extractor/recognise/names/caseless.hpp"
#include "extractor/recognise/names/evidence.hpp"
#include "extractor/recognise/names/teams.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace actorgraph {
namespace {

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
        {"Party", "party"}, {"Ministry", "government"}, {"Committee", "government"},
        {"Commission", "government"}, {"Agency", "government"}, {"Court", "government"},
        {"Department", "government"}, {"Council", "government"}, {"Parliament", "government"},
        {"Police", "government"}, {"Bureau", "government"}, {"Authority", "government"},
        {"Senate", "government"}, {"Tribunal", "government"}, {"Directorate", "government"},
        {"Treasury", "government"}, {"Embassy", "government"}, {"Bank", "company"}, {"Inc", "company"},
        {"Inc.", "company"}, {"Corp", "company"}, {"Corp.", "company"}, {"Ltd", "company"},
        {"Ltd.", "company"}, {"Co", "company"}, {"Co.", "company"}, {"Group", "company"},
        {"Holding", "company"}, {"Holdings", "company"}, {"plc", "company"}, {"PLC", "company"},
        {"GmbH", "company"}, {"AG", "company"}, {"LLC", "company"}, {"SpA", "company"},
        {"S.p.A.", "company"}, {"BV", "company"}, {"Airlines", "company"}, {"Airways", "company"},
        {"Logistics", "company"}, {"Freight", "company"}, {"Telecom", "company"}, {"Capital", "company"},
        {"Cement", "company"}, {"Steel", "company"}, {"Mining", "company"}, {"Systems", "company"},
        {"Foods", "company"}, {"Insurance", "company"}, {"Consulting", "company"}, {"Shipping", "company"},
        {"Motors", "company"}, {"Industries", "company"}, {"Energy", "company"},
        {"Technologies", "company"}, {"Pharma", "company"}, {"Pharmaceuticals", "company"},
        {"Partners", "company"}, {"Studios", "company"}, {"Records", "company"}, {"Electronics", "company"},
        {"Enterprises", "company"}, {"Properties", "company"}, {"Securities", "company"},
        {"Stores", "company"}, {"Terminals", "company"}, {"Ventures", "company"}, {"Software", "company"},
        {"Oil", "company"}, {"Petroleum", "company"}, {"Chemicals", "company"}, {"Brewery", "company"},
        {"Breweries", "company"}, {"Biotech", "company"}, {"Semiconductors", "company"},
        {"Networks", "company"}, {"Entertainment", "company"}, {"Hotels", "company"},
        {"Resorts", "company"}, {"Realty", "company"}, {"Robotics", "company"}, {"Solutions", "company"},
        {"Aerospace", "company"}, {"Automotive", "company"}, {"Textiles", "company"},
        {"Interactive", "company"}, {"University", "university"}, {"College", "university"},
        {"Foundation", "ngo"}, {"Trust", "ngo"}, {"Charity", "ngo"}, {"Times", "media"}, {"News", "media"},
        {"Post", "media"}, {"Herald", "media"}, {"Magazine", "media"}, {"Gazette", "media"},
        {"Tribune", "media"}, {"Journal", "media"}, {"Radio", "media"}, {"Television", "media"},
        {"TV", "media"}, {"Chronicle", "media"}, {"Courier", "media"}, {"Ledger", "media"},
        {"Observer", "media"}, {"Press", "media"}, {"United", "team"}, {"FC", "team"},
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

class NameRecogniser {
  public:
    NameRecogniser(std::string_view text, const Segmentation& segmentation,
                   const std::vector<FoundAccount>& accounts, const Lexicon& lexicon,
                   const NameWeights& weights)
        : segmentation_(segmentation), lexicon_(lexicon), weights_(weights),
          words_(describe_words(text, segmentation, accounts, lexicon)), keys_(keys_of(words_)),
          text_{words_, segmentation.tokens, cased_, candidates_, false} {}

    std::vector<FoundName> run() {
        split_sentences();
        weigh();
        for (std::uint32_t g = 0; g < groups_.size(); ++g) {
            take(groups_[g]);
        }
        caseless();
        std::sort(found_.begin(), found_.end(),
                  [](const FoundName& a, const FoundName& b) { return a.span < b.span; });
        return std::move(found_);
    }

    std::vector<ConsideredName> consider() {
        split_sentences();
        weigh();
        std::vector<ConsideredName> considered;
        for (const NameGroup& group : groups_) {
            ConsideredName one;
            for (const std::uint32_t c : group.candidates) {
                one.spans.push_back(span_of(first_of(candidates_[c]), candidates_[c].end));
            }
            one.is_name = group.is_decided();
            one.type = to_string(group.best());
            one.score = group.score;
            one.cues = group.cues;
            considered.push_back(std::move(one));
        }
        return considered;
    }

  private:
    /// Sentences whose capitals mean something, and the others.
    void split_sentences() {
        for (const Sentence& sentence : segmentation_.sentences) {
            const bool lacks_case = segmentation_.is_caseless ||
                                    is_all_caps(sentence, segmentation_.tokens) ||
                                    is_title_cased(sentence, words_, segmentation_.tokens);
            (lacks_case ? caseless_ : cased_).push_back(sentence);
        }
        text_.is_informal = is_informal(words_, segmentation_);
        const CandidateText text{words_, keys_, lexicon_};
        candidates_ = find_candidates(text, cased_);
        if (text_.is_informal) {
            find_small_names(text, cased_, candidates_);
        }
        group();
    }

    /// Brings the occurrences of one name together. "French" as a people and as part of a name stay apart.
    void group() {
        std::unordered_map<std::uint64_t, std::size_t> by_name;
        by_name.reserve(candidates_.size());
        for (std::uint32_t c = 0; c < candidates_.size(); ++c) {
            std::uint64_t key = candidates_[c].is_demonym ? 1 : 0;
            for (std::uint32_t i = candidates_[c].first; i < candidates_[c].end; ++i) {
                key = Lexicon::join(key, keys_[i].exact);
            }
            const auto [at, is_new] = by_name.try_emplace(key, groups_.size());
            if (is_new) {
                groups_.emplace_back();
            }
            groups_[at->second].candidates.push_back(c);
        }
    }

    void weigh() {
        for (NameGroup& one : groups_) {
            weigh_inside(text_, weights_, one);
            for (const std::uint32_t c : one.candidates) {
                weigh_around(text_, candidates_[c], weights_, one);
            }
            opener(one);
        }
        weigh_across(text_, weights_, groups_);
    }

    /// An everyday word that only ever opens sentences is no name.
    void opener(NameGroup& one) const {
        constexpr LexMask everyday = mask(LexClass::ordinary_word) | mask(LexClass::function_word);
        const Candidate& c = candidates_[one.candidates.front()];
        const bool always_opens =
            std::all_of(one.candidates.begin(), one.candidates.end(),
                        [&](std::uint32_t i) { return candidates_[i].opens_sentence; });
        if (always_opens && one.words == 1 && c.title.empty() &&
            (words_[c.first].folded & everyday) != 0 && !c.is_lower) {
            constexpr LexMask names = organisation_classes | mask(LexClass::surname) |
                                      mask(LexClass::given_name) | mask(LexClass::place);
            one.add((c.classes & names) == 0 ? NameCue::opens_sentences_only
                                             : NameCue::opens_sentences_only_but_name,
                    weights_);
        }
    }

    void take(const NameGroup& one) {
        const TeamReader& teams = team_reader();
        for (const std::uint32_t index : one.candidates) {
            const Candidate& c = candidates_[index];
            const bool is_team = teams.is_team(one, c);
            if (one.is_decided() || is_team) {
                found_.push_back(name_of(one, c, is_team));
            }
        }
        const Candidate& c = candidates_[one.candidates.front()];
        if (one.is_decided() && !c.is_demonym) {
            known_.add(std::span(keys_).subspan(c.first, c.end - c.first), one.best(), one.classes);
        }
    }

    const TeamReader& team_reader() {
        if (!teams_) {
            teams_.emplace(text_);
        }
        return *teams_;
    }

    Span span_of(std::uint32_t first, std::uint32_t end) const {
        Span span{segmentation_.tokens[first].span.begin, segmentation_.tokens[end - 1].span.end};
        if (words_[end - 1].text.ends_with('.') && has(words_[end - 1].classes, LexClass::legal_form) &&
            closes_sentence(end)) {
            --span.end; // the full stop of the sentence
        }
        return span;
    }

    /// Whether nothing but closing quotes stands between a token and the end of its line or sentence.
    bool closes_sentence(std::uint32_t end) const {
        const auto after = std::upper_bound(
            segmentation_.sentences.begin(), segmentation_.sentences.end(), end - 1,
            [](std::uint32_t token, const Sentence& s) { return token < s.end_token; });
        const std::string_view w = end < words_.size() ? words_[end].text : std::string_view{};
        const bool is_quote = w == "\"" || w == "\xE2\x80\x9D" || w == "''" || w == "\xC2\xBB";
        return after != segmentation_.sentences.end() &&
               (after->end_token == end || (after->end_token == end + 1 && is_quote));
    }

    /// The article is outside the name.
    std::uint32_t first_of(const Candidate& c) const {
        return words_[c.first].text == "The" && c.end - c.first > 1 ? c.first + 1 : c.first;
    }

    FoundName name_of(const NameGroup& one, const Candidate& c, bool is_team) {
        const std::uint32_t first = first_of(c);
        const NameType type = is_team ? NameType::organization : one.best();
        FoundName name;
        name.span = span_of(first, is_team ? team_reader().end_of_team(c) : c.end);
        name.type = to_string(type);
        if (&c == &candidates_[one.candidates.front()]) {
            name.evidence = reason_texts(one, weights_); // decided once, told once
        }
        if (is_team) {
            name.subtype = "team";
            name.evidence.push_back("stands where a team plays");
        } else if (type == NameType::organization) {
            name.subtype = subtype_of(one.classes, words_[c.end - 1].text);
            if (name.subtype.empty()) {
                name.subtype = subtype_of(0, head_before_of(c));
            }
        } else if (type == NameType::person) {
            name.gender = gender_of(words_[first].classes, c.title_classes);
            name.title = c.title;
        }
        return name;
    }

    /// "Party" of "Labour Party of Mercia"; the last word when no "of" or "for" stands inside.
    std::string_view head_before_of(const Candidate& c) const {
        for (std::uint32_t i = c.first + 1; i + 1 < c.end; ++i) {
            if (words_[i].text == "of" || words_[i].text == "for") {
                return words_[i - 1].text;
            }
        }
        return words_[c.end - 1].text;
    }

    void caseless() {
        if (caseless_.empty()) {
            return;
        }
        const CaselessText text{words_, keys_, segmentation_.tokens, lexicon_};
        std::vector<CaselessName> names;
        for (const Sentence& sentence : caseless_) {
            const std::size_t before = names.size();
            find_caseless_names(text, sentence, known_, names);
            const bool has_results =
                is_result_line(sentence, segmentation_.tokens) || is_fixture(sentence);
            for (std::size_t n = before; n < names.size(); ++n) {
                const bool is_host = names[n].first > sentence.first_token &&
                                     equals_folded(words_[names[n].first - 1].text, "at");
                names[n].is_in_results = has_results && !is_host;
            }
        }
        if (segmentation_.is_caseless) {
            repeat_surnames(text, names);
        }
        for (const CaselessName& one : names) {
            found_.push_back(name_of(one));
        }
    }

    FoundName name_of(const CaselessName& one) const {
        const bool is_team = one.type == NameType::location && one.is_in_results &&
                             !has(one.classes, LexClass::country);
        const NameType type = is_team ? NameType::organization : one.type;
        FoundName name;
        name.span = span_of(one.first, one.end);
        name.type = to_string(type);
        name.subtype = type == NameType::organization
                           ? subtype_of(one.classes, words_[one.end - 1].text)
                           : "";
        name.gender = type == NameType::person ? gender_of(one.classes, 0) : "";
        name.evidence.push_back(one.reason);
        return name;
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
    void repeat_surnames(const CaselessText& text, std::vector<CaselessName>& names) const {
        KnownNames surnames;
        for (const CaselessName& one : names) {
            if (one.type == NameType::person && one.end - one.first >= 2) {
                learn_surname(one, surnames);
            }
        }
        std::vector<CaselessName> again;
        for (const Sentence& sentence : caseless_) {
            find_caseless_names(text, sentence, surnames, again);
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

    void learn_surname(const CaselessName& one, KnownNames& surnames) const {
        std::uint32_t last = one.end - 1;
        last -= equals_folded(words_[last].text, "jr") || equals_folded(words_[last].text, "sr") ? 1 : 0;
        const LexMask classes = lexicon_.folded_classes(keys_[last]);
        if (has(classes, LexClass::ordinary_word) && !has(classes, LexClass::surname)) {
            return;
        }
        surnames.add({&keys_[last], 1}, NameType::person, one.classes);
        for (const char* suffix : {"jr", "sr"}) {
            const WordKey both[] = {keys_[last], Lexicon::key(suffix)};
            surnames.add(both, NameType::person, one.classes);
        }
    }

    const Segmentation& segmentation_;
    const Lexicon& lexicon_;
    const NameWeights& weights_;
    std::vector<NameWord> words_;
    std::vector<WordKey> keys_;
    std::vector<Sentence> cased_;
    std::vector<Sentence> caseless_;
    std::vector<Candidate> candidates_;
    NameText text_; ///< views of the members above
    std::vector<NameGroup> groups_;
    std::optional<TeamReader> teams_;
    KnownNames known_;
    std::vector<FoundName> found_;
};

} // namespace

std::vector<FoundName> recognise_names(std::string_view text, const Segmentation& segmentation,
                                       const std::vector<FoundAccount>& accounts,
                                       const Lexicon& lexicon, const NameWeights& weights) {
    return NameRecogniser(text, segmentation, accounts, lexicon, weights).run();
}

std::vector<ConsideredName> consider_names(std::string_view text, const Segmentation& segmentation,
                                           const std::vector<FoundAccount>& accounts,
                                           const Lexicon& lexicon, const NameWeights& weights) {
    return NameRecogniser(text, segmentation, accounts, lexicon, weights).consider();
}

} // namespace actorgraph
