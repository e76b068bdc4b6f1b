#include "extractor/recognise/names/endings.hpp"

#include <algorithm>
#include <initializer_list>

namespace actorgraph {
namespace {

bool ends_in_one_of(std::string_view w, std::initializer_list<std::string_view> endings) {
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
        return w.size() >= ending.size() + 3 && w.ends_with(ending);
    });
}

} // namespace

bool ends_like_surname(std::string_view w) {
    return ends_in_one_of(w, {"ov", "ova", "ev", "eva", "sky", "ski", "ska", "skii", "vich", "vić", "ić",
                              "ović", "vic", "enko", "chuk", "yan", "ian", "dze", "shvili", "escu",
                              "opoulos", "akis", "idis", "sson", "ssen", "sen", "son", "mann", "berg",
                              "stein", "ez", "inho", "elli", "etti", "ini", "uzzi", "quist", "strom",
                              "wicz", "czyk", "oğlu", "oglu", "zadeh", "pour", "singh", "man", "ko"});
}

bool ends_like_firm(std::string_view w) {
    return ends_in_one_of(w, {"corp", "Corp", "tech", "Tech", "soft", "Soft", "bank", "Bank", "tel",
                              "com", "Com", "Net", "net", "gas", "neft", "prom", "chem", "pharm", "Air",
                              "air", "tronics", "sys", "trans", "inter", "Group", "Media", "media",
                              "Labs", "TV", "works", "Works", "werke", "export", "invest", "dyne"});
}

} // namespace actorgraph
