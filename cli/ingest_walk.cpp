#include "cli/ingest_walk.hpp"

#include "cli/ingest_inputs.hpp"
#include "cli/interrupt.hpp"
#include "store/digest.hpp"

#include <algorithm>

namespace actorgraph {
namespace {

class Walk {
  public:
    Walk(const IngestOrder& order, CaseReader& stored, const IngestSink& give)
        : order_(order), stored_(stored), give_(give), case_key_(input_key(order.case_path)) {}

    bool run() {
        for (const Input& input : order_.inputs) {
            if (!is_going_on() || !walk(input)) {
                return false;
            }
        }
        return true;
    }

  private:
    static bool is_going_on() { return !was_interrupted(); }

    bool walk(const Input& input) {
        const std::string path = input.path.string();
        if (is_stream(path)) {
            return read({input.path, "-"}, "-", {});
        }
        const std::string key = input_key(path);
        if (key == case_key_) {
            IngestItem item = item_of(IngestItem::Kind::unchanged_input, key);
            item.problems = {{Severity::error, path, 0, 0, "this is the case file itself", "give documents"}};
            return give_(std::move(item));
        }
        std::optional<InputStamp> stamp = stamp_of(path);
        const std::optional<StoredInput> before = stored_.input(key);
        if (stamp && before && may_skip(*before) && is_unchanged(path, *before, *stamp)) {
            return give_unchanged(key, *before, *stamp);
        }
        if (stamp) {
            stamp->sha256 = stamp->sha256.empty() ? digest_of_file(path) : stamp->sha256;
        }
        return read(input, key, stamp.value_or(InputStamp{}));
    }

    /// Was the input read by these readers, and at least as far back as is asked now?
    bool may_skip(const StoredInput& before) const {
        const bool covers =
            before.since.empty() || (!order_.since.empty() && before.since <= order_.since);
        return covers && before.program == readers_of(before.has_failures) &&
               !(order_.retries_failed && before.has_failures);
    }

    /// What read an input, for the case: when something was refused, the limits belong to it.
    std::string readers_of(bool has_failures) const {
        return order_.engine.program + (has_failures ? "/" + order_.engine.limits : "");
    }

    bool give_unchanged(const std::string& key, const StoredInput& before, const InputStamp& stamp) {
        IngestItem item = item_of(IngestItem::Kind::unchanged_input, key);
        bytes_ = before_ += static_cast<std::uint64_t>(stamp.size);
        item.bytes = bytes_;
        item.stored = before;
        item.end.stamp = stamp;
        for (StoredFailure& failure : before.has_failures ? stored_.failures_of(key)
                                                          : std::vector<StoredFailure>{}) {
            item.problems.push_back(std::move(failure.problem));
        }
        return give_(std::move(item));
    }

    bool read(const Input& input, const std::string& key, const InputStamp& stamp) {
        IngestItem end = item_of(IngestItem::Kind::end_of_input, key);
        bool is_wanted = true; // readers cannot be stopped; what comes after is dropped
        const ReadSink sink{
            [&](Document document) {
                is_wanted = is_wanted && is_going_on() && give_document(key, std::move(document));
            },
            [&](Diagnostic problem) {
                if (problem.severity == Severity::error) {
                    end.end.refusals.push_back(problem);
                }
                end.problems.push_back(std::move(problem));
            }};
        const ReadTally tally = read_documents(input, order_.reading, sink);
        if (!is_wanted) {
            return false;
        }
        bytes_ = before_ + static_cast<std::uint64_t>(stamp.size);
        before_ = end.bytes = bytes_;
        end.end.program = readers_of(!end.end.refusals.empty());
        end.end.since = order_.since;
        const bool is_refused_whole = tally.documents == 0 && !end.end.refusals.empty();
        end.end.keeps_others = key == "-" || is_refused_whole;
        const auto after = stamp_of(input.path.string());
        const bool is_steady = after && after->size == stamp.size &&
                               (stamp.ctime == 0 || after->ctime == stamp.ctime);
        if (is_steady) {
            end.end.stamp = stamp;
        }
        return give_(std::move(end));
    }

    bool give_document(const std::string& key, Document document) {
        bytes_ += document.source_bytes;
        IngestItem item = item_of(IngestItem::Kind::document, key);
        item.content = content_key(document);
        item.name = document.id;
        const bool is_nameless = key == "-" && (item.name == "-" || item.name.starts_with("-:") || item.name.starts_with("-#"));
        if (is_nameless) {
            item.name = "stdin:" + to_hex(item.content).substr(0, 16);
        }
        if (is_before(document.date, order_.since)) {
            item.kind = IngestItem::Kind::left_out;
        } else {
            item.has_facts = stored_.has_facts(item.content, order_.engine.whole);
        }
        item.document = std::move(document);
        return give_(std::move(item));
    }

    IngestItem item_of(IngestItem::Kind kind, const std::string& key) const {
        IngestItem item;
        item.kind = kind;
        item.input = key;
        item.bytes = bytes_;
        return item;
    }

    const IngestOrder& order_;
    CaseReader& stored_;
    const IngestSink& give_;
    std::string case_key_;
    std::uint64_t bytes_ = 0;  ///< done of all inputs
    std::uint64_t before_ = 0; ///< of the inputs before this one
};

} // namespace

bool walk_inputs(const IngestOrder& order, CaseReader& stored, const IngestSink& give) {
    return Walk(order, stored, give).run();
}

bool walk_stale(const IngestOrder& order, CaseReader& stored, const IngestSink& give) {
    std::int64_t last = 0;
    while (auto stale = stored.next_stale(order.engine.whole, last)) {
        last = stale->facts;
        IngestItem item;
        item.kind = IngestItem::Kind::stale;
        item.stale_facts = last;
        item.document = std::move(stale->document);
        if (was_interrupted() || !give(std::move(item))) {
            return false;
        }
    }
    return true;
}

} // namespace actorgraph
