#include "cli/completion.hpp"

#include "cli/flag_text.hpp"

namespace actorgraph {
namespace {

std::string names_below(const CLI::App& app) {
    std::string names;
    for (const CLI::App* one : commands_of(app)) {
        names += (names.empty() ? "" : " ") + one->get_name();
    }
    return names;
}

std::string joined(const std::vector<std::string>& words, const char* between) {
    std::string out;
    for (const std::string& word : words) {
        out += (out.empty() ? "" : between) + word;
    }
    return out;
}

/// What may follow each command: commands below it, or its flags.
void write_bash_words(const CLI::App& app, std::ostream& out) {
    std::string words = names_below(app);
    if (words.empty()) {
        for (const FlagText& flag : flags_of(app)) {
            words += (words.empty() || flag.names.empty() ? "" : " ") + joined(flag.names, " ");
        }
    }
    out << "        '" << name_of(app) << "') words='" << words << "' ;;\n";
    for (const CLI::App* one : commands_of(app)) {
        write_bash_words(*one, out);
    }
}

void write_bash_values(const CLI::App& app, std::ostream& out) {
    for (const FlagText& flag : flags_of(app)) {
        for (const std::string& name : flag.choices.empty() ? std::vector<std::string>{} : flag.names) {
            out << "        '" << name_of(app) << ' ' << name << "') values='" << joined(flag.choices, " ") << "' ;;\n";
        }
    }
    for (const CLI::App* one : commands_of(app)) {
        write_bash_values(*one, out);
    }
}

/// ":extract:path:rules:rules test:"
std::string all_names(const CLI::App& app) {
    std::string names;
    for (const CLI::App* one : commands_of(app)) {
        names += name_of(*one) + ":" + all_names(*one);
    }
    return names;
}

void write_bash(const CLI::App& app, std::ostream& out) {
    out << R"(# bash completion of actorgraph; written by 'actorgraph completion bash'
_actorgraph() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command='' words='' values='' at=1 next
    COMPREPLY=()
    while [ "$at" -lt "$COMP_CWORD" ]; do
        next="$command${command:+ }${COMP_WORDS[at]}"
        case ':)" << all_names(app) << R"(' in *":$next:"*) command=$next ;; *) break ;; esac
        at=$((at + 1))
    done
    case "$command" in
)";
    write_bash_words(app, out);
    out << "    esac\n    case \"$command $prev\" in\n";
    write_bash_values(app, out);
    out << R"(    esac
    if [ -n "$values" ]; then
        COMPREPLY=($(compgen -W "$values" -- "$cur"))
    elif [[ $cur == -* || $words != -* ]]; then
        COMPREPLY=($(compgen -W "$words" -- "$cur"))
    else
        compopt -o filenames 2>/dev/null
        COMPREPLY=($(compgen -f -- "$cur"))
    fi
}
complete -F _actorgraph actorgraph
)";
}

/// Text inside single quotes of a zsh or fish word.
std::string quoted(const std::string& text, const char* quote_in_quotes) {
    std::string out;
    for (const char c : text) {
        out += c == '\'' ? std::string(quote_in_quotes) : std::string(1, c);
    }
    return out;
}

/// What _arguments takes literally in a description.
std::string zsh_text(const std::string& text) {
    std::string out;
    for (const char c : quoted(text, "'\\''")) {
        out += (c == '[' || c == ']' || c == ':' ? "\\" : "") + std::string(1, c);
    }
    return out;
}

void write_zsh_flags(const CLI::App& command, std::ostream& out) {
    out << "_arguments -s";
    for (const FlagText& flag : flags_of(command)) {
        const std::string value = flag.argument.empty() ? ""
                                  : flag.choices.empty()
                                      ? ":" + zsh_text(flag.argument) + ":_files"
                                      : ":value:(" + joined(flag.choices, " ") + ")";
        for (const std::string& name : flag.names) {
            out << " \\\n            '*" << name << "[" << zsh_text(flag.what) << "]" << value << "'";
        }
    }
    out << " \\\n            '*:file:_files'";
}

void write_zsh_level(const CLI::App& app, const char* position, std::ostream& out) {
    out << "case ${words[" << position << "]} in\n";
    for (const CLI::App* one : commands_of(app)) {
        out << "        " << one->get_name() << ") ";
        if (commands_of(*one).empty()) {
            write_zsh_flags(*one, out);
        } else {
            out << "if (( CURRENT == 3 )); then _values command " << names_below(*one) << "; else ";
            write_zsh_level(*one, "3", out);
            out << "; fi";
        }
        out << " ;;\n";
    }
    out << "    esac";
}

void write_zsh(const CLI::App& app, std::ostream& out) {
    out << "#compdef actorgraph\n# zsh completion of actorgraph; written by 'actorgraph completion zsh'\n_actorgraph() {\n"
           "    if (( CURRENT == 2 )); then\n        local -a commands=(\n";
    for (const CLI::App* one : commands_of(app)) {
        out << "            '" << one->get_name() << ":" << zsh_text(one->get_description()) << "'\n";
    }
    out << "        )\n        _describe command commands\n        return\n    fi\n    ";
    write_zsh_level(app, "2", out);
    out << "\n}\nif [ \"$funcstack[1]\" = _actorgraph ]; then _actorgraph \"$@\"; else compdef _actorgraph actorgraph; fi\n";
}

void write_fish_flags(const CLI::App& command, const std::string& when, std::ostream& out) {
    for (const FlagText& flag : flags_of(command)) {
        if (flag.names.empty()) {
            continue;
        }
        out << "complete -c actorgraph -n '" << when << "'";
        for (const std::string& name : flag.names) {
            out << (name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1));
        }
        if (!flag.choices.empty()) {
            out << " -x -a '" << joined(flag.choices, " ") << "'";
        } else if (!flag.argument.empty()) {
            out << " -r";
        }
        out << " -d '" << quoted(flag.what, "\\'") << "'\n";
    }
}

void write_fish_level(const CLI::App& app, const std::string& before, std::ostream& out) {
    const std::string seen = "__fish_seen_subcommand_from ";
    const std::string start = before.empty() ? "__fish_use_subcommand" : before + "; and not " + seen + names_below(app);
    for (const CLI::App* one : commands_of(app)) {
        out << "complete -c actorgraph -n '" << start << "' -f -a " << one->get_name() << " -d '"
            << quoted(one->get_description(), "\\'") << "'\n";
        const std::string when = (before.empty() ? "" : before + "; and ") + seen + one->get_name();
        commands_of(*one).empty() ? write_fish_flags(*one, when, out) : write_fish_level(*one, when, out);
    }
}

void write_fish(const CLI::App& app, std::ostream& out) {
    out << "# fish completion of actorgraph; written by 'actorgraph completion fish'\n";
    write_fish_level(app, "", out);
}

} // namespace

const std::vector<Completion>& completions() {
    static const std::vector<Completion> table{{"bash", write_bash}, {"zsh", write_zsh}, {"fish", write_fish}};
    return table;
}

} // namespace actorgraph
