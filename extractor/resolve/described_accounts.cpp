#include "extractor/recognise/accounts/platforms.hpp"
#include "extractor/resolve/described.hpp"

#include <algorithm>
#include <map>

namespace actorgraph {
namespace {

constexpr std::uint32_t widest_gap = 3; ///< words between "account" and its holder

/// Letters and digits in lower case, as a handle spells a name.
std::string as_handle(std::string_view name) {
    std::string out = fold(name);
    std::erase_if(out, [](char c) { return !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')); });
    return out;
}

class DescribedAccounts {
  public:
    DescribedAccounts(const Reading& reading, Drafts& drafts)
        : reading_(reading), drafts_(drafts),
          by_token_(mentions_by_token(reading, drafts.mentions)),
          ending_at_(reading.words.size() + 1, none) {
        for (std::uint32_t m = 0; m < drafts.mentions.size(); ++m) {
            if (drafts.mentions[m].form != MentionForm::pronoun &&
                drafts.mentions[m].end_token < ending_at_.size()) {
                ending_at_[drafts.mentions[m].end_token] = m;
            }
        }
    }

    void run() {
        for (const Sentence& sentence : reading_.segmentation.sentences) {
            for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
                if (reading_.word(i) == "account" && !names_follow(i, sentence)) {
                    read(i, sentence);
                }
            }
        }
        if (!made_.empty()) {
            drafts_.mentions.insert(drafts_.mentions.end(), made_.begin(), made_.end());
            sort_mentions(drafts_.mentions);
        }
    }

  private:
    /// "her account @voss", "the account of Voss, @voss": it is named.
    bool names_follow(std::uint32_t i, const Sentence& sentence) const {
        for (std::uint32_t k = i + 1; k < sentence.end_token; ++k) {
            if (by_token_[k] != none &&
                drafts_.entities[drafts_.mentions[by_token_[k]].draft].entity.account) {
                return true;
            }
        }
        return false;
    }

    std::string platform_at(std::uint32_t i) const { return platform_named("", reading_.word(i)); }

    /// Whether a mention is somebody who may hold accounts, not the platform of the account.
    bool is_holder(std::uint32_t m) const {
        if (m == none) {
            return false;
        }
        const DraftEntity& draft = drafts_.entities[drafts_.mentions[m].draft];
        return (draft.is_person || draft.is_organisation) && !draft.is_latent &&
               !draft.entity.name.empty() && platform_named("", draft.entity.name).empty();
    }

    void read(std::uint32_t i, const Sentence& sentence) {
        std::uint32_t first = i;
        std::string platform;
        if (first > sentence.first_token && !platform_at(first - 1).empty()) {
            platform = platform_at(--first);
        }
        std::uint32_t at = first;
        while (at > sentence.first_token && first - at < widest_gap && reading_.is_lower(at - 1) &&
               reading_.words[at - 1].classes == 0 && ending_at_[at] == none) {
            --at; // "Voss's private Twitter account"
        }
        const bool is_possessive =
            at > sentence.first_token && reading_.is(at - 1, WordClass::possessive);
        const std::uint32_t holder = ending_at_[is_possessive ? at - 1 : at];
        if (is_holder(holder) && (is_possessive || at == first)) {
            from_holder(drafts_.mentions[holder], i, platform);
        } else if (!platform.empty()) {
            before_holder(first, i, platform, sentence);
        }
    }

    void from_holder(const DraftMention& holder, std::uint32_t i, const std::string& platform) {
        const std::uint32_t handle = handle_like(holder.draft);
        if (platform.empty() && handle == none) {
            return; // accounts of banks and of events
        }
        const bool has_article =
            holder.first_token > 0 && reading_.is(holder.first_token - 1, WordClass::the);
        add(holder.draft, handle, platform, holder.first_token - (has_article ? 1U : 0U), i + 1);
    }

    /// "the Twitter account behind Tidewatch", "an Instagram account run by Voss".
    void before_holder(std::uint32_t first, std::uint32_t i, const std::string& platform,
                       const Sentence& sentence) {
        static constexpr std::string_view links[] = {"of",       "behind", "belonging", "run",
                                                     "operated", "used",   "for"};
        if (i + 1 >= sentence.end_token || std::find(std::begin(links), std::end(links),
                                                     reading_.word(i + 1)) == std::end(links)) {
            return;
        }
        for (std::uint32_t k = i + 2; k < std::min(i + 2 + widest_gap, sentence.end_token); ++k) {
            if (is_holder(by_token_[k])) {
                const std::uint32_t draft = drafts_.mentions[by_token_[k]].draft;
                const bool has_article =
                    first > sentence.first_token && reading_.is(first - 1, WordClass::the);
                add(draft, handle_like(draft), platform, first - (has_article ? 1U : 0U), i + 1);
                return;
            }
        }
    }

    std::uint32_t handle_like(std::uint32_t holder) const {
        const std::string wanted = as_handle(drafts_.entities[holder].entity.name);
        for (std::uint32_t d = 0; d < drafts_.entities.size(); ++d) {
            const auto& account = drafts_.entities[d].entity.account;
            if (account && account->kind == "handle" && as_handle(account->value) == wanted) {
                return d;
            }
        }
        return none;
    }

    std::uint32_t unnamed(std::uint32_t holder, const std::string& platform) {
        const auto [at, is_new] =
            of_holder_.try_emplace(holder, static_cast<std::uint32_t>(drafts_.entities.size()));
        if (is_new) {
            std::string shown = platform;
            shown[0] =
                static_cast<char>(shown[0] >= 'a' && shown[0] <= 'z' ? shown[0] - 32 : shown[0]);
            drafts_.entities.push_back(make_draft("account", drafts_.entities[holder].entity.name +
                                                                 "'s " + shown + " account"));
            drafts_.entities.back().entity.subtype = "unnamed";
        }
        return at->second;
    }

    void add(std::uint32_t holder, std::uint32_t handle, const std::string& platform,
             std::uint32_t first, std::uint32_t end) {
        const std::uint32_t draft = handle == none ? unnamed(holder, platform) : handle;
        DraftMention mention = mention_of(reading_, draft, first, end);
        mention.form = MentionForm::nominal;
        mention.sieve = "resolve.described-account";
        made_.push_back(mention);
    }

    const Reading& reading_;
    Drafts& drafts_;
    std::vector<std::uint32_t> by_token_;
    std::vector<std::uint32_t> ending_at_; ///< of each token, the mention that ends before it
    std::map<std::uint32_t, std::uint32_t> of_holder_;
    std::vector<DraftMention> made_;
};

} // namespace

void describe_accounts(const Reading& reading, Drafts& drafts) {
    DescribedAccounts(reading, drafts).run();
}

} // namespace actorgraph
