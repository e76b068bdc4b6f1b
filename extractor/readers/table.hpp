#pragma once

#include "extractor/readers/intake.hpp"

namespace actorgraph {

/// How a format is told and read. Exactly one of `stream` and `whole` is set; the bytes of a
/// `whole` reader are refused unread when they exceed `document_bytes`.
struct Reader {
    std::string_view name;
    std::string_view extensions;                  ///< ".a .b", lower case
    bool (*has_magic)(std::string_view opening);  ///< sure by its first bytes; may be null
    bool (*looks_like)(std::string_view opening); ///< likely, for bytes without a known extension
    void (*stream)(ByteSource& source, const Intake& reading);
    void (*whole)(std::string_view bytes, const Intake& reading);
};

bool is_known_extension(const std::string& path);

/// Every extension of the table, with blanks between.
std::string known_extensions();

} // namespace actorgraph
