#include "cli/command.hpp"
#include "cli/read_flags.hpp"
#include "core/utf8.hpp"
#include "extractor/analyse.hpp"
#include "extractor/recognise/names.hpp"
#include "extractor/readers.hpp"
#include "store/case_reader.hpp"
#include "store/schema.hpp"

#include <nlohmann/json.hpp>

#include <charconv>
#include <cmath>
#include <filesystem>
#include <iostream>

namespace actorgraph {
namespace {

struct ExplainFlags : SharedFlags {
    std::string place;    ///< FILE or FILE:OFFSET, or a case file
    std::string document; ///< ID or ID:OFFSET in the case file
    bool candidates = false;
};

struct Place {
    std::string file;
    std::optional<std::size_t> offset; ///< code points
};

Place parse_place(const std::string& text) {
    const auto colon = text.rfind(':');
    std::size_t offset = 0;
    if (colon != std::string::npos && colon + 1 < text.size() && !std::filesystem::exists(text)) {
        const char* end = text.data() + text.size();
        const auto [last, failure] = std::from_chars(text.data() + colon + 1, end, offset);
        if (failure == std::errc{} && last == end) {
            return {text.substr(0, colon), offset};
        }
    }
    return {text, std::nullopt};
}

class Explanation {
  public:
    Explanation(const DocumentFacts& facts, std::optional<std::size_t> offset)
        : facts_(facts), index_(facts.text) {
        if (offset) {
            at_ = static_cast<std::uint32_t>(index_.to_bytes(*offset));
        }
    }

    void print() const {
        for (const SkippedText& skipped : facts_.skipped) {
            if (covers(skipped.span)) {
                std::cout << "skipped " << place(skipped.span) << ": " << skipped.reason << '\n';
            }
        }
        for (const Entity& entity : facts_.entities) {
            print(entity);
        }
        for (const Claim& claim : facts_.claims) {
            print(claim);
        }
    }

  private:
    bool covers(Span span) const { return !at_ || (span.begin <= *at_ && *at_ < span.end); }

    std::string place(Span span) const {
        return std::to_string(index_.to_code_points(span.begin)) + "-" +
               std::to_string(index_.to_code_points(span.end));
    }

    std::string words(Span span) const {
        return facts_.text.substr(span.begin, span.end - span.begin);
    }

    void print(const Entity& entity) const {
        bool has_heading = false;
        for (const Mention& mention : entity.mentions) {
            if (!covers(mention.span)) {
                continue;
            }
            if (!has_heading) {
                has_heading = true;
                std::cout << entity.type << (entity.subtype.empty() ? "" : " (" + entity.subtype + ")")
                          << ": " << entity.name;
                if (entity.account) {
                    std::cout << " = " << entity.account->kind << " " << entity.account->value;
                }
                std::cout << '\n';
            }
            std::cout << "  " << place(mention.span) << " \"" << words(mention.span) << "\" "
                      << to_string(mention.form) << "; because:";
            for (const std::string& rule : mention.rules) {
                std::cout << " [" << rule << "]";
            }
            std::cout << '\n';
        }
    }

    void print(const Claim& claim) const {
        if (!covers(claim.evidence)) {
            return;
        }
        std::cout << "claim: " << facts_.entities[claim.source].name << " -> " << claim.relation << " -> "
                  << facts_.entities[claim.target].name << " (" << to_string(claim.polarity) << ", "
                  << to_string(claim.modality) << ")\n";
        std::cout << "  " << place(claim.evidence) << " \"" << claim.quote << "\"\n";
        std::cout << "  rule " << claim.rule << ", confidence " << claim.confidence;
        if (claim.speaker) {
            std::cout << ", speaker " << facts_.entities[*claim.speaker].name;
        }
        if (!(claim.time == TimeRange{})) {
            std::cout << ", time " << claim.time.from << "/" << claim.time.to;
        }
        for (const std::string& reason : claim.reasons) {
            std::cout << " [" << reason << "]";
        }
        std::cout << '\n';
    }

    const DocumentFacts& facts_;
    CodePointIndex index_;
    std::optional<std::uint32_t> at_;
};

/// A document of a case file, as the case knows it: no rules are run.
int explain_stored(const ExplainFlags& flags) {
    if (flags.document.empty()) {
        std::cerr << "a case holds many documents; name one\n  hint: actorgraph documents " << flags.place
                  << '\n';
        return exit_usage;
    }
    CaseReader stored(flags.place);
    bool is_found = false;
    const auto explain = [&](const std::string& name, std::optional<std::size_t> offset) {
        stored.facts_of(name, [&](const DocumentFacts& facts) {
            is_found = true;
            Explanation(facts, offset).print();
        });
    };
    explain(flags.document, std::nullopt);
    if (const Place place = parse_place(flags.document); !is_found && place.offset) {
        explain(place.file, place.offset);
    }
    if (!is_found) {
        std::cerr << "nothing called '" << flags.document << "' is in this case\n  hint: actorgraph documents "
                  << flags.place << '\n';
    }
    return is_found ? exit_done : exit_no_answer;
}

/// One JSON line for every name that was weighed, taken or not.
void print_candidates(const Document& document, const Rulebook& rules) {
    const Segmentation segmentation = segment(document);
    const CodePointIndex index(document.text);
    for (const ConsideredName& one :
         consider_names(document.text, segmentation,
                        recognise_accounts(document.text, document.region), rules.lexicon,
                        rules.name_weights)) {
        nlohmann::ordered_json row;
        row["document"] = document.id;
        row["name"] = slice(document.text, one.spans.front());
        row["type"] = one.type;
        row["is_name"] = one.is_name;
        for (const Span span : one.spans) {
            row["spans"].push_back(
                {index.to_code_points(span.begin), index.to_code_points(span.end)});
        }
        for (std::size_t type = 0; type < name_types; ++type) {
            row["score"][std::string(to_string(static_cast<NameType>(type)))] =
                std::round(one.score[type] * 100.0) / 100.0;
        }
        row["evidence"] = nlohmann::ordered_json::array();
        for (std::size_t cue = 0; cue < name_cues; ++cue) {
            if (one.cues.test(cue)) {
                row["evidence"].push_back(to_string(static_cast<NameCue>(cue)));
            }
        }
        std::cout << row.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
    }
}

int run(const ExplainFlags& flags) {
    if (is_case_file(flags.place)) {
        return explain_stored(flags);
    }
    const Place place = parse_place(flags.place);
    const auto rules = open_rules(flags);
    if (!rules) {
        return exit_usage;
    }
    const auto [inputs, problems] = list_inputs({place.file});
    print(problems);
    for (const Input& input : inputs) {
        const ReadSink sink{[&](const Document& document) {
                                if (flags.candidates) {
                                    print_candidates(document, *rules);
                                } else {
                                    Explanation(analyse(document, *rules), place.offset).print();
                                }
                            },
                            [](Diagnostic problem) { print(Diagnostics{std::move(problem)}); }};
        if (read_documents(input, flags.reading, sink).documents == 0) {
            return exit_partial;
        }
    }
    return problems.empty() ? exit_done : exit_partial;
}

} // namespace

std::function<int()> add_explain(CLI::App& app) {
    auto* command = app.add_subcommand(
        "explain", "Which rule and which words made every mention and claim of a document");
    auto flags = std::make_shared<ExplainFlags>();
    command->add_option("place", flags->place, "A file, or file:offset in code points")
        ->required()
        ->type_name("FILE[:OFFSET]");
    command->add_option("document", flags->document, "When the file is a case: a document id, or id:offset")
        ->type_name("ID[:OFFSET]");
    command->add_flag("--candidates", flags->candidates,
                      "Every run of words weighed as a name, taken or not, one JSON line each");
    add_rule_flags(*command, *flags);
    add_read_flags(*command, flags->reading);
    command->footer("Examples:\n  actorgraph explain a.txt\n  actorgraph explain a.txt:120\n"
                    "  actorgraph explain case.db a.txt:120\n  actorgraph explain --candidates a.txt");
    return [command, flags] { return command->parsed() ? run(*flags) : -1; };
}

} // namespace actorgraph
