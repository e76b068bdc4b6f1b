#pragma once

#include "extractor/resolve/draft.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace actorgraph {

/// A phrase that names an organisation by its holder or chamber: "the Brandt campaign".
struct Collective {
    std::string name;
    std::string_view subtype;
    std::uint32_t end_token = 0; ///< behind its last token
};

/// Reads such phrases and keeps one organisation for each name.
class Collectives {
  public:
    Collectives(const Reading& reading, Drafts& drafts);

    /// "Brandt('s) campaign", "Mercian intelligence agencies": what begins with the name.
    std::optional<Collective> behind(const DraftMention& name, std::uint32_t end);
    /// "house intelligence committee", written without capitals, is a body with a name of its own.
    std::optional<Collective> chamber_committee(std::uint32_t i, std::uint32_t end) const;
    /// "federal prosecutors", "congressional committees": several bodies that act as one.
    std::optional<Collective> plural_body(std::uint32_t i, std::uint32_t end) const;
    /// The organisation of that name, made when it is new.
    std::uint32_t organisation_named(const std::string& name, std::string_view subtype);

  private:
    std::uint32_t match_words(std::string_view wanted, std::uint32_t i, std::uint32_t end) const;

    const Reading& reading_;
    Drafts& drafts_;
    std::unordered_map<std::string, std::uint32_t> by_name_;
};

} // namespace actorgraph
