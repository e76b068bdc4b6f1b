#include "export/read_json.hpp"

namespace actorgraph {
namespace {

constexpr std::size_t deepest = 64;

/// Looks at the nesting and the syntax and builds nothing.
class DepthCheck : public nlohmann::json_sax<nlohmann::json> {
  public:
    std::string problem;

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return open(); }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(); }
    bool end_array() override { return close(); }
    bool key(string_t&) override { return true; }
    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::detail::exception&) override {
        problem = "this is no JSON, the fault is at byte " + std::to_string(position);
        return false;
    }

  private:
    bool open() {
        if (++depth_ > deepest) {
            problem = "the JSON is nested deeper than " + std::to_string(deepest) + " levels";
            return false;
        }
        return true;
    }
    bool close() {
        --depth_;
        return true;
    }
    std::size_t depth_ = 0;
};

} // namespace

Result<nlohmann::json> read_json(std::string_view text, const std::string& file, std::size_t line) {
    DepthCheck check;
    if (!nlohmann::json::sax_parse(text, &check)) {
        return Diagnostic{Severity::error, file, line, 0, check.problem,
                          "give a file that actorgraph wrote"};
    }
    return nlohmann::json::parse(text, nullptr, false);
}

} // namespace actorgraph
