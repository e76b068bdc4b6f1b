#include "extractor/readers/mail/message.hpp"

#include "core/utf8.hpp"
#include "extractor/readers/charset.hpp"
#include "extractor/readers/html/tree.hpp"

#include <algorithm>
#include <array>
#include <mutex>

namespace actorgraph {
namespace {

constexpr std::size_t deepest_part = 32;
constexpr std::size_t longest_address = 320; ///< bytes; RFC 3696: 64 before the @ and 255 behind it

void start_gmime() {
    static std::once_flag is_started;
    std::call_once(is_started, g_mime_init);
}

std::string bytes_of(GMimePart* part) {
    GMimeDataWrapper* content = g_mime_part_get_content(part);
    if (content == nullptr) {
        return {};
    }
    const MimeOwned<GMimeStream> memory(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(content, memory.get());
    const GByteArray* array = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory.get()));
    return {reinterpret_cast<const char*>(array->data), array->len};
}

std::string file_name(GMimePart* part) {
    const char* name = g_mime_part_get_filename(part);
    std::string clean;
    append_folded(clean, make_valid_utf8(name == nullptr ? "" : name).text.substr(0, 200));
    return make_valid_utf8(clean).text;
}

class PartWalker {
  public:
    MailParts walk(GMimeObject* top) {
        if (top != nullptr) {
            visit(top, 0);
        }
        if (!parts_.plain.empty()) {
            parts_.html.clear();
        }
        return std::move(parts_);
    }

  private:
    void visit(GMimeObject* object, std::size_t depth) {
        if (depth > deepest_part) {
            parts_.is_cut = true;
        } else if (GMIME_IS_MULTIPART(object)) {
            auto* multipart = GMIME_MULTIPART(object);
            const int count = g_mime_multipart_get_count(multipart);
            for (int i = 0; i < count; ++i) {
                visit(g_mime_multipart_get_part(multipart, i), depth + 1);
            }
        } else if (GMIME_IS_MESSAGE_PART(object)) {
            GMimeMessage* message = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
            if (message != nullptr) {
                g_object_ref(message);
                parts_.messages.emplace_back(message);
            }
        } else if (GMIME_IS_PART(object)) {
            take(GMIME_PART(object));
        }
    }

    void take(GMimePart* part) {
        GMimeContentType* type = g_mime_object_get_content_type(GMIME_OBJECT(part));
        const char* disposition = g_mime_object_get_disposition(GMIME_OBJECT(part));
        const bool is_attached =
            disposition != nullptr && g_ascii_strcasecmp(disposition, "attachment") == 0;
        const bool is_plain =
            type == nullptr || g_mime_content_type_is_type(type, "text", "plain") != 0;
        const bool is_html =
            type != nullptr && g_mime_content_type_is_type(type, "text", "html") != 0;
        if (is_attached || (!is_plain && !is_html)) {
            ++unnamed_;
            std::string name = file_name(part);
            parts_.attachments.push_back(
                {name.empty() ? "part-" + std::to_string(unnamed_) : std::move(name),
                 bytes_of(part)});
            return;
        }
        const char* charset =
            type == nullptr ? nullptr : g_mime_content_type_get_parameter(type, "charset");
        std::string& text = is_html ? parts_.html : parts_.plain;
        text += text.empty() ? "" : "\n\n";
        text += decode_text(bytes_of(part), charset == nullptr ? "" : charset).text;
    }

    MailParts parts_;
    std::size_t unnamed_ = 0;
};

/// "Inc.", "Jr", "LLC", "PhD": what follows a name behind a comma and is no given name.
bool is_suffix(std::string_view word) {
    static constexpr std::array<std::string_view, 8> suffixes{"Inc", "Ltd", "Corp", "Co", "Esq", "Jr", "Sr", "Dr"};
    const auto capitals = std::count_if(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return word.find(' ') == std::string_view::npos &&
           ((word.size() > 2 && word.back() == '.') || (capitals > 1 && word.size() <= 4) ||
            std::find(suffixes.begin(), suffixes.end(), word) != suffixes.end());
}

/// "Doe, Jane" as "Jane Doe"; anything else as it stands.
std::string natural_name(const std::string& name) {
    const auto comma = name.find(", ");
    const bool is_turned = comma != std::string::npos && comma > 0 && comma + 2 < name.size() &&
                           name.find(',', comma + 1) == std::string::npos && name.find(' ') == comma + 1;
    return is_turned && !is_suffix(std::string_view(name).substr(comma + 2))
               ? name.substr(comma + 2) + " " + name.substr(0, comma)
               : name;
}

void collect(InternetAddressList* list, std::size_t limit, std::size_t depth,
             std::vector<MailAddress>& found, std::size_t& left_out) {
    const int count = list == nullptr ? 0 : internet_address_list_length(list);
    for (int i = 0; i < count; ++i) {
        InternetAddress* address = internet_address_list_get_address(list, i);
        if (INTERNET_ADDRESS_IS_GROUP(address) && depth < 4) {
            collect(internet_address_group_get_members(INTERNET_ADDRESS_GROUP(address)), limit,
                    depth + 1, found, left_out);
        } else if (INTERNET_ADDRESS_IS_MAILBOX(address) && found.size() < limit) {
            const char* name = internet_address_get_name(address);
            const char* mailbox =
                internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address));
            MailAddress clean;
            append_folded(clean.name, make_valid_utf8(name == nullptr ? "" : name).text);
            clean.name = natural_name(clean.name);
            append_folded(clean.address, make_valid_utf8(mailbox == nullptr ? "" : mailbox).text);
            if (clean.address.size() <= longest_address && clean.name.size() <= longest_address) {
                found.push_back(std::move(clean));
            } else {
                ++left_out;
            }
        } else {
            ++left_out;
        }
    }
}

} // namespace

MimeOwned<GMimeMessage> parse_message(std::string_view bytes) {
    start_gmime();
    if (bytes.rfind("From ", 0) == 0) { // the line between the mails of a mailbox
        bytes.remove_prefix(std::min(bytes.find('\n'), bytes.size() - 1) + 1);
    }
    const MimeOwned<GMimeStream> stream(
        g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
    const MimeOwned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    return MimeOwned<GMimeMessage>(g_mime_parser_construct_message(parser.get(), nullptr));
}

MailParts parts_of(GMimeMessage* message) {
    return PartWalker().walk(g_mime_message_get_mime_part(message));
}

std::vector<MailAddress> addresses_of(InternetAddressList* list, std::size_t limit,
                                      std::size_t& left_out) {
    std::vector<MailAddress> found;
    collect(list, limit, 0, found, left_out);
    return found;
}

} // namespace actorgraph
