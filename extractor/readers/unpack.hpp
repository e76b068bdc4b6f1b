#pragma once

#include "extractor/readers/child.hpp"
#include "extractor/readers/source.hpp"

namespace actorgraph {

constexpr char member_frame = 'M';  ///< name; then pieces, then an end
constexpr char bytes_frame = 'B';   ///< a piece of the member
constexpr char end_frame = 'E';     ///< of the member
constexpr char skipped_frame = 'S'; ///< name, why
constexpr char refused_frame = 'R'; ///< name, message, hint; the name is empty for the whole

/// Walks an archive in a child process and sends its members. Reads from `descriptor` when it can
/// be sought, so that a zip's directory counts; else from `source`.
void unpack(ByteSource& source, int descriptor, const std::string& name, const ReadLimits& limits,
            const SendFrame& send);

} // namespace actorgraph
