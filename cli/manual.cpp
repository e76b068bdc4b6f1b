#include "cli/manual.hpp"

#include "cli/exit_code.hpp"
#include "cli/flag_text.hpp"
#include "cli/settings.hpp"

#include <string>
#include <string_view>

namespace actorgraph {
namespace {

/// Text as roff takes it literally: backslashes, dashes, and dots at the beginning of a line.
std::string roff(std::string_view text) {
    std::string out;
    bool begins_line = true;
    for (const char c : text) {
        if (begins_line && (c == '.' || c == '\'')) {
            out += "\\&";
        }
        begins_line = c == '\n';
        switch (c) {
        case '\\': out += "\\e"; break;
        case '-': out += "\\-"; break;
        default: out += c;
        }
    }
    return out;
}

void write_flag(const FlagText& flag, std::ostream& out) {
    out << ".TP\n";
    if (flag.names.empty()) {
        out << "\\fI" << roff(flag.argument) << "\\fR\n";
    } else {
        for (std::size_t i = 0; i < flag.names.size(); ++i) {
            out << (i == 0 ? "" : ", ") << "\\fB" << roff(flag.names[i]) << "\\fR";
        }
        out << (flag.argument.empty() ? "" : " \\fI" + roff(flag.argument) + "\\fR") << '\n';
    }
    out << roff(flag.what) << (flag.standard.empty() ? "" : " (default: " + roff(flag.standard) + ")") << '\n';
}

/// The footer of a command: its examples as they are typed.
void write_footer(const CLI::App& command, std::ostream& out) {
    if (!command.get_footer().empty()) {
        out << ".PP\n.nf\n" << roff(command.get_footer()) << "\n.fi\n";
    }
}

void write_command(const CLI::App& command, std::ostream& out) {
    if (!commands_of(command).empty()) {
        for (const CLI::App* one : commands_of(command)) {
            write_command(*one, out);
        }
        write_footer(command, out);
        return;
    }
    out << ".SS " << roff(name_of(command)) << "\n.B " << roff(synopsis_of(command)) << "\n.PP\n"
        << roff(command.get_description()) << ".\n";
    for (const FlagText& flag : flags_of(command)) {
        if (flag.what != "Print this help message and exit") {
            write_flag(flag, out);
        }
    }
    write_footer(command, out);
}

constexpr const char* settings_text = R"(.SH SETTINGS
Every flag with a long name can be set in the environment:
.B ACTORGRAPH_
and its name in capitals, with _ for \-, so
.B ACTORGRAPH_MAX_DOCUMENT=64mb
for
.BR \-\-max\-document .
The file
.I actorgraph.toml
in the current folder, or the one that
.B ACTORGRAPH_CONFIG
names, sets them by the same names: at the top for all commands that have the flag, in a table for one:
.PP
.nf
jobs = 2
rules = "newsroom/rules"

[path]
format = "markdown"
.fi
.PP
A flag wins over the environment, the environment over the file.
.PP
.B ACTORGRAPH_PAGER
or
.B PAGER
names the pager of long answers on a terminal; empty or "cat" means none.
.B NO_COLOR
keeps a terminal without colours.
)";

} // namespace

void write_manual(const CLI::App& app, std::ostream& out) {
    out << ".\\\" Written by 'actorgraph help --man'.\n.TH ACTORGRAPH 1 \"\" \"actorgraph " ACTORGRAPH_VERSION "\"\n"
        << ".SH NAME\nactorgraph \\- " << roff(app.get_description()) << "\n.SH SYNOPSIS\n.B actorgraph COMMAND\n"
        << ".RI [ OPTIONS ] ...\n.SH COMMANDS\n";
    for (const CLI::App* command : commands_of(app)) {
        write_command(*command, out);
    }
    out << settings_text << ".SH EXIT STATUS\n";
    for (const ExitMeaning& one : exit_meanings) {
        out << ".TP\n.B " << static_cast<int>(one.code) << '\n' << roff(one.meaning) << '\n';
    }
    out << ".SH EXAMPLES\n.nf\n" << roff(app.get_footer()) << "\n.fi\n";
}

} // namespace actorgraph
