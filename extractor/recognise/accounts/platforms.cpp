#include "extractor/recognise/accounts/platforms.hpp"

#include "extractor/recognise/accounts/page.hpp"

#include <algorithm>
#include <array>

namespace actorgraph {
namespace {

/// Where a platform shows its users. A path is "/" or ends before the user's name.
struct ProfilePage {
    std::string_view host; ///< without "www." and country or mobile prefixes
    std::string_view path;
    std::string_view platform;
    bool keeps_case = false;
    bool has_posts = true; ///< deeper paths still show the profile
};

constexpr ProfilePage profile_pages[] = {
    {"twitter.com", "/", "twitter"},
    {"x.com", "/", "twitter"},
    {"instagram.com", "/", "instagram"},
    {"facebook.com", "/profile.php?id=", "facebook"},
    {"facebook.com", "/people/", "facebook"},
    {"facebook.com", "/", "facebook"},
    {"fb.com", "/", "facebook"},
    {"t.me", "/s/", "telegram"},
    {"t.me", "/", "telegram"},
    {"telegram.me", "/", "telegram"},
    {"youtube.com", "/@", "youtube"},
    {"youtube.com", "/user/", "youtube"},
    {"youtube.com", "/channel/", "youtube", true},
    {"youtube.com", "/c/", "youtube"},
    {"tiktok.com", "/@", "tiktok"},
    {"linkedin.com", "/in/", "linkedin"},
    {"linkedin.com", "/pub/", "linkedin"},
    {"linkedin.com", "/company/", "linkedin"},
    {"linkedin.com", "/school/", "linkedin"},
    {"github.com", "/", "github", false, false},
    {"gitlab.com", "/", "gitlab", false, false},
    {"bitbucket.org", "/", "bitbucket", false, false},
    {"reddit.com", "/user/", "reddit"},
    {"reddit.com", "/u/", "reddit"},
    {"bsky.app", "/profile/", "bluesky"},
    {"threads.net", "/@", "threads"},
    {"medium.com", "/@", "medium"},
    {"medium.com", "/", "medium"},
    {"vk.com", "/", "vk"},
    {"ok.ru", "/profile/", "odnoklassniki"},
    {"weibo.com", "/u/", "weibo"},
    {"weibo.com", "/", "weibo"},
    {"snapchat.com", "/add/", "snapchat"},
    {"pinterest.com", "/", "pinterest"},
    {"tumblr.com", "/blog/view/", "tumblr"},
    {"twitch.tv", "/", "twitch"},
    {"soundcloud.com", "/", "soundcloud"},
    {"vimeo.com", "/", "vimeo"},
    {"flickr.com", "/people/", "flickr"},
    {"flickr.com", "/photos/", "flickr"},
    {"quora.com", "/profile/", "quora", true},
    {"stackoverflow.com", "/users/", "stackoverflow"},
    {"news.ycombinator.com", "/user?id=", "hackernews", true},
    {"angel.co", "/p/", "angellist"},
    {"angel.co", "/u/", "angellist"},
    {"angel.co", "/company/", "angellist"},
    {"crunchbase.com", "/person/", "crunchbase"},
    {"crunchbase.com", "/organization/", "crunchbase"},
    {"xing.com", "/profile/", "xing", true},
    {"researchgate.net", "/profile/", "researchgate", true},
    {"patreon.com", "/", "patreon"},
    {"rumble.com", "/user/", "rumble"},
    {"rumble.com", "/c/", "rumble"},
    {"gab.com", "/", "gab"},
    {"truthsocial.com", "/@", "truth social"},
    {"gettr.com", "/user/", "gettr"},
    {"odysee.com", "/@", "odysee"},
    {"bitchute.com", "/channel/", "bitchute", true},
    {"discord.gg", "/", "discord", true},
    {"keybase.io", "/", "keybase"},
    {"about.me", "/", "about.me"},
    {"linktr.ee", "/", "linktree"},
};

/// First parts of a path that are pages of the platform, not users.
constexpr std::string_view own_pages[] = {
    "about",    "account",  "ads",      "api",      "apps",     "blog",     "business", "careers",
    "channel",  "dialog",   "discover", "developers", "docs",   "download", "events",   "explore",
    "features", "feed",     "games",    "groups",   "hashtag",  "help",     "home",     "i",
    "intent",   "jobs",     "joinchat", "l.php",    "legal",    "live",     "login",    "marketplace", "media",
    "messages", "news",     "notifications", "p",   "pages",    "permalink.php", "photo", "photo.php",
    "pin",      "plugins",  "policies", "popular",  "posts",    "press",    "pricing",  "privacy",
    "profile",  "reel",     "reels",    "search",   "settings", "share",    "sharer",   "sharer.php",
    "shop",     "signup",   "sitemap",  "stories",  "story.php", "support", "tag",      "terms",
    "topics",   "tos",      "trending", "tv",       "upload",   "video",    "videos",   "watch",
    "wiki",
};

struct PlatformWord {
    std::string_view word; ///< lower case
    std::string_view platform;
};
constexpr PlatformWord platform_words[] = {
    {"twitter", "twitter"},     {"tweet", "twitter"},       {"tweets", "twitter"},
    {"tweeted", "twitter"},     {"retweeted", "twitter"},   {"instagram", "instagram"},
    {"telegram", "telegram"},   {"facebook", "facebook"},   {"youtube", "youtube"},
    {"tiktok", "tiktok"},       {"github", "github"},       {"gitlab", "gitlab"},
    {"mastodon", "mastodon"},   {"bluesky", "bluesky"},     {"threads", "threads"},
    {"reddit", "reddit"},       {"discord", "discord"},     {"linkedin", "linkedin"},
    {"snapchat", "snapchat"},   {"vkontakte", "vk"},        {"weibo", "weibo"},
    {"wechat", "wechat"},       {"whatsapp", "whatsapp"},   {"signal", "signal"},
    {"skype", "skype"},         {"twitch", "twitch"},       {"gab", "gab"},
    {"parler", "parler"},       {"gettr", "gettr"},         {"keybase", "keybase"},
    {"soundcloud", "soundcloud"}, {"pinterest", "pinterest"}, {"tumblr", "tumblr"},
    {"medium", "medium"},       {"patreon", "patreon"},     {"venmo", "venmo"},
    {"viber", "viber"},         {"matrix", "matrix"},       {"truth social", "truth social"},
};

/// "de.linkedin.com", "www.x.com", "m.facebook.com" without what stands before the platform's own host.
bool is_host_of(std::string_view host, std::string_view platform_host) {
    if (host == platform_host) {
        return true;
    }
    if (!host.ends_with(platform_host)) {
        return false;
    }
    const std::string_view prefix = host.substr(0, host.size() - platform_host.size());
    static constexpr std::string_view plain[] = {"www.", "m.", "mobile.", "web.", "old.", "new."};
    const bool is_country = prefix.size() == 3 && prefix[2] == '.' && is_lower(prefix[0]) && is_lower(prefix[1]);
    return is_country || std::find(std::begin(plain), std::end(plain), prefix) != std::end(plain);
}

bool is_own_page(std::string_view name) {
    return std::find(std::begin(own_pages), std::end(own_pages), lowered(name)) != std::end(own_pages);
}

std::string_view without_scheme(std::string_view url) {
    const auto colon = url.find("://");
    return colon == std::string_view::npos ? url : url.substr(colon + 3);
}

std::optional<Account> user_on(const ProfilePage& page, std::string_view path) {
    if (lowered(path.substr(0, page.path.size())) != page.path) {
        return std::nullopt;
    }
    const std::string_view rest = path.substr(page.path.size());
    const auto end = std::min(rest.find_first_of("/?#&"), rest.size());
    const std::string_view user = rest.substr(0, end);
    const bool goes_deeper = end + 1 < rest.size() && rest[end] == '/';
    const bool is_number = user.find_first_not_of("0123456789") == std::string_view::npos;
    const bool is_page = page.path == "/" && (is_own_page(user) || (is_number && page.platform == "vimeo"));
    if (user.size() < 2 || is_page || user.front() == '@' || user.front() == '+' ||
        (goes_deeper && !page.has_posts)) {
        return std::nullopt;
    }
    return Account{"social_profile", std::string(page.platform),
                   page.keeps_case ? std::string(user) : lowered(user)};
}

struct NamedAt {
    std::size_t byte = 0;
    std::string_view platform;
};

/// All platform words of a text with their places.
std::vector<NamedAt> platforms_in(std::string_view text) {
    const std::string lower = lowered(text);
    std::vector<NamedAt> found;
    for (const PlatformWord& one : platform_words) {
        for (auto at = lower.find(one.word); at != std::string::npos; at = lower.find(one.word, at + 1)) {
            const auto end = at + one.word.size();
            const bool is_whole = (at == 0 || !is_word(lower[at - 1])) && (end == lower.size() || !is_word(lower[end]));
            const bool is_word_of_its_own = one.word != "signal" && one.word != "medium" && one.word != "threads" &&
                                            one.word != "matrix" && one.word != "discord";
            if (is_whole && (is_word_of_its_own || is_upper(text[at]))) {
                found.push_back({at, one.platform});
            }
        }
    }
    for (auto at = text.find(" X "); at != std::string_view::npos; at = text.find(" X ", at + 1)) {
        found.push_back({at + 1, "twitter"});
    }
    std::sort(found.begin(), found.end(), [](const NamedAt& a, const NamedAt& b) { return a.byte < b.byte; });
    return found;
}

} // namespace

std::optional<Account> profile_of(std::string_view url) {
    const std::string_view address = without_scheme(url);
    const auto slash = std::min(address.find('/'), address.size());
    const std::string host = lowered(address.substr(0, slash));
    const std::string_view path = address.substr(slash);
    for (const ProfilePage& page : profile_pages) {
        if (path.size() > page.path.size() && is_host_of(host, page.host)) {
            if (auto user = user_on(page, path)) {
                return user;
            }
        }
    }
    return std::nullopt;
}

std::string platform_named(std::string_view before, std::string_view after) {
    const auto left = platforms_in(before);
    if (!left.empty()) {
        return std::string(left.back().platform);
    }
    const auto right = platforms_in(after);
    return right.empty() ? "" : std::string(right.front().platform);
}

} // namespace actorgraph
