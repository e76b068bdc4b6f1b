#pragma once

#include "extractor/readers/intake.hpp"

namespace actorgraph {

/// An archive or packed file (zip, tar, 7z, cab, rar, cpio, lha; gzip, bzip2, xz, zstd, lz4,
/// compress): every member goes to the reader it asks for, named behind the archive:
/// `a.zip/b/c.html`. Archives in archives are opened to `nesting`. Members are streamed; nothing is
/// written to disk. A child process unpacks, so that a bomb or a fault costs the rest of the
/// archive and nothing else.
void read_archive(ByteSource& source, const Intake& intake);

bool has_archive_magic(std::string_view opening);

} // namespace actorgraph
