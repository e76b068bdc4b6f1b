#include "extractor/resolve/draft.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace actorgraph {
namespace {

std::string account_name(std::string_view raw, const Account& account) {
    return account.kind == "credit_card" ? account.value : std::string(raw);
}

/// Tags name subjects; nobody acts under them.
bool is_tag(const Account& account) { return account.kind == "hashtag" || account.kind == "cashtag"; }

/// Whether two finds show one account: a handle and a profile page may, and a platform that is not told fits all.
bool is_same_account(const Account& a, const Account& b) {
    const auto is_social = [](const Account& one) { return one.kind == "handle" || one.kind == "social_profile"; };
    const bool is_kind_same = a.kind == b.kind || (is_social(a) && is_social(b));
    const bool is_platform_same = a.platform == b.platform || a.platform.empty() || b.platform.empty();
    return is_kind_same && is_platform_same && a.value == b.value;
}

DraftEntity account_draft(std::string_view raw, const Account& account) {
    DraftEntity draft = make_draft(is_tag(account) ? "tag" : "account", account_name(raw, account));
    draft.entity.subtype = account.kind;
    draft.entity.account = account;
    return draft;
}

} // namespace

void group_accounts(const Reading& reading, const std::vector<FoundAccount>& accounts, Drafts& drafts) {
    std::multimap<std::string_view, std::uint32_t> by_value;
    const std::size_t before = drafts.mentions.size();
    for (const FoundAccount& found : accounts) {
        const auto [first, last] = by_value.equal_range(found.account.value);
        auto same = std::find_if(first, last, [&](const auto& known) {
            return is_same_account(*drafts.entities[known.second].entity.account, found.account);
        });
        if (same == last) {
            same = by_value.emplace(found.account.value, static_cast<std::uint32_t>(drafts.entities.size()));
            drafts.entities.push_back(account_draft(slice(reading.text, found.span), found.account));
        }
        Account& account = *drafts.entities[same->second].entity.account;
        account.platform = account.platform.empty() ? found.account.platform : account.platform;
        DraftMention mention;
        mention.span = found.span;
        mention.draft = same->second;
        mention.form = MentionForm::account;
        mention.sieve = found.rule;
        mention.first_token = reading.token_at(found.span.begin);
        // In a stretch set aside at the end of a text no token stands: the mention then has none.
        mention.end_token = std::min(std::max(mention.first_token + 1, reading.token_at(found.span.end)),
                                     static_cast<std::uint32_t>(reading.words.size()));
        mention.sentence = sentence_of(reading.segmentation, found.span.begin);
        drafts.mentions.push_back(mention);
    }
    if (drafts.mentions.size() > before) {
        sort_mentions(drafts.mentions);
    }
}

} // namespace actorgraph
