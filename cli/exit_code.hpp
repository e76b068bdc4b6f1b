#pragma once

namespace actorgraph {

/// What the program tells the shell; documented in docs/formats.md.
enum ExitCode {
    exit_done = 0,
    exit_no_answer = 1,  ///< unknown name, not connected
    exit_usage = 2,      ///< wrong flags, unreadable rules, ambiguous name
    exit_partial = 3,    ///< finished, but some documents were refused
    exit_output = 4,     ///< output could not be written
    exit_bug = 70,
    exit_interrupted = 130,
};

} // namespace actorgraph
