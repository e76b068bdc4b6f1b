#include "extractor/resolve/adjective_names.hpp"

#include "extractor/resolve/draft.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace actorgraph {
namespace {

struct AdjectiveName {
    std::string_view word;
    std::string_view name;
};

constexpr AdjectiveName party_words[] = {
    {"Democrat", "Democratic Party"},         {"Democrats", "Democratic Party"},
    {"Democratic", "Democratic Party"},       {"Republican", "Republican Party"},
    {"Republicans", "Republican Party"},      {"Tory", "Conservative Party"},
    {"Tories", "Conservative Party"},
    {"Liberal Democrat", "Liberal Democrats"},      {"Liberal Democrats", "Liberal Democrats"},
    {"Social Democrat", "Social Democrats"},        {"Social Democrats", "Social Democrats"},
    {"Christian Democrat", "Christian Democrats"},  {"Christian Democrats", "Christian Democrats"},
};

/// Sorted by word; a plural in -s is not written out.
constexpr AdjectiveName nations[] = {
    {"Afghan", "Afghanistan"},
    {"Albanian", "Albania"},
    {"Algerian", "Algeria"},
    {"American", "United States"},
    {"Angolan", "Angola"},
    {"Argentine", "Argentina"},
    {"Argentinian", "Argentina"},
    {"Armenian", "Armenia"},
    {"Australian", "Australia"},
    {"Austrian", "Austria"},
    {"Azerbaijani", "Azerbaijan"},
    {"Azeri", "Azerbaijan"},
    {"Bahraini", "Bahrain"},
    {"Bangladeshi", "Bangladesh"},
    {"Belarusian", "Belarus"},
    {"Belarussian", "Belarus"},
    {"Belgian", "Belgium"},
    {"Bolivian", "Bolivia"},
    {"Bosnian", "Bosnia"},
    {"Brazilian", "Brazil"},
    {"British", "United Kingdom"},
    {"Briton", "United Kingdom"},
    {"Bulgarian", "Bulgaria"},
    {"Burmese", "Myanmar"},
    {"Cambodian", "Cambodia"},
    {"Cameroonian", "Cameroon"},
    {"Canadian", "Canada"},
    {"Chadian", "Chad"},
    {"Chilean", "Chile"},
    {"Chinese", "China"},
    {"Colombian", "Colombia"},
    {"Croat", "Croatia"},
    {"Croatian", "Croatia"},
    {"Cuban", "Cuba"},
    {"Cypriot", "Cyprus"},
    {"Czech", "Czech Republic"},
    {"Dane", "Denmark"},
    {"Danish", "Denmark"},
    {"Dutch", "Netherlands"},
    {"Ecuadorean", "Ecuador"},
    {"Ecuadorian", "Ecuador"},
    {"Egyptian", "Egypt"},
    {"Emirati", "United Arab Emirates"},
    {"Eritrean", "Eritrea"},
    {"Estonian", "Estonia"},
    {"Ethiopian", "Ethiopia"},
    {"Fijian", "Fiji"},
    {"Filipino", "Philippines"},
    {"Finnish", "Finland"},
    {"French", "France"},
    {"Gabonese", "Gabon"},
    {"Georgian", "Georgia"},
    {"German", "Germany"},
    {"Ghanaian", "Ghana"},
    {"Greek", "Greece"},
    {"Guatemalan", "Guatemala"},
    {"Guinean", "Guinea"},
    {"Haitian", "Haiti"},
    {"Honduran", "Honduras"},
    {"Hungarian", "Hungary"},
    {"Icelandic", "Iceland"},
    {"Indian", "India"},
    {"Indonesian", "Indonesia"},
    {"Iranian", "Iran"},
    {"Iraqi", "Iraq"},
    {"Irish", "Ireland"},
    {"Israeli", "Israel"},
    {"Italian", "Italy"},
    {"Ivorian", "Ivory Coast"},
    {"Jamaican", "Jamaica"},
    {"Japanese", "Japan"},
    {"Jordanian", "Jordan"},
    {"Kazakh", "Kazakhstan"},
    {"Kazakhstani", "Kazakhstan"},
    {"Kenyan", "Kenya"},
    {"Kosovar", "Kosovo"},
    {"Kuwaiti", "Kuwait"},
    {"Kyrgyz", "Kyrgyzstan"},
    {"Laotian", "Laos"},
    {"Latvian", "Latvia"},
    {"Lebanese", "Lebanon"},
    {"Liberian", "Liberia"},
    {"Libyan", "Libya"},
    {"Lithuanian", "Lithuania"},
    {"Macedonian", "Macedonia"},
    {"Malagasy", "Madagascar"},
    {"Malawian", "Malawi"},
    {"Malaysian", "Malaysia"},
    {"Malian", "Mali"},
    {"Maltese", "Malta"},
    {"Mauritanian", "Mauritania"},
    {"Mexican", "Mexico"},
    {"Moldovan", "Moldova"},
    {"Mongolian", "Mongolia"},
    {"Montenegrin", "Montenegro"},
    {"Moroccan", "Morocco"},
    {"Mozambican", "Mozambique"},
    {"Namibian", "Namibia"},
    {"Nepalese", "Nepal"},
    {"Nepali", "Nepal"},
    {"Nicaraguan", "Nicaragua"},
    {"Nigerian", "Nigeria"},
    {"Nigerien", "Niger"},
    {"Norwegian", "Norway"},
    {"Omani", "Oman"},
    {"Pakistani", "Pakistan"},
    {"Palestinian", "Palestine"},
    {"Panamanian", "Panama"},
    {"Paraguayan", "Paraguay"},
    {"Peruvian", "Peru"},
    {"Polish", "Poland"},
    {"Portuguese", "Portugal"},
    {"Qatari", "Qatar"},
    {"Romanian", "Romania"},
    {"Russian", "Russia"},
    {"Rwandan", "Rwanda"},
    {"Salvadoran", "El Salvador"},
    {"Saudi", "Saudi Arabia"},
    {"Scottish", "Scotland"},
    {"Senegalese", "Senegal"},
    {"Serb", "Serbia"},
    {"Serbian", "Serbia"},
    {"Singaporean", "Singapore"},
    {"Slovak", "Slovakia"},
    {"Slovakian", "Slovakia"},
    {"Slovene", "Slovenia"},
    {"Slovenian", "Slovenia"},
    {"Somali", "Somalia"},
    {"Spanish", "Spain"},
    {"Sudanese", "Sudan"},
    {"Swede", "Sweden"},
    {"Swedish", "Sweden"},
    {"Swiss", "Switzerland"},
    {"Syrian", "Syria"},
    {"Taiwanese", "Taiwan"},
    {"Tajik", "Tajikistan"},
    {"Tanzanian", "Tanzania"},
    {"Thai", "Thailand"},
    {"Togolese", "Togo"},
    {"Tunisian", "Tunisia"},
    {"Turk", "Turkey"},
    {"Turkish", "Turkey"},
    {"Turkmen", "Turkmenistan"},
    {"Ugandan", "Uganda"},
    {"Ukrainian", "Ukraine"},
    {"Uruguayan", "Uruguay"},
    {"Uzbek", "Uzbekistan"},
    {"Venezuelan", "Venezuela"},
    {"Vietnamese", "Vietnam"},
    {"Welsh", "Wales"},
    {"Yemeni", "Yemen"},
    {"Zambian", "Zambia"},
    {"Zimbabwean", "Zimbabwe"},
};

/// Countries with more than one everyday name.
constexpr std::array<std::array<std::string_view, 5>, 6> synonyms{{
    {"united states", "us", "usa", "america", "united states of america"},
    {"united kingdom", "uk", "britain", "great britain", ""},
    {"czech republic", "czechia", "", "", ""},
    {"united arab emirates", "uae", "", "", ""},
    {"netherlands", "holland", "", "", ""},
    {"ivory coast", "cote d'ivoire", "", "", ""},
}};

} // namespace

std::string_view party_of(std::string_view word) {
    const auto* found = std::find_if(std::begin(party_words), std::end(party_words),
                                     [&](const AdjectiveName& p) { return p.word == word; });
    return found == std::end(party_words) ? std::string_view{} : found->name;
}

std::string_view country_of(std::string_view word) {
    std::string wanted = fold(word);
    if (wanted.empty()) {
        return {};
    }
    wanted[0] =
        static_cast<char>(wanted[0] >= 'a' && wanted[0] <= 'z' ? wanted[0] - 32 : wanted[0]);
    const auto find = [](std::string_view one) -> std::string_view {
        const auto* at =
            std::lower_bound(std::begin(nations), std::end(nations), one,
                             [](const AdjectiveName& a, std::string_view b) { return a.word < b; });
        return at != std::end(nations) && at->word == one ? at->name : std::string_view{};
    };
    const std::string_view country = find(wanted);
    return country.empty() && wanted.ends_with('s') ? find(wanted.substr(0, wanted.size() - 1))
                                                    : country;
}

std::array<std::string_view, 5> names_of_country(std::string_view country) {
    const std::string folded = fold(country);
    const auto* group = std::find_if(synonyms.begin(), synonyms.end(),
                                     [&](const auto& names) { return names[0] == folded; });
    return group == synonyms.end() ? std::array<std::string_view, 5>{country} : *group;
}

} // namespace actorgraph
