#pragma once

#include <gmime/gmime.h>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace actorgraph {

struct ReleaseObject {
    void operator()(void* object) const { g_object_unref(object); }
};
template <typename T> using MimeOwned = std::unique_ptr<T, ReleaseObject>;

/// Text of the mail and what hangs on it.
struct MailParts {
    std::string plain; ///< of all plain parts, decoded, valid UTF-8
    std::string html;  ///< of all HTML parts; of a mail that has no plain text
    struct Attachment {
        std::string name;
        std::string bytes;
    };
    std::vector<Attachment> attachments;
    std::vector<MimeOwned<GMimeMessage>> messages; ///< attached mails
    bool is_cut = false;                           ///< something lay deeper than we look
};

struct MailAddress {
    std::string name;
    std::string address;
};

/// Parses; nothing when the bytes are no mail at all. Never fetches, decrypts or executes anything.
MimeOwned<GMimeMessage> parse_message(std::string_view bytes);

/// Walks the parts, at most 32 levels deep.
MailParts parts_of(GMimeMessage* message);

/// Addresses of a header, groups opened, white space folded, "Doe, Jane" as "Jane Doe"; at most `limit`, `left_out` counts the
/// rest.
std::vector<MailAddress> addresses_of(InternetAddressList* list, std::size_t limit,
                                      std::size_t& left_out);

} // namespace actorgraph
