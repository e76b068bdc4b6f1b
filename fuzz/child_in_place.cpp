#include "extractor/readers/child.hpp"

#include <deque>
#include <exception>
#include <new>

namespace actorgraph {

/// Stands in for the child process: the parser runs here, so that its faults are seen by the sanitizers and a run
/// costs no process. Frames are kept until they are asked for; the memory limit bounds them.
class Child::Run {
  public:
    std::deque<Frame> frames;
};

Child::Child(const ReadLimits& limits, const std::function<void(const SendFrame&)>& work)
    : run_(std::make_unique<Run>()) {
    std::uint64_t bytes = 0;
    const SendFrame keep = [&](char kind, const std::vector<std::string_view>& fields) {
        Frame& frame = run_->frames.emplace_back(Frame{kind, {fields.begin(), fields.end()}});
        for (const std::string& field : frame.fields) {
            bytes += field.size();
        }
        if (bytes > limits.memory_bytes) {
            throw std::bad_alloc();
        }
    };
    try {
        work(keep);
    } catch (const std::bad_alloc&) {
        reason_ = "needs more memory than the limit";
    } catch (const std::exception& failure) {
        reason_ = failure.what();
    }
}

Child::~Child() = default;

std::optional<Frame> Child::next() {
    if (run_->frames.empty()) {
        return std::nullopt;
    }
    Frame frame = std::move(run_->frames.front());
    run_->frames.pop_front();
    return frame;
}

} // namespace actorgraph
