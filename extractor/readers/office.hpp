#pragma once

#include "extractor/readers/intake.hpp"

namespace actorgraph {

/// A word processor's file (DOCX, ODT): one document with its paragraphs, notes behind them;
/// deleted and commented text is left out. A child process parses it.
void read_office(std::string_view bytes, const Intake& intake);

/// Whether a zip is such a file, by its first entry or the ending of its name.
bool is_office(std::string_view opening, std::string_view name);
bool has_office_magic(std::string_view opening);

} // namespace actorgraph
