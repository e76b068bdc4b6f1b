#pragma once

#include <string_view>

namespace actorgraph {

/// Endings that surnames of many languages share and everyday words and firms hardly have: "-enko", "-sson".
bool ends_like_surname(std::string_view word);

/// Endings of coined company names: "-corp", "-neft".
bool ends_like_firm(std::string_view word);

} // namespace actorgraph
