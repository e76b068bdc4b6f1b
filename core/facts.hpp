#pragma once

#include "core/document.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actorgraph {

/// How a mention refers: by proper name, by noun phrase, by pronoun, or as an account identifier.
enum class MentionForm { name, nominal, pronoun, account };
enum class Polarity { affirmed, negated };
enum class Modality { reported, alleged, denied, planned, hypothetical, asked };

std::string_view to_string(MentionForm form);
std::string_view to_string(Polarity polarity);
std::string_view to_string(Modality modality);
std::optional<MentionForm> mention_form_from(std::string_view word);
std::optional<Polarity> polarity_from(std::string_view word);
std::optional<Modality> modality_from(std::string_view word);

struct Mention {
    Span span;
    MentionForm form = MentionForm::name;
    std::vector<std::string> rules; ///< names of the rules (sieves, patterns, evidence) that made it
};

/// A social handle, e-mail address, phone number, wallet …: kind, platform when known, canonical value.
struct Account {
    std::string kind;
    std::string platform;
    std::string value;

    friend bool operator==(const Account&, const Account&) = default;
};

/// Everything in one document that stands for the same actor.
struct Entity {
    std::string type;    ///< person, organization, account, location, date, money, misc
    std::string subtype; ///< company, party, government, media …; may be empty
    std::string name;    ///< the fullest name in the document; empty when never named
    std::string gender;  ///< male, female or empty
    std::vector<std::string> aliases;
    std::optional<Account> account;
    std::vector<Mention> mentions; ///< in text order
};

/// Event time of a claim, ISO 8601 with the precision the text gives; empty = open or unknown.
struct TimeRange {
    std::string from;
    std::string to;

    friend bool operator==(const TimeRange&, const TimeRange&) = default;
};

/// What a document says of two entities. Never a truth.
struct Claim {
    std::string relation;
    std::uint32_t source = 0; ///< index into DocumentFacts::entities
    std::uint32_t target = 0;
    std::string role;
    std::string channel;
    std::string stage;
    std::string amount;
    Polarity polarity = Polarity::affirmed;
    Modality modality = Modality::reported;
    std::optional<std::uint32_t> speaker; ///< index into DocumentFacts::entities
    TimeRange time;
    Span evidence;     ///< the sentence that says it
    std::string quote; ///< the words of `evidence`, white space folded
    std::string rule;  ///< name of the relation rule
    std::vector<std::string> reasons; ///< cues and views that shaped it, e.g. "cue: allegedly"
    double confidence = 0.0;          ///< 0 to 1
};

/// All that one document says: the only parcel between extractor and graph.
struct DocumentFacts {
    std::string id;
    std::string sha256;
    std::string title;
    std::string date;
    std::string outlet;
    std::string text; ///< cleaned text; may be empty when facts came from a file without it
    std::vector<SkippedText> skipped;
    std::vector<Entity> entities;
    std::vector<Claim> claims;
};

} // namespace actorgraph
