#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace actorgraph {

/// What reading may take. Whatever exceeds a limit is refused by name, and the limit is printed.
struct ReadLimits {
    std::uint64_t document_bytes =
        16U << 20U; ///< of a document that is parsed whole: page, mail, PDF, row
    std::uint64_t text_bytes = 512U << 20U; ///< of one plain text, which is read in parts
    std::uint64_t part_bytes = 1U << 20U; ///< a longer plain text becomes parts of about this size
    std::uint64_t unpacked_bytes = 8ULL << 30U; ///< of all members of one archive together
    std::uint64_t unpacked_ratio = 200; ///< unpacked bytes a packed byte may give, beyond 16 MiB
    std::uint32_t members = 1'000'000;  ///< of one archive, those of nested archives included
    std::uint32_t nesting = 4;          ///< archives in archives, mails in mails
    std::uint32_t recipients = 500;     ///< of one mail
    std::uint64_t memory_bytes = 192U
                                 << 20U; ///< a page's tree, or what a child process adds to its own
    std::uint32_t seconds = 3;           ///< of processor time for a page, a PDF page or a member
    std::uint32_t total_seconds = 600;   ///< of wall time for one child process
};

/// Which field of a JSON row means what: names to look for, the first that is there counts.
struct FieldMap {
    std::vector<std::string> id{"id", "_id", "uuid"};
    std::vector<std::string> text{"text", "maintext", "body", "content", "article"};
    std::vector<std::string> title{"title", "headline"};
    std::vector<std::string> date{"date",         "date_publish", "published",
                                  "publish_date", "pubdate",      "timestamp"};
    std::vector<std::string> outlet{"outlet", "source", "source_domain", "publisher", "domain"};
    std::vector<std::string> url{"url", "link"};
    std::vector<std::string> region{"region"};
};

/// How inputs are read.
struct ReadOptions {
    ReadLimits limits;
    FieldMap fields;
    std::string region; ///< ISO 3166 alpha-2: of documents that name none; national phone numbers follow it
};

/// Applies `--map text=maintext,title=head`: the field on the left is read from the name on the
/// right. Returns what is wrong with the mapping, or nothing.
std::string apply_field_mapping(const std::string& mapping, FieldMap& fields);

} // namespace actorgraph
