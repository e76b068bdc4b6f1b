#include "extractor/readers/unpack.hpp"

#include "extractor/readers/archive.hpp"
#include "extractor/readers/office.hpp"

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <unistd.h>

namespace actorgraph {
namespace {

constexpr std::size_t chunk_bytes = 64 * 1024;
constexpr std::uint64_t free_bytes = 16U << 20U; ///< may come of any little archive

struct FreeArchive {
    void operator()(archive* one) const { archive_read_free(one); }
};
using OpenArchive = std::unique_ptr<archive, FreeArchive>;

/// No format that reads other files (mtree), no filter that starts programs.
OpenArchive new_archive() {
    OpenArchive one(archive_read_new());
    archive_read_support_filter_gzip(one.get());
    archive_read_support_filter_bzip2(one.get());
    archive_read_support_filter_xz(one.get());
    archive_read_support_filter_lzma(one.get());
    archive_read_support_filter_zstd(one.get());
    archive_read_support_filter_lz4(one.get());
    archive_read_support_filter_compress(one.get());
    archive_read_support_format_zip(one.get());
    archive_read_support_format_tar(one.get());
    archive_read_support_format_7zip(one.get());
    archive_read_support_format_cab(one.get());
    archive_read_support_format_rar(one.get());
    archive_read_support_format_rar5(one.get());
    archive_read_support_format_cpio(one.get());
    archive_read_support_format_lha(one.get());
    archive_read_support_format_raw(one.get());
    return one;
}

std::string error_of(archive* one) {
    const char* message = archive_error_string(one);
    return message == nullptr ? "it is damaged" : message;
}

struct Feed {
    ByteSource& source;
    std::array<char, chunk_bytes> buffer{};

    static la_ssize_t read(archive* /*one*/, void* feed, const void** bytes) {
        auto* self = static_cast<Feed*>(feed);
        *bytes = self->buffer.data();
        return static_cast<la_ssize_t>(self->source.read(self->buffer.data(), self->buffer.size()));
    }
};

std::string without_last_extension(const std::string& path) {
    const auto slash = path.rfind('/');
    const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
    const auto dot = name.rfind('.');
    const std::string stem = dot == std::string::npos || dot == 0 ? name : name.substr(0, dot);
    return name.size() > 4 && name.substr(name.size() - 4) == ".tgz" ? stem + ".tar" : stem;
}

struct Totals {
    std::uint64_t unpacked = 0;
    std::uint32_t members = 0;
    bool is_over = false;
};

class Unpacker {
  public:
    Unpacker(const ReadLimits& limits, const SendFrame& send) : limits_(limits), send_(send) {}

    /// `prefix` names the archive inside the outermost one; empty for that one itself.
    void walk(archive* one, const std::string& prefix, const std::string& name,
              std::uint32_t depth) {
        while (!totals_.is_over) {
            archive_entry* entry = nullptr;
            const int state = archive_read_next_header(one, &entry);
            if (state == ARCHIVE_EOF) {
                return;
            }
            if (state == ARCHIVE_RETRY) {
                continue;
            }
            if (state < ARCHIVE_WARN) {
                send_(refused_frame, {prefix, "the archive cannot be read on: " + error_of(one),
                                      "unpack it by hand"});
                return;
            }
            outermost_ = depth == 0 ? one : outermost_;
            if (!is_counted(prefix) || !take(one, entry, prefix, name, depth)) {
                return;
            }
        }
    }

  private:
    bool is_counted(const std::string& prefix) {
        if (++totals_.members <= limits_.members) {
            return true;
        }
        totals_.is_over = true;
        send_(refused_frame, {prefix,
                              "the archive has more than " + std::to_string(limits_.members) +
                                  " members; the rest is not read",
                              "raise --max-members"});
        return false;
    }

    /// False when the archive cannot go on.
    bool take(archive* one, archive_entry* entry, const std::string& prefix,
              const std::string& name, std::uint32_t depth) {
        const char* path = archive_entry_pathname(entry);
        const bool is_packed_file = archive_format(one) == ARCHIVE_FORMAT_RAW;
        if (is_packed_file && archive_filter_count(one) <= 1) {
            send_(refused_frame,
                  {prefix, "the archive is damaged or of an unknown kind", "check the file"});
            return false;
        }
        std::string member = is_packed_file    ? without_last_extension(name)
                             : path == nullptr ? ""
                                               : path;
        const std::string full = prefix.empty() ? member : prefix + "/" + member;
        const auto kind = archive_entry_filetype(entry);
        if (kind == AE_IFDIR) {
            return true;
        }
        if (kind != AE_IFREG && kind != 0) {
            send_(skipped_frame, {full, "it is a link or device, not a file"});
            return true;
        }
        ByteSource source = source_of_member(one, full);
        const std::string_view opening = source.peek(1024);
        if (opening.empty() && !failure_.empty()) {
            report_failure(full);
            return !totals_.is_over;
        }
        if (has_archive_magic(opening) && !is_office(opening, full)) {
            return open_nested(source, full, member, depth + 1);
        }
        send_member(source, full);
        return !totals_.is_over;
    }

    ByteSource source_of_member(archive* one, const std::string& full) {
        return ByteSource([this, one, full](char* to, std::size_t size) -> std::size_t {
            if (totals_.is_over) {
                return 0;
            }
            const la_ssize_t got = archive_read_data(one, to, size);
            if (got < 0) {
                failure_ = error_of(one);
                return 0;
            }
            totals_.unpacked += static_cast<std::uint64_t>(got);
            check_totals(full);
            return static_cast<std::size_t>(got);
        });
    }

    void check_totals(const std::string& full) {
        const auto packed = static_cast<std::uint64_t>(
            std::max<la_int64_t>(archive_filter_bytes(outermost_, -1), 1));
        const bool is_bomb =
            totals_.unpacked > free_bytes && totals_.unpacked / packed > limits_.unpacked_ratio;
        if (is_bomb || totals_.unpacked > limits_.unpacked_bytes) {
            totals_.is_over = true;
            failure_ = is_bomb ? "it unpacks to more than " +
                                     std::to_string(limits_.unpacked_ratio) + " times its size"
                               : "the archive unpacks to more than " +
                                     std::to_string(limits_.unpacked_bytes >> 20U) + " MiB";
            failure_hint_ = is_bomb ? "raise --max-ratio if you trust it" : "raise --max-unpacked";
        }
        (void)full;
    }

    bool open_nested(ByteSource& source, const std::string& full, const std::string& name,
                     std::uint32_t depth) {
        if (depth >= limits_.nesting) {
            send_(refused_frame,
                  {full, "it lies in more than " + std::to_string(limits_.nesting) + " archives",
                   "raise --max-nesting"});
            return true;
        }
        Feed feed{source};
        const OpenArchive inner = new_archive();
        if (archive_read_open(inner.get(), &feed, nullptr, Feed::read, nullptr) != ARCHIVE_OK) {
            send_(refused_frame,
                  {full, "the archive cannot be opened: " + error_of(inner.get()), ""});
        } else {
            walk(inner.get(), full, name, depth);
        }
        report_failure(full);
        return !totals_.is_over;
    }

    void send_member(ByteSource& source, const std::string& full) {
        send_(member_frame, {full});
        std::array<char, chunk_bytes> piece{};
        for (std::size_t got = 0; (got = source.read(piece.data(), piece.size())) > 0;) {
            send_(bytes_frame, {{piece.data(), got}});
        }
        send_(end_frame, {});
        report_failure(full);
    }

    void report_failure(const std::string& full) {
        if (!failure_.empty()) {
            send_(refused_frame, {full, "the member breaks off: " + failure_, failure_hint_});
            failure_.clear();
            failure_hint_.clear();
        }
    }

    const ReadLimits& limits_;
    const SendFrame& send_;
    archive* outermost_ = nullptr;
    Totals totals_;
    std::string failure_;
    std::string failure_hint_;
};

} // namespace

void unpack(ByteSource& source, int descriptor, const std::string& name, const ReadLimits& limits,
            const SendFrame& send) {
    const OpenArchive one = new_archive();
    Feed feed{source};
    const bool can_seek = descriptor >= 0 && lseek(descriptor, 0, SEEK_SET) == 0;
    const int state = can_seek ? archive_read_open_fd(one.get(), descriptor, chunk_bytes)
                               : archive_read_open(one.get(), &feed, nullptr, Feed::read, nullptr);
    if (state != ARCHIVE_OK) {
        send(refused_frame,
             {"", "the archive cannot be opened: " + error_of(one.get()),
              archive_errno(one.get()) == ENOMEM ? "raise --max-memory" : "check the file"});
        return;
    }
    Unpacker(limits, send).walk(one.get(), "", name, 0);
}

bool has_archive_magic(std::string_view opening) {
    struct Magic {
        std::size_t at;
        std::string_view bytes;
    };
    static constexpr std::array magics{
        Magic{0, {"PK\x03\x04", 4}},
        Magic{0, {"PK\x05\x06", 4}},
        Magic{0, {"\x1F\x8B", 2}},
        Magic{0, {"BZh", 3}},
        Magic{0,
              {"\xFD"
               "7zXZ\0",
               6}},
        Magic{0, {"\x28\xB5\x2F\xFD", 4}},
        Magic{0, {"\x04\x22\x4D\x18", 4}},
        Magic{0, {"7z\xBC\xAF\x27\x1C", 6}},
        Magic{0, {"Rar!\x1A\x07", 6}},
        Magic{0, {"MSCF\0\0\0\0", 8}},
        Magic{0, {"\x1F\x9D", 2}},
        Magic{257, {"ustar", 5}},
        Magic{0, {"070701", 6}},
        Magic{2, {"-lh", 3}},
    };
    return std::any_of(magics.begin(), magics.end(), [&](const Magic& magic) {
        return opening.size() > magic.at &&
               opening.substr(magic.at, magic.bytes.size()) == magic.bytes;
    });
}

} // namespace actorgraph
