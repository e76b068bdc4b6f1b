#include "extractor/readers/limits.hpp"

#include <string_view>

namespace actorgraph {
namespace {

std::vector<std::string>* names_of(FieldMap& fields, std::string_view field) {
    if (field == "id") {
        return &fields.id;
    }
    if (field == "text") {
        return &fields.text;
    }
    if (field == "title") {
        return &fields.title;
    }
    if (field == "date") {
        return &fields.date;
    }
    if (field == "outlet" || field == "source") {
        return &fields.outlet;
    }
    if (field == "region") {
        return &fields.region;
    }
    return field == "url" ? &fields.url : nullptr;
}

} // namespace

std::string apply_field_mapping(const std::string& mapping, FieldMap& fields) {
    std::string_view rest = mapping;
    while (!rest.empty()) {
        const std::string_view pair = rest.substr(0, rest.find(','));
        rest.remove_prefix(std::min(pair.size() + 1, rest.size()));
        const auto equals = pair.find('=');
        if (equals == std::string_view::npos || equals == 0 || equals + 1 == pair.size()) {
            return "\"" + std::string(pair) + "\" is not of the form field=name";
        }
        std::vector<std::string>* names = names_of(fields, pair.substr(0, equals));
        if (names == nullptr) {
            return "there is no field \"" + std::string(pair.substr(0, equals)) +
                   "\"; the fields are id, text, title, date, outlet, url, region";
        }
        names->assign(1, std::string(pair.substr(equals + 1)));
    }
    return {};
}

} // namespace actorgraph
