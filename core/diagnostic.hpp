#pragma once

#include <string>
#include <vector>

namespace actorgraph {

enum class Severity { note, warning, error };

/// One thing the user should know about their input: where, what, and what to do.
struct Diagnostic {
    Severity severity = Severity::error;
    std::string file;
    std::size_t line = 0;   ///< from 1; 0 when the whole file is meant
    std::size_t column = 0; ///< from 1; 0 when the whole line is meant
    std::string message;    ///< one sentence of fact
    std::string hint;       ///< one imperative sentence; may be empty
};

using Diagnostics = std::vector<Diagnostic>;

/// `file:line:column: error: message` and, on a line of its own, `  hint: …`; no closing newline.
std::string to_text(const Diagnostic& diagnostic);

} // namespace actorgraph
