#include "cli/case_input.hpp"

#include "store/decision_log.hpp"
#include "store/schema.hpp"

namespace actorgraph {

CaseInput read_case_input(const std::vector<std::string>& paths, const Rulebook& rules, const SharedFlags& flags,
                          CaseReport& report) {
    const IsCalling is_calling = [&rules](std::string_view word) {
        const LexMask classes = rules.lexicon.folded_classes(word);
        return has(classes, LexClass::occupation) || has(classes, LexClass::title) || has(classes, LexClass::role_noun);
    };
    CaseInput input;
    report = read_case(paths, rules, flags, [&](DocumentFacts one) {
        input.aids.profiles.push_back(profiles_of(one, is_calling));
        add(input.documents, std::move(one));
    });
    for (const std::string& path : paths) {
        if (is_case_file(path)) {
            const auto decisions = stored_decisions(path);
            input.aids.decisions.insert(input.aids.decisions.end(), decisions.begin(), decisions.end());
        }
    }
    return input;
}

LinkedCase link_case(const CaseInput& input, const Rulebook& rules) {
    return link_case(input.documents, input.aids, [&rules](std::string_view id) {
        const RelationType* relation = rules.relation(id);
        return relation != nullptr && relation->symmetric;
    });
}

} // namespace actorgraph
