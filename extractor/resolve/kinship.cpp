#include "extractor/resolve/kinship.hpp"

namespace actorgraph {

namespace {

bool is_junior(const PersonName& name) {
    return name.suffix == "jr" || name.suffix == "ii";
}

/// A father is not the one called Jr, unless the child is; a son is not the one called Sr.
bool fits_generation(const PersonName& holder, const PersonName& other, const KinNoun& kin) {
    const bool equal_given = !holder.given.empty() && holder.given.front() == other.given.front();
    if (equal_given && holder.suffix == other.suffix) {
        return false;
    }
    return kin.is_younger ? other.suffix != "sr" && (!is_junior(holder) || !equal_given)
                          : !is_junior(other) || is_junior(holder);
}

} // namespace

std::uint32_t relative_of(const Drafts& drafts, std::uint32_t possessor, const KinNoun& kin) {
    const DraftEntity& holder = drafts.entities[possessor];
    std::uint32_t found = none;
    for (std::uint32_t d = 0; kin.shares_surname && d < drafts.entities.size(); ++d) {
        const DraftEntity& other = drafts.entities[d];
        if (d == possessor || !other.is_person || other.is_latent || other.person.given.empty() ||
            holder.person.surname.empty() || other.person.surname != holder.person.surname) {
            continue;
        }
        const bool fits_gender = kin.gender == Gender::unknown || other.gender == Gender::unknown ||
                                 other.gender == kin.gender;
        if (fits_gender && fits_generation(holder.person, other.person, kin)) {
            if (found != none) {
                return none; // two fit: leave it alone
            }
            found = d;
        }
    }
    return found;
}

} // namespace actorgraph
