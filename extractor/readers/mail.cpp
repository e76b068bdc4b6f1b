#include "extractor/readers/mail.hpp"

#include "core/utf8.hpp"
#include "extractor/readers/html.hpp"
#include "extractor/readers/html/tree.hpp"
#include "extractor/readers/mail/message.hpp"
#include "extractor/readers/mail/quotes.hpp"
#include "extractor/readers/published_date.hpp"

#include <array>
#include <re2/re2.h>

namespace actorgraph {
namespace {

constexpr std::size_t most_boundaries =
    500; ///< multiparts; deeper nesting would cost the parser's stack

std::string folded(const char* value) {
    std::string text;
    append_folded(text, make_valid_utf8(value == nullptr ? "" : value).text);
    return text;
}

Span appended(std::string& text, std::string_view part) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += part;
    return {begin, static_cast<std::uint32_t>(text.size())};
}

/// One header line, "To: Name <address>, …", and its parties.
void append_party_line(Document& mail, const char* role,
                       const std::vector<MailAddress>& addresses) {
    if (addresses.empty()) {
        return;
    }
    const std::size_t first = mail.parties.size();
    const auto begin = static_cast<std::uint32_t>(mail.text.size());
    std::string label(role);
    label[0] = static_cast<char>(label[0] - 32);
    mail.text += label + ": ";
    for (std::size_t i = 0; i < addresses.size(); ++i) {
        mail.text += i > 0 ? ", " : "";
        MailParty party;
        party.role = role;
        party.name = appended(mail.text, addresses[i].name);
        mail.text += addresses[i].name.empty() ? "" : " <";
        party.address = appended(mail.text, addresses[i].address);
        mail.text += addresses[i].name.empty() ? "" : ">";
        mail.parties.push_back(std::move(party));
    }
    for (std::size_t i = first; i < mail.parties.size(); ++i) {
        mail.parties[i].line = {begin, static_cast<std::uint32_t>(mail.text.size())};
    }
    mail.text += '\n';
}

/// Day of the Date header in its own zone; empty when it is none.
std::string day_of(GMimeMessage* message) {
    GDateTime* date = g_mime_message_get_date(message);
    if (date == nullptr) {
        return {};
    }
    gchar* day = g_date_time_format(date, "%Y-%m-%d");
    const std::string text = published_date(day == nullptr ? "" : day);
    g_free(day);
    return text;
}

void append_header(GMimeMessage* message, const Intake& intake, Document& mail) {
    struct Field {
        const char* role;
        InternetAddressList* list;
    };
    const std::array fields{Field{"from", g_mime_message_get_from(message)},
                            Field{"sender", g_mime_message_get_sender(message)},
                            Field{"to", g_mime_message_get_to(message)},
                            Field{"cc", g_mime_message_get_cc(message)},
                            Field{"bcc", g_mime_message_get_bcc(message)}};
    const std::size_t limit = intake.options.limits.recipients;
    std::size_t left_out = 0;
    for (const Field& field : fields) {
        const std::size_t room = limit - std::min(limit, mail.parties.size());
        append_party_line(mail, field.role, addresses_of(field.list, room, left_out));
    }
    if (left_out > 0) {
        warn(intake,
             std::to_string(left_out) + " addresses of the mail are left out: more than " +
                 std::to_string(limit) + " in all, or longer than an address can be",
             "raise --max-recipients");
    }
    mail.date = day_of(message);
    mail.title = folded(g_mime_message_get_subject(message));
    mail.text += mail.date.empty() ? "" : "Date: " + mail.date + "\n";
    mail.text += mail.title.empty() ? "" : "Subject: " + mail.title + "\n";
}

std::string body_of(MailParts& parts, const Intake& intake) {
    if (!parts.plain.empty() || parts.html.empty()) {
        return std::move(parts.plain);
    }
    auto text = plain_text_of_html(parts.html, intake.options.limits);
    if (!text) {
        warn(intake, "the HTML of the mail needs more memory than the limit and is left out",
             "raise --max-memory");
    }
    return text.value_or("");
}

void read_message(GMimeMessage* message, std::string_view bytes, const Intake& intake);

/// Whether something inside a mail may be opened; says so when not.
bool may_open(const Intake& part) {
    const std::uint32_t limit = part.options.limits.nesting;
    if (part.depth <= limit) {
        return true;
    }
    warn(part, "left out: it lies deeper than " + std::to_string(limit) + " levels",
         "raise --max-nesting");
    return false;
}

void read_attachments(const MailParts& parts, const Intake& intake) {
    for (const MailParts::Attachment& attachment : parts.attachments) {
        const Intake part{intake.id + "/" + attachment.name,
                          intake.options,
                          intake.sink,
                          intake.tally,
                          intake.depth + 1,
                          -1};
        if (!attachment.bytes.empty() && may_open(part)) {
            ByteSource source = source_of(attachment.bytes);
            read_any(source, part);
            intake.tally.bytes += source.taken();
        }
    }
    for (std::size_t i = 0; i < parts.messages.size(); ++i) {
        const Intake part{intake.id + "/message-" + std::to_string(i + 1),
                          intake.options,
                          intake.sink,
                          intake.tally,
                          intake.depth + 1,
                          -1};
        if (may_open(part)) {
            read_message(parts.messages[i].get(), {}, part);
        }
    }
}

void read_message(GMimeMessage* message, std::string_view bytes, const Intake& intake) {
    Document mail;
    append_header(message, intake, mail);
    MailParts parts = parts_of(message);
    if (parts.is_cut) {
        warn(intake, "parts of the mail lie too deep and are left out", "");
    }
    const std::size_t header = mail.text.size();
    mail.text += header == 0 ? "" : "\n";
    mail.text += body_of(parts, intake);
    mail.set_aside = find_quoted(mail.text, header);
    mail.sha256 = sha256_hex(bytes.empty() ? std::string_view(mail.text) : bytes);
    mail.source_bytes = bytes.size();
    if (mail.text.empty()) {
        warn(intake, "the mail is empty", "");
    }
    deliver(intake, std::move(mail));
    read_attachments(parts, intake);
}

/// The line before a mail of a mailbox: "From ADDRESS Thu May  5 10:00:00 2022". A body's own "From
/// …" has no such stamp.
bool is_separator(const std::string& line) {
    static const RE2 stamp(R"(From \S+ .*\d\d:\d\d.* \d{4}\b.*\s*)");
    return line.rfind("From ", 0) == 0 && line.size() < 300 && RE2::FullMatch(line, stamp);
}

/// ">From …": a line of a body that a mailbox marks, so that it is no separator.
bool is_marked(const std::string& line) {
    const auto from = line.find_first_not_of('>');
    return from != std::string::npos && from > 0 && line.compare(from, 5, "From ") == 0;
}

std::size_t count_boundaries(std::string_view bytes) {
    static const RE2 boundary("(?i)boundary[ \\t]*=");
    re2::StringPiece rest(bytes.data(), bytes.size());
    std::size_t count = 0;
    while (count <= most_boundaries && RE2::FindAndConsume(&rest, boundary)) {
        ++count;
    }
    return count;
}

} // namespace

void read_mail(std::string_view bytes, const Intake& intake) {
    if (count_boundaries(bytes) > most_boundaries) {
        refuse(intake, bytes.size(),
               "the mail has more than " + std::to_string(most_boundaries) + " multiparts",
               "take its parts out and read them one by one");
        return;
    }
    const MimeOwned<GMimeMessage> message = parse_message(bytes);
    if (message == nullptr) {
        refuse(intake, bytes.size(), "the file is no mail: it has no header", "check the file");
        return;
    }
    read_message(message.get(), bytes, intake);
}

void read_mbox(ByteSource& source, const Intake& intake) {
    const std::uint64_t limit = intake.options.limits.document_bytes;
    std::string mail;
    std::string line;
    std::uint64_t size = 0;
    std::size_t number = 0;
    const auto close = [&] {
        if (size == 0) {
            return;
        }
        const Intake one{intake.id + "#" + std::to_string(++number),
                         intake.options,
                         intake.sink,
                         intake.tally,
                         intake.depth,
                         -1};
        if (size > limit) {
            refuse(one, size, "the mail is longer than the limit of " + size_in_words(limit),
                   "raise --max-document");
        } else {
            read_mail(mail, one);
        }
        skip(one, size > limit ? 0 : size - mail.size()); // marks taken from lines
        mail.clear();
        size = 0;
    };
    bool is_behind_blank = true;
    while (true) {
        const std::uint64_t taken = source.read_line(line, limit);
        if (taken == 0) {
            break;
        }
        if (is_behind_blank && is_separator(line)) {
            close();
        }
        size += taken;
        if (mail.size() <= limit) {
            mail += is_marked(line) ? std::string_view(line).substr(1) : std::string_view(line);
        }
        is_behind_blank = line == "\n" || line == "\r\n";
    }
    close();
    if (number == 0) {
        warn(intake, "the mailbox is empty", "");
    }
}

bool looks_like_mail(std::string_view opening) {
    static const RE2 header(
        R"((?i)^(?:(?:received|from|to|cc|date|subject|message-id|return-path|delivered-to|mime-version|content-type|reply-to|sender|x-[\w-]+):[^\n]*\r?\n(?:[ \t][^\n]*\n)*){3})");
    return RE2::PartialMatch(re2::StringPiece(opening.data(), opening.size()), header);
}

bool looks_like_mbox(std::string_view opening) {
    static const RE2 first(R"(^From \S+ [^\n]*\d\d:\d\d[^\n]* \d{4}\b[^\n]*\n[A-Za-z-]+:)");
    return RE2::PartialMatch(re2::StringPiece(opening.data(), opening.size()), first);
}

} // namespace actorgraph
