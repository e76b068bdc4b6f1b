#include "cli/case_command.hpp"
#include "cli/interrupt.hpp"
#include "export/facts_line.hpp"
#include "extractor/readers/intake.hpp"
#include "store/case_writer.hpp"

#include <fmt/core.h>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

namespace actorgraph {
namespace {

constexpr const char* merged_input = "(merged)"; ///< what the case calls facts of other machines
constexpr std::size_t batch_lines = 256;
constexpr std::uint64_t longest_line = std::uint64_t{512} << 20U; ///< bytes; a text of 16 MiB takes far less

struct MergeFlags {
    std::string case_file;
    std::vector<std::string> files;
    double wait = 10;
};

struct MergeCounts {
    std::size_t added = 0;
    std::size_t known = 0;
    std::size_t refused = 0;
};

class Merge {
  public:
    explicit Merge(const MergeFlags& flags)
        : writer_(flags.case_file, "merge", "", patience_of(flags.wait)),
          input_(writer_.open_input(merged_input)) {}

    void read(const std::string& path) {
        const int file = path == "-" ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC);
        if (file < 0) {
            refuse({{Severity::error, path, 0, 0, std::string("cannot open the file: ") + std::strerror(errno),
                     "check the path"}});
            return;
        }
        try {
            read_lines(source_of_file(file), path);
        } catch (const ReadFailure& failure) {
            refuse({{Severity::error, path, 0, 0, "reading broke off: " + failure.message, "check the disk"}});
        }
        if (file != STDIN_FILENO) {
            close(file);
        }
    }

    MergeCounts finish() {
        writer_.finish(fmt::format("{} merged, {} known, {} refused", counts_.added, counts_.known,
                                   counts_.refused));
        return counts_;
    }

  private:
    void read_lines(ByteSource source, const std::string& path) {
        std::string line;
        for (std::size_t number = 1; !was_interrupted(); ++number) {
            const std::uint64_t size = source.read_line(line, longest_line);
            if (size == 0) {
                return;
            }
            if (size > longest_line) {
                refuse({{Severity::error, path, number, 0,
                         "the line is longer than the limit of " + size_in_words(longest_line),
                         "give a file of 'extract -f facts'"}});
            } else if (line.find_first_not_of(" \t\r\n") != std::string::npos) {
                take(read_facts_line(line, path, number));
            }
        }
    }

    void take(const Result<DocumentFacts>& facts) {
        if (!facts) {
            refuse(facts.problems());
            return;
        }
        const auto put = writer_.put(input_, facts.value().id, pack(facts.value()), "");
        ++(put == CaseWriter::Put::unchanged ? counts_.known : counts_.added);
        if ((counts_.added + counts_.known) % batch_lines == 0) {
            writer_.commit();
        }
    }

    void refuse(const Diagnostics& problems) {
        print(problems);
        counts_.refused += problems.size();
    }

    CaseWriter writer_;
    std::int64_t input_;
    MergeCounts counts_;
};

int run(const MergeFlags& flags) {
    catch_interrupts();
    Merge merge(flags);
    for (const std::string& file : flags.files) {
        merge.read(file);
    }
    const MergeCounts counts = merge.finish();
    fmt::print(stderr, "{}: {} documents merged, {} known, {} lines refused\n", flags.case_file,
               counts.added, counts.known, counts.refused);
    return was_interrupted() ? exit_interrupted : counts.refused > 0 ? exit_partial : exit_done;
}

} // namespace

std::function<int()> add_merge(CLI::App& app) {
    auto* command = app.add_subcommand("merge", "Add facts lines of other machines to a case file");
    auto flags = std::make_shared<MergeFlags>();
    command->add_option("case", flags->case_file, "Case file, made when there is none")
        ->required()
        ->type_name("CASE");
    command->add_option("files", flags->files, "Files of 'extract -f facts', or -")->required()->type_name("FILE");
    add_wait_flag(*command, flags->wait);
    command->footer("Example:\n  actorgraph extract articles/ -f facts -o part1.jsonl\n"
                    "  actorgraph merge case.db part1.jsonl part2.jsonl");
    return [command, flags] { return command->parsed() ? run(*flags) : -1; };
}

} // namespace actorgraph
