#include "core/facts.hpp"

#include <array>
#include <utility>

namespace actorgraph {
namespace {

template <typename Enum> using Names = std::pair<Enum, std::string_view>;

constexpr std::array forms{
    Names<MentionForm>{MentionForm::name, "name"},
    Names<MentionForm>{MentionForm::nominal, "nominal"},
    Names<MentionForm>{MentionForm::pronoun, "pronoun"},
    Names<MentionForm>{MentionForm::account, "account"},
};
constexpr std::array polarities{
    Names<Polarity>{Polarity::affirmed, "affirmed"},
    Names<Polarity>{Polarity::negated, "negated"},
};
constexpr std::array modalities{
    Names<Modality>{Modality::reported, "reported"},
    Names<Modality>{Modality::alleged, "alleged"},
    Names<Modality>{Modality::denied, "denied"},
    Names<Modality>{Modality::planned, "planned"},
    Names<Modality>{Modality::hypothetical, "hypothetical"},
    Names<Modality>{Modality::asked, "asked"},
};

template <typename Table, typename Enum> std::string_view word_of(const Table& table, Enum value) {
    for (const auto& [key, word] : table) {
        if (key == value) {
            return word;
        }
    }
    return {};
}

template <typename Enum, typename Table>
std::optional<Enum> value_of(const Table& table, std::string_view wanted) {
    for (const auto& [key, word] : table) {
        if (word == wanted) {
            return key;
        }
    }
    return std::nullopt;
}

} // namespace

std::string_view to_string(MentionForm form) { return word_of(forms, form); }
std::string_view to_string(Polarity polarity) { return word_of(polarities, polarity); }
std::string_view to_string(Modality modality) { return word_of(modalities, modality); }
std::optional<MentionForm> mention_form_from(std::string_view word) {
    return value_of<MentionForm>(forms, word);
}
std::optional<Polarity> polarity_from(std::string_view word) {
    return value_of<Polarity>(polarities, word);
}
std::optional<Modality> modality_from(std::string_view word) {
    return value_of<Modality>(modalities, word);
}

} // namespace actorgraph
