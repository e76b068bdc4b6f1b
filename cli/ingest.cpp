#include "cli/ingest.hpp"

#include "cli/acknowledge.hpp"
#include "cli/ingest_inputs.hpp"
#include "cli/ingest_progress.hpp"
#include "cli/interrupt.hpp"
#include "extractor/analyse.hpp"
#include "store/reading_codec.hpp"

#include <fmt/core.h>
#include <tbb/concurrent_queue.h>
#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>

#include <atomic>
#include <exception>
#include <memory>
#include <thread>

namespace actorgraph {
namespace {

using Clock = std::chrono::steady_clock;
using ItemPointer = std::shared_ptr<IngestItem>;
using Producer = bool (*)(const IngestOrder&, CaseReader&, const IngestSink&);

constexpr std::size_t batch_documents = 256;
constexpr std::size_t batch_bytes = std::size_t{8} << 20U;
constexpr auto batch_time = std::chrono::seconds(1);

PackedDocument facts_of(const Document& document, const Rulebook& rules) {
    return pack(analyse(document, rules), encode_reading(document));
}

/// Writes items in their order and commits them in batches.
class IngestWriting {
  public:
    IngestWriting(const IngestOrder& order, const IngestManner& manner, std::uint64_t total_bytes)
        : order_(order), writer_(order.case_path, manner.command, order.engine.program, manner.patience),
          stored_(order.case_path), acknowledgements_(manner.acknowledge),
          progress_(manner.is_quiet, total_bytes) {}

    CaseReader& stored() { return stored_; }

    void take(IngestItem& item, const Rulebook& rules) {
        switch (item.kind) {
        case IngestItem::Kind::document: take_document(item, rules); break;
        case IngestItem::Kind::left_out:
            ++report_.left_out;
            writer_.keep(row_of(item.input), item.name, item.content);
            break;
        case IngestItem::Kind::end_of_input: end_input(item); break;
        case IngestItem::Kind::unchanged_input: skip_input(item); break;
        case IngestItem::Kind::stale:
            ++report_.reread;
            report_.changed +=
                writer_.replace_facts(item.stale_facts, *item.packed, order_.engine.whole) ? 1U : 0U;
            break;
        }
        ++batched_;
        batched_bytes_ += item.packed ? item.packed->text.size() + item.packed->body.size() : 0;
        commit_when_full();
        progress_.show(report_.added + report_.known + report_.unchanged + report_.reread, item.bytes);
    }

    void commit() {
        writer_.commit();
        acknowledgements_.flush();
        batched_ = batched_bytes_ = 0;
        last_commit_ = Clock::now();
    }

    IngestReport finish(bool is_whole) {
        report_.was_interrupted = !is_whole;
        commit();
        writer_.finish(report_.summary());
        return std::move(report_);
    }

  private:
    void take_document(IngestItem& item, const Rulebook& rules) {
        const std::int64_t input = row_of(item.input);
        const std::string& engine = order_.engine.whole;
        std::optional<CaseWriter::Put> put;
        if (!item.packed) {
            put = writer_.link(input, item.name, item.content, engine);
        }
        if (!put) { // taken away since the walk saw it, or never seen
            put = writer_.put(input, item.name, item.packed ? *item.packed : facts_of(item.document, rules),
                              engine);
        }
        const bool is_added = *put == CaseWriter::Put::added;
        const bool is_known = *put == CaseWriter::Put::known;
        ++(is_added ? report_.added : is_known ? report_.known : report_.unchanged);
        acknowledgements_.add(item.name, item.document.sha256,
                              is_added ? "added" : is_known ? "known" : "unchanged");
    }

    void end_input(IngestItem& item) {
        report_.gone += writer_.close_input(row_of(item.input), item.end);
        report_.refused += item.end.refusals.size();
        note(item.problems);
    }

    void skip_input(IngestItem& item) {
        ++report_.unchanged_inputs;
        report_.refused += item.problems.size();
        note(item.problems);
        if (item.stored.row == 0) {
            return;
        }
        if (!(item.end.stamp == item.stored.stamp)) {
            writer_.touch_input(item.stored.row, item.stored, item.end.stamp);
        }
        if (acknowledgements_.is_wanted()) {
            for (const auto& [name, sha256] : stored_.documents_of(item.input)) {
                acknowledgements_.add(name, sha256, "unchanged");
            }
        }
    }

    void note(const Diagnostics& problems) {
        report_.problems.insert(report_.problems.end(), problems.begin(), problems.end());
    }

    std::int64_t row_of(const std::string& input) {
        if (input != input_ || input_row_ == 0) {
            input_ = input;
            input_row_ = writer_.open_input(input);
        }
        return input_row_;
    }

    void commit_when_full() {
        if (batched_ >= batch_documents || batched_bytes_ >= batch_bytes ||
            Clock::now() - last_commit_ >= batch_time) {
            commit();
        }
    }

    const IngestOrder& order_;
    CaseWriter writer_; // before the readers: its lock must be let go last
    CaseReader stored_;
    Acknowledgements acknowledgements_;
    IngestProgress progress_;
    IngestReport report_;
    std::string input_;
    std::int64_t input_row_ = 0;
    std::size_t batched_ = 0;
    std::size_t batched_bytes_ = 0;
    Clock::time_point last_commit_ = Clock::now();
};

/// Runs a walk on a thread of its own, which never is more than a queue ahead of the pipeline.
class WalkThread {
  public:
    WalkThread(Producer walk, const IngestOrder& order, int jobs) {
        queue_.set_capacity(4 * jobs);
        thread_ = std::thread([this, walk, &order] { run(walk, order); });
    }
    WalkThread(const WalkThread&) = delete;
    WalkThread& operator=(const WalkThread&) = delete;
    ~WalkThread() {
        is_stopped_ = true;
        while (thread_.joinable() && !is_done_) {
            queue_.abort(); // wakes a push that waits now; the next one looks at the mark
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        if (thread_.joinable()) {
            thread_.join();
        }
    }

    /// The next item; null at the end.
    ItemPointer next() {
        ItemPointer item;
        queue_.pop(item);
        return item;
    }

    /// True when the walk came to its end; rethrows what ended it before.
    bool finish() {
        thread_.join();
        if (failure_) {
            std::rethrow_exception(failure_);
        }
        return is_whole_;
    }

  private:
    void run(Producer walk, const IngestOrder& order) {
        try {
            CaseReader stored(order.case_path);
            is_whole_ = walk(order, stored, [this](IngestItem item) {
                return push(std::make_shared<IngestItem>(std::move(item)));
            });
        } catch (...) {
            failure_ = std::current_exception();
        }
        push(nullptr);
        is_done_ = true;
    }

    /// False when nobody takes items any more.
    bool push(ItemPointer item) {
        try {
            if (!is_stopped_) {
                queue_.push(std::move(item));
            }
        } catch (const tbb::user_abort&) {
            return false;
        }
        return !is_stopped_;
    }

    tbb::concurrent_bounded_queue<ItemPointer> queue_;
    std::exception_ptr failure_;
    bool is_whole_ = false;
    std::atomic<bool> is_stopped_ = false;
    std::atomic<bool> is_done_ = false;
    std::thread thread_;
};

bool needs_facts(const IngestItem& item) {
    return item.kind == IngestItem::Kind::stale ||
           (item.kind == IngestItem::Kind::document && !item.has_facts);
}

/// Walk → facts, several at a time → case file. True when the walk came to its end.
bool run_pipeline(Producer walk, const IngestOrder& order, const Rulebook& rules, int jobs,
                  IngestWriting& writing) {
    WalkThread items(walk, order, jobs);
    tbb::parallel_pipeline(
        static_cast<std::size_t>(4 * jobs),
        tbb::make_filter<void, ItemPointer>(tbb::filter_mode::serial_in_order,
                                            [&items](tbb::flow_control& control) {
                                                ItemPointer item = items.next();
                                                if (!item) {
                                                    control.stop();
                                                }
                                                return item;
                                            }) &
            tbb::make_filter<ItemPointer, ItemPointer>(
                tbb::filter_mode::parallel,
                [&rules](ItemPointer item) {
                    if (needs_facts(*item)) {
                        item->packed = facts_of(item->document, rules);
                        item->document.text.clear();
                    }
                    return item;
                }) &
            tbb::make_filter<ItemPointer, void>(
                tbb::filter_mode::serial_in_order,
                [&writing, &rules](const ItemPointer& item) { writing.take(*item, rules); }));
    const bool is_whole = items.finish();
    writing.commit();
    return is_whole;
}

std::uint64_t bytes_of(const std::vector<Input>& inputs) {
    std::uint64_t total = 0;
    for (const Input& input : inputs) {
        const auto stamp = stamp_of(input.path.string());
        total += stamp ? static_cast<std::uint64_t>(stamp->size) : 0;
    }
    return total;
}

} // namespace

std::string IngestReport::summary() const {
    std::string line = fmt::format("{} added, {} unchanged", added, unchanged);
    const auto add = [&line](std::size_t count, const char* words) {
        line += count > 0 ? fmt::format(", {} {}", count, words) : "";
    };
    add(known, "known under another name");
    add(gone, "replaced or gone from their file");
    add(left_out, "left out for their date");
    add(unchanged_inputs, "files unchanged and not read");
    add(reread, "read again since rules or program changed");
    line += reread > 0 ? fmt::format(", {} of them say something else now", changed) : "";
    add(refused, "refused");
    return line;
}

IngestReport ingest(const IngestOrder& order, const Rulebook& rules, const IngestManner& manner) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism,
                                    static_cast<std::size_t>(std::max(1, manner.jobs)));
    IngestWriting writing(order, manner, bytes_of(order.inputs));
    bool is_whole = run_pipeline(walk_inputs, order, rules, manner.jobs, writing);
    is_whole = is_whole && run_pipeline(walk_stale, order, rules, manner.jobs, writing);
    return writing.finish(is_whole);
}

} // namespace actorgraph
