#include "core/diagnostic.hpp"

namespace actorgraph {
namespace {

const char* word(Severity severity) {
    switch (severity) {
    case Severity::note: return "note";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
    }
    return "error";
}

} // namespace

std::string to_text(const Diagnostic& diagnostic) {
    std::string text = diagnostic.file;
    if (diagnostic.line > 0) {
        text += ':' + std::to_string(diagnostic.line);
    }
    if (diagnostic.column > 0) {
        text += ':' + std::to_string(diagnostic.column);
    }
    if (!text.empty()) {
        text += ": ";
    }
    text += std::string(word(diagnostic.severity)) + ": " + diagnostic.message;
    if (!diagnostic.hint.empty()) {
        text += "\n  hint: " + diagnostic.hint;
    }
    return text;
}

} // namespace actorgraph
