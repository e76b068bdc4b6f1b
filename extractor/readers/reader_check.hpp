#pragma once

#include <string>

namespace actorgraph {

/// Whether documents can be parsed in a child process here.
struct ReaderCheck {
    std::string libraries; ///< "libarchive 3.6.2, poppler 22.12.0, expat 2.5.0, GMime 3.2.13"
    std::string limits;    ///< what a child may use when nothing else is said
    std::string fault;     ///< empty when a small archive was read by a child
    std::string hint;
};
ReaderCheck check_readers();

} // namespace actorgraph
