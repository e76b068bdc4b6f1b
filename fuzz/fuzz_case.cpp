#include "store/case_reader.hpp"
#include "store/store_failure.hpp"
#include "store/verify.hpp"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <unistd.h>

/// Bytes as a whole case file: it is read, or refused as damaged; what `verify` calls sound is read whole.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace actorgraph;
    const std::string path = "/dev/shm/actorgraph-fuzz-" + std::to_string(getpid()) + ".db";
    std::ofstream(path, std::ios::binary | std::ios::trunc).write(reinterpret_cast<const char*>(bytes),
                                                                  static_cast<std::streamsize>(size));
    bool is_sound = false;
    bool is_read = false;
    try {
        is_sound = verify_case(path).faults.empty();
    } catch (const StoreFailure&) {
    }
    try {
        CaseReader stored(path);
        stored.documents();
        stored.failures();
        stored.each_facts(TextWanted::yes, [](const DocumentFacts&) {});
        stored.next_stale("engine", 0);
        is_read = true;
    } catch (const StoreFailure&) {
    }
    for (const char* beside : {"", "-wal", "-shm"}) {
        std::remove((path + beside).c_str());
    }
    if (is_sound && !is_read) {
        std::abort();
    }
    return 0;
}
