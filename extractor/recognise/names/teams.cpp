#include "extractor/recognise/names/teams.hpp"

#include <algorithm>
#include <initializer_list>

namespace actorgraph {
namespace {

bool is_one_of(std::string_view w, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), w) != words.end();
}

/// "3", "107"; not a date, a time, a price or bowling figures.
bool is_whole(std::string_view w) {
    return !w.empty() && w.size() <= 3 &&
           std::all_of(w.begin(), w.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

bool is_result_line(const Sentence& sentence, const std::vector<Token>& tokens) {
    std::size_t numbers = 0;
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
        const Token& token = tokens[i];
        if (token.kind == TokenKind::word && !token.capitalised && length(token.span) > 2) {
            return false;
        }
        numbers += token.kind == TokenKind::number && length(token.span) <= 3 ? 1U : 0U;
    }
    return numbers >= 2;
}

TeamReader::TeamReader(const NameText& text) : text_(text) {
    std::size_t signs = 0;
    std::size_t words = 1;
    has_results_.reserve(text.sentences.size());
    for (const Sentence& sentence : text.sentences) {
        has_results_.push_back(is_result_line(sentence, text.tokens));
        has_scores_.push_back(has_results_.back() && is_score_line(sentence));
        signs += has_results_.back() ? 2 : 0;
        words += sentence.end_token - sentence.first_token;
        for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
            const LexMask classes = text.words[i].classes;
            signs += has(classes, LexClass::game_noun) ? 1U : 0U;
            signs += has(classes, LexClass::game_verb) ? 1U : 0U;
        }
    }
    is_report_ = signs >= 3 && signs * 60 >= words;
}

/// "Lundby 2 Avalon Rovers 0 (halftime 1-0)": names and whole numbers by turns, two of each.
bool TeamReader::is_score_line(const Sentence& sentence) const {
    std::size_t scores = 0;
    bool has_name = false;
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
        const std::string_view w = text_.words[i].text;
        if (is_whole(w)) {
            if (!has_name) {
                return false;
            }
            ++scores;
            has_name = false;
        } else if (w == "(" || w == ";") {
            break;
        } else if (text_.words[i].is_capital) {
            has_name = true;
        } else if (w != "'s" && w != "." && w != "&") {
            return false;
        }
    }
    return scores == 2 && !has_name;
}

bool TeamReader::is_score(std::uint32_t i, const Sentence& sentence) const {
    return i < sentence.end_token && is_whole(text_.words[i].text);
}

std::uint32_t TeamReader::end_of_team(const Candidate& candidate) const {
    const Sentence& sentence = text_.sentences[candidate.sentence];
    const std::uint32_t end = candidate.end;
    const bool is_tag = has_results_[candidate.sentence] && end + 3 < sentence.end_token &&
                        text_.words[end].text == "(" && text_.words[end + 1].text.size() <= 2 &&
                        text_.words[end + 2].text == ")" &&
                        (is_score(end + 3, sentence) || text_.words[end + 3].text == "-");
    return is_tag ? end + 3 : end;
}

bool TeamReader::is_in_results(const Candidate& candidate, const NameGroup& group) const {
    const Sentence& sentence = text_.sentences[candidate.sentence];
    if (!has_results_[candidate.sentence] || !is_score(end_of_team(candidate), sentence)) {
        return has_results_[candidate.sentence] && group.is_decided() &&
               group.best() == NameType::location && candidate.first == sentence.first_token;
    }
    if (has_scores_[candidate.sentence]) {
        return true;
    }
    if (group.is_decided() && group.best() == NameType::person) {
        return group.score[static_cast<std::size_t>(NameType::person)] < 3.0;
    }
    return candidate.end - candidate.first > 1 || text_.words[candidate.first].text.size() >= 3;
}

bool TeamReader::is_in_fixture(const Candidate& candidate) const {
    const Sentence& sentence = text_.sentences[candidate.sentence];
    const auto is_versus = [&](std::uint32_t i) {
        return is_one_of(text_.words[i].text, {"v", "v.", "vs", "vs."});
    };
    const bool before = candidate.first > sentence.first_token && is_versus(candidate.first - 1);
    return before || (candidate.end < sentence.end_token && is_versus(candidate.end));
}

bool TeamReader::is_in_report(const Candidate& candidate) const {
    const Sentence& sentence = text_.sentences[candidate.sentence];
    const auto classes = [&](std::uint32_t i) {
        return i < sentence.end_token && !text_.words[i].is_capital ? text_.words[i].classes : 0;
    };
    const LexMask behind = classes(candidate.end);
    if (has(behind, LexClass::game_verb) || has(behind, LexClass::game_noun) ||
        is_score(candidate.end, sentence)) {
        return true;
    }
    if (candidate.end < sentence.end_token && text_.words[candidate.end].text == "'s" &&
        has(classes(candidate.end + 1), LexClass::game_noun)) {
        return true;
    }
    if (candidate.first == sentence.first_token) {
        return false;
    }
    const std::string_view before = text_.words[candidate.first - 1].text;
    return is_one_of(before, {"over", "against", "beat", "defeated", "beating", "downed", "champions",
                              "visiting", "host", "for", "gave", "give", "giving", "than"});
}

bool TeamReader::is_team(const NameGroup& group, const Candidate& candidate) const {
    if (candidate.is_demonym || has(group.classes, LexClass::country) ||
        (group.is_decided() && group.best() == NameType::misc)) {
        return false;
    }
    if (is_in_results(candidate, group) || is_in_fixture(candidate)) {
        return true;
    }
    return is_report_ && group.is_decided() && group.best() == NameType::location &&
           is_in_report(candidate);
}

} // namespace actorgraph
