#pragma once

#include <string>
#include <string_view>

namespace actorgraph {

/// Appends one JSON line a document that is safe in the case file: `{"id":…,"sha256":…,"status":…}`.
/// Lines are written by `flush`, which is called after a commit, so that a line is never ahead of the
/// disk; after a crash the re-run tells of the document again.
class Acknowledgements {
  public:
    /// "" writes nothing. A file that cannot be opened is a StoreFailure {disk}.
    explicit Acknowledgements(const std::string& path);
    Acknowledgements(const Acknowledgements&) = delete;
    Acknowledgements& operator=(const Acknowledgements&) = delete;
    ~Acknowledgements();

    bool is_wanted() const { return file_ >= 0; }
    void add(std::string_view id, std::string_view sha256, std::string_view status);
    void flush(); ///< StoreFailure {disk} when the lines cannot be written

  private:
    std::string path_;
    int file_ = -1;
    std::string lines_;
};

} // namespace actorgraph
