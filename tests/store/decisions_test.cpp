#include "store/decision_log.hpp"
#include "store/verify.hpp"
#include "tests/store/case_samples.hpp"

#include <catch2/catch.hpp>

using namespace actorgraph;

TEST_CASE("decisions are appended, undone and proved", "[store][decisions]") {
    const ScratchFolder folder;
    const std::string path = folder.file("case.db");
    Decision same;
    same.a = {"person:ana reyes", "person:reyes"};
    same.b = {"person:a m reyes @ 0123456789ab"};
    same.user = "eva";
    same.why = "same office";
    same.time = "2026-01-02T03:04:05Z";
    Decision name;
    name.kind = DecisionKind::rename;
    name.a = {"person:ana reyes"};
    name.text = "Ana María Reyes";
    {
        DecisionLog log(path, std::chrono::milliseconds(0));
        CHECK(log.add(same) == 1);
        CHECK(log.add(name) == 2);
        CHECK(log.undo(1, "bo", "wrong"));
        CHECK_FALSE(log.undo(1, "bo", "again"));
        CHECK_FALSE(log.undo(3, "bo", "the undoing itself"));
        CHECK_FALSE(log.undo(9, "bo", "nothing"));
        log.commit("");
    }
    const auto decisions = stored_decisions(path);
    REQUIRE(decisions.size() == 2);
    same.number = 1;
    same.undone_by = 3;
    CHECK(decisions[0] == same);
    CHECK(decisions[1].text == name.text);
    CHECK(decisions[1].a == name.a);
    CHECK_FALSE(decisions[1].time.empty());
    CHECK(verify_case(path).faults.empty());
}
