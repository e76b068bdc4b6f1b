#pragma once

#include <string>
#include <string_view>
#include <sys/types.h>

namespace actorgraph {

/// Marks words on a terminal that shows colours; leaves them plain elsewhere.
struct Ink {
    bool is_coloured = false;

    std::string bold(std::string_view text) const { return painted("1", text); }
    std::string faint(std::string_view text) const { return painted("2", text); }
    std::string red(std::string_view text) const { return painted("1;31", text); }
    std::string yellow(std::string_view text) const { return painted("1;33", text); }

  private:
    std::string painted(std::string_view code, std::string_view text) const;
};

/// For standard output and standard error: coloured on a terminal, unless NO_COLOR is set and not empty
/// (no-color.org) or TERM is "dumb". CLICOLOR_FORCE colours also what is no terminal.
Ink ink_of_output();
Ink ink_of_messages();

/// While it lives, standard output goes through a pager: ACTORGRAPH_PAGER, else PAGER, else less. Only when both
/// standard input and output are terminals; an empty name or "cat" means none. less leaves when one screen is enough.
class Pager {
  public:
    Pager();
    ~Pager(); ///< waits until the reader leaves
    Pager(const Pager&) = delete;
    Pager& operator=(const Pager&) = delete;

  private:
    int output_ = -1; ///< standard output as it was
    pid_t process_ = -1;
};

} // namespace actorgraph
