#include "store/store_check.hpp"

#include "store/case_reader.hpp"
#include "store/case_writer.hpp"
#include "store/store_failure.hpp"
#include "store/verify.hpp"

#include <sqlite3.h>
#include <zstd.h>

#include <unistd.h>

namespace actorgraph {
namespace {

namespace fs = std::filesystem;

/// A name that no other program uses; files of that name go with it.
class ScratchCase {
  public:
    explicit ScratchCase(const fs::path& folder)
        : path((folder / (".actorgraph-check-" + std::to_string(getpid()) + ".db")).string()) {}
    ~ScratchCase() {
        std::error_code ignored;
        for (const char* beside : {"", "-wal", "-shm", "-journal"}) {
            fs::remove(path + beside, ignored);
        }
    }
    ScratchCase(const ScratchCase&) = delete;
    ScratchCase& operator=(const ScratchCase&) = delete;
    std::string path;
};

DocumentFacts sample() {
    DocumentFacts facts;
    facts.id = "check.txt";
    facts.text = "Ana Reyes met Bo Li.";
    return facts;
}

std::string settings_of(const std::string& path) {
    Database database(path, Database::Access::write);
    Statement journal(database, "PRAGMA journal_mode = WAL");
    const std::string mode = journal.begin().step() ? journal.text(0) : "unknown";
    journal.reset();
    return "journal " + mode + ", synchronous full, " +
           (sqlite3_threadsafe() != 0 ? "threads safe" : "built without threads");
}

void prove(const std::string& path) {
    {
        CaseWriter writer(path, "check", "");
        const std::int64_t input = writer.open_input("/check");
        writer.put(input, "check.txt", pack(sample()), "check");
        writer.finish("checked");
    }
    std::size_t read = 0;
    CaseReader(path).each_facts(TextWanted::yes, [&read](const DocumentFacts& facts) {
        read += facts.text == sample().text ? 1 : 0;
    });
    const Verdict verdict = verify_case(path);
    if (read != 1 || !verdict.faults.empty()) {
        throw StoreFailure(StoreFault::damaged, path + ": what was written did not come back",
                           "do not keep cases on this disk");
    }
}

} // namespace

StoreCheck check_store(const fs::path& folder) {
    StoreCheck check;
    check.libraries = std::string("SQLite ") + sqlite3_libversion() + ", zstd " + ZSTD_versionString();
    const ScratchCase scratch(folder);
    try {
        prove(scratch.path);
        check.settings = settings_of(scratch.path);
        if (check.settings.find("wal") == std::string::npos) {
            check.fault = "this disk keeps no write-ahead log (" + check.settings + ")";
            check.hint = "keep cases on a local disk; shared network disks lack the locks";
        }
    } catch (const StoreFailure& failure) {
        check.fault = failure.what();
        check.hint = failure.hint();
    }
    return check;
}

} // namespace actorgraph
