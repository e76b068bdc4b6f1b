#pragma once

#include "core/facts.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace actorgraph {

/// The profile that a URL (with scheme, or bare) of a known platform shows: kind `social_profile`, platform and
/// the user's name there; a post shows the profile it stands on. Nothing for other pages of the platform.
std::optional<Account> profile_of(std::string_view url);

/// Platform that words of a text name ("on Telegram", "the Instagram account"), the one nearest to the end
/// of `before` first, else the first of `after`; empty when none does.
std::string platform_named(std::string_view before, std::string_view after);

} // namespace actorgraph
