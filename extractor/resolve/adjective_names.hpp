#pragma once

#include <array>
#include <string_view>

namespace actorgraph {

/// Party that a word for its members means: "Democrat", "Tories"; empty when it means none.
std::string_view party_of(std::string_view word);

/// Country that an adjective or its people's name means: "Russian", "Swiss", "Britons"; empty when
/// it means none. General knowledge; words that name a people without one state ("Arab", "Kurdish")
/// mean no country.
std::string_view country_of(std::string_view word);

/// Every name a country goes by, in lower case where there are several; unused places are empty.
std::array<std::string_view, 5> names_of_country(std::string_view country);

} // namespace actorgraph
