#pragma once

#include <array>

namespace actorgraph {

/// What the program tells the shell.
enum ExitCode {
    exit_done = 0,
    exit_no_answer = 1,
    exit_usage = 2,
    exit_partial = 3,
    exit_output = 4,
    exit_damaged = 5,
    exit_locked = 6,
    exit_bug = 70,
    exit_interrupted = 130,
};

struct ExitMeaning {
    ExitCode code;
    const char* meaning;
};
inline constexpr std::array exit_meanings{
    ExitMeaning{exit_done, "done, found"},
    ExitMeaning{exit_no_answer, "no answer: unknown name, not connected, something wrong found by doctor"},
    ExitMeaning{exit_usage, "wrong flags, unreadable rules, ambiguous name; nothing was touched"},
    ExitMeaning{exit_partial, "finished, but some documents were refused; each was named with its reason"},
    ExitMeaning{exit_output, "output could not be written, or the disk is full; a case is as at its last commit"},
    ExitMeaning{exit_damaged, "the case file is damaged or from a newer version"},
    ExitMeaning{exit_locked, "another program writes to the case file"},
    ExitMeaning{exit_bug, "internal error; please report it"},
    ExitMeaning{exit_interrupted, "interrupted; everything finished was kept"},
};

} // namespace actorgraph
