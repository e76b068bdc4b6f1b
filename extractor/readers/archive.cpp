#include "extractor/readers/archive.hpp"

#include "core/utf8.hpp"
#include "extractor/readers/child.hpp"
#include "extractor/readers/unpack.hpp"

#include <algorithm>
#include <sys/stat.h>

namespace actorgraph {
namespace {

constexpr std::size_t longest_name = 300; ///< bytes

/// A member's name as it may be printed: valid UTF-8 without control characters.
std::string printable(std::string_view name) {
    std::string clean = make_valid_utf8(name.substr(0, longest_name)).text;
    for (char& c : clean) {
        c = static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? '?' : c;
    }
    return clean;
}

std::uint64_t size_of_file(int descriptor) {
    struct stat status {};
    const bool is_known = descriptor >= 0 && fstat(descriptor, &status) == 0;
    return is_known ? static_cast<std::uint64_t>(status.st_size) : 0;
}

class ArchiveReading {
  public:
    ArchiveReading(Child& child, const Intake& intake) : child_(child), intake_(intake) {}

    void run() {
        while (std::optional<Frame> frame = child_.next()) {
            const Intake about = named(frame->fields.empty() ? "" : frame->fields[0]);
            if (frame->kind == member_frame) {
                read_member(about);
            } else if (frame->kind == skipped_frame && frame->fields.size() == 2) {
                warn(about, "skipped: " + frame->fields[1], "");
            } else if (frame->kind == refused_frame && frame->fields.size() == 3) {
                refuse_whole(about, frame->fields[1], frame->fields[2]);
            }
        }
        if (!child_.reason().empty()) {
            refuse_whole(intake_,
                         "the archive " + child_.reason() +
                             (last_.empty() ? "" : ", behind member " + last_),
                         "unpack it by hand, or raise --max-memory or --max-seconds");
        }
    }

  private:
    Intake named(std::string_view member) const {
        const std::string name = printable(member);
        return {intake_.id + (name.empty() ? "" : "/" + name),
                intake_.options,
                intake_.sink,
                intake_.tally,
                intake_.depth + 1,
                -1};
    }

    void read_member(const Intake& member) {
        std::string piece;
        std::size_t at = 0;
        bool is_open = true;
        ByteSource source([&](char* to, std::size_t size) -> std::size_t {
            while (is_open && at == piece.size()) {
                std::optional<Frame> frame = child_.next();
                is_open = frame && frame->kind == bytes_frame && frame->fields.size() == 1;
                piece = is_open ? std::move(frame->fields[0]) : "";
                at = 0;
            }
            const std::size_t given = std::min(size, piece.size() - at);
            std::copy_n(piece.data() + at, given, to);
            at += given;
            return given;
        });
        read_any(source, member);
        skip(member, source.drain());
        intake_.tally.bytes += source.taken();
        last_ = member.id;
    }

    /// A refusal of the whole counts the archive's own bytes, when nothing came out of it.
    void refuse_whole(const Intake& about, const std::string& message, const std::string& hint) {
        const bool is_untouched = last_.empty() && about.id == intake_.id;
        const std::uint64_t size = is_untouched ? size_of_file(intake_.descriptor) : 0;
        intake_.tally.bytes += size;
        refuse(about, size, message, hint);
    }

    Child& child_;
    const Intake& intake_;
    std::string last_;
};

} // namespace

void read_archive(ByteSource& source, const Intake& intake) {
    const std::uint64_t before = source.taken();
    Child child(intake.options.limits, [&](const SendFrame& send) {
        unpack(source, intake.descriptor, intake.id, intake.options.limits, send);
    });
    ArchiveReading(child, intake).run();
    if (intake.descriptor < 0) {
        source.drain();
        intake.tally.bytes -= source.taken() - before; // members count, not the pack
    }
}

} // namespace actorgraph
