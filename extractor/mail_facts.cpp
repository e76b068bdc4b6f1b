#include "extractor/mail_facts.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace actorgraph {
namespace {

constexpr std::size_t longest_quote = 600; ///< bytes; beyond it the recipient alone is the evidence
constexpr double account_confidence = 0.9;
constexpr double message_confidence = 0.97;

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

class HeaderReader {
  public:
    HeaderReader(const Document& mail, std::vector<Entity>& entities, std::vector<Claim>& claims)
        : mail_(mail), entities_(entities), claims_(claims) {}

    void read() {
        std::vector<std::uint32_t> ends(mail_.parties.size());
        for (std::size_t i = 0; i < ends.size(); ++i) {
            ends[i] = actor_of(mail_.parties[i]);
        }
        const auto from = std::find_if(mail_.parties.begin(), mail_.parties.end(),
                                       [](const MailParty& party) { return party.role == "from"; });
        if (from == mail_.parties.end()) {
            return;
        }
        const std::uint32_t sender = ends[static_cast<std::size_t>(from - mail_.parties.begin())];
        for (std::size_t i = 0; i < ends.size(); ++i) {
            const std::string& role = mail_.parties[i].role;
            if ((role == "to" || role == "cc" || role == "bcc") && ends[i] != sender) {
                add_message(sender, ends[i], *from, mail_.parties[i]);
            }
        }
    }

  private:
    std::string words(Span span) const { return mail_.text.substr(span.begin, length(span)); }

    /// The person or organisation behind a party, else its account.
    std::uint32_t actor_of(const MailParty& party) {
        const std::optional<std::uint32_t> owner = owner_of(party.name);
        if (length(party.address) == 0 || words(party.address).find('@') == std::string::npos) {
            return owner ? *owner : named_account(party);
        }
        const std::uint32_t account = account_of(party.address);
        if (owner) {
            add_ownership(account, *owner, party);
        }
        return owner ? *owner : account;
    }

    std::uint32_t named_account(const MailParty& party) {
        return account_of(length(party.address) > 0 ? party.address : party.name);
    }

    std::uint32_t account_of(Span address) {
        const std::string value = lower(words(address));
        for (std::uint32_t i = 0; i < entities_.size(); ++i) {
            if (entities_[i].account && entities_[i].account->kind == "email" &&
                entities_[i].account->value == value) {
                return i;
            }
        }
        Entity made;
        made.type = "account";
        made.subtype = "email";
        made.name = words(address);
        made.account = Account{"email", "", value};
        made.mentions.push_back({address, MentionForm::account, {"mail.header"}});
        entities_.push_back(std::move(made));
        return static_cast<std::uint32_t>(entities_.size() - 1);
    }

    /// An actor the text gave at this name, or one of the same name, or a new person of two words
    /// or more.
    std::optional<std::uint32_t> owner_of(Span name) {
        if (length(name) < 3) {
            return std::nullopt;
        }
        const std::string full = words(name);
        std::optional<std::uint32_t> best;
        std::uint32_t best_length = 0;
        for (std::uint32_t i = 0; i < entities_.size(); ++i) {
            if (entities_[i].type != "person" && entities_[i].type != "organization") {
                continue;
            }
            if (entities_[i].name == full) {
                return i;
            }
            for (const Mention& mention : entities_[i].mentions) {
                if (contains(name, mention.span) && length(mention.span) > best_length) {
                    best = i;
                    best_length = length(mention.span);
                }
            }
        }
        if (best_length * 2 > length(name)) {
            return best;
        }
        const bool is_full =
            full.find(' ') != std::string::npos && full.find('@') == std::string::npos;
        return is_full ? std::optional(made_person(full, name)) : std::nullopt;
    }

    std::uint32_t made_person(const std::string& full, Span name) {
        Entity made;
        made.type = "person";
        made.name = full;
        made.mentions.push_back({name, MentionForm::name, {"mail.header"}});
        entities_.push_back(std::move(made));
        return static_cast<std::uint32_t>(entities_.size() - 1);
    }

    void add(Claim claim, Span evidence, double confidence) {
        claim.evidence = evidence;
        claim.quote = words(evidence);
        std::replace(claim.quote.begin(), claim.quote.end(), '\n', ' ');
        claim.confidence = confidence;
        claims_.push_back(std::move(claim));
    }

    void add_ownership(std::uint32_t account, std::uint32_t owner, const MailParty& party) {
        if (!owned_.emplace(account, owner).second) {
            return;
        }
        Claim claim;
        claim.relation = "account_of";
        claim.source = account;
        claim.target = owner;
        claim.rule = "account_of.mail_header";
        claim.reasons.emplace_back("the header names the owner beside the address");
        add(std::move(claim), {party.name.begin, party.address.end}, account_confidence);
    }

    void add_message(std::uint32_t sender, std::uint32_t reader, const MailParty& from,
                     const MailParty& to) {
        Claim claim;
        claim.relation = "communicated_with";
        claim.source = sender;
        claim.target = reader;
        claim.channel = "e-mail";
        claim.time = {mail_.date, mail_.date};
        claim.rule = "communicated_with.mail_header";
        claim.reasons.push_back("the header says: " + to.role);
        const Span lines{from.line.begin, to.line.end};
        const bool is_short = lines.begin < lines.end && length(lines) <= longest_quote;
        add(std::move(claim), is_short ? lines : Span{to.name.begin, to.address.end},
            message_confidence);
    }

    const Document& mail_;
    std::vector<Entity>& entities_;
    std::vector<Claim>& claims_;
    std::map<std::uint32_t, std::uint32_t> owned_;
};

} // namespace

void add_mail_facts(const Document& document, std::vector<Entity>& entities,
                    std::vector<Claim>& claims) {
    if (!document.parties.empty()) {
        HeaderReader(document, entities, claims).read();
    }
}

} // namespace actorgraph
