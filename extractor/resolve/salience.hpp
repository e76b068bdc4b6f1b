#pragma once

#include <cstdint>
#include <string_view>

namespace actorgraph {

/// What speaks for or against one person as the antecedent of he, she or a form of them.
enum class Sign : std::uint8_t {
    same_clause,
    same_sentence,
    previous_sentence,
    two_back,
    three_back,
    further_back,
    follows, ///< named behind the pronoun in the same sentence
    // pronoun kind, role of the mention; five in a row, in the order of Role
    subject_subject,
    subject_object,
    subject_oblique,
    subject_possessor,
    subject_other,
    object_subject,
    object_object,
    object_oblique,
    object_possessor,
    object_other,
    possessive_subject,
    possessive_object,
    possessive_oblique,
    possessive_possessor,
    possessive_other,
    is_pronoun,
    is_nominal,
    first_in_sentence,
    nearest,
    second_nearest,
    coordinated,
    aside, ///< in brackets or an apposition
    gender_known,
    gender_differs, ///< as far as the given name tells
    mentioned_once,
    mentioned_twice,
    mentioned_often,
    mentioned_most,
    first_of_document,
    named_in_full,
    latent_given_name,
    latent_other,
    unnamed,
    continues, ///< the pronoun of this gender before stands for the same person
    said_that, ///< subject of "said" right before the clause of the pronoun
    bound,     ///< would be the object or subject of its own verb
    reflexive_subject,
    within_four,
    within_ten,
    and_his,            ///< "Ada and her bank"
    keeps_topic,        ///< subject of the sentence before, and the pronoun opens its sentence
    main_clause,        ///< subject of an earlier clause of the same sentence
    new_paragraph,      ///< a paragraph break lies between
    named_behind,       ///< named again behind a subject pronoun in the same sentence
    named_behind_other, ///< the same behind other pronouns
    nearest_subject,    ///< subject nearest before the pronoun
    gender_contradicts, ///< a title or an earlier pronoun says the other gender
    latent_word,        ///< taken for a name though an everyday word too
    nobody,             ///< the choice of nobody at all
    nobody_opening,     ///< the same, before any person was named
    count_,
};
static_assert(static_cast<int>(Sign::count_) <= 64);

using Signs = std::uint64_t;
constexpr Signs bit(Sign sign) {
    return Signs{1} << static_cast<unsigned>(sign);
}

/// Sum of the weights of the signs. The table is in salience.cpp; weights were fitted on the
/// development rows of GAP (Webster et al. 2018) by conditional logistic regression.
double salience(Signs signs);
std::string_view name_of(Sign sign);

} // namespace actorgraph
