#include "cli/help_format.hpp"

#include "cli/flag_text.hpp"

namespace actorgraph {
namespace {

class HelpFormat : public CLI::Formatter {
  public:
    HelpFormat() { column_width(34); }

    std::string make_usage(const CLI::App* app, std::string /*name*/) const override {
        return "Usage: " + synopsis_of(*app) + "\n";
    }
    std::string make_option_name(const CLI::Option* option, bool is_positional) const override {
        const FlagText flag = flag_of(*option);
        std::string names;
        for (const std::string& name : flag.names) {
            names += (names.empty() ? "" : ", ") + name;
        }
        return is_positional ? flag.argument : names;
    }
    std::string make_option_opts(const CLI::Option* option) const override {
        const FlagText flag = flag_of(*option);
        return flag.names.empty() || flag.argument.empty() ? "" : " " + flag.argument;
    }
    std::string make_option_desc(const CLI::Option* option) const override {
        const FlagText flag = flag_of(*option);
        return flag.what + (flag.standard.empty() ? "" : " (default: " + flag.standard + ")");
    }
};

} // namespace

std::shared_ptr<CLI::FormatterBase> help_format() {
    return std::make_shared<HelpFormat>();
}

} // namespace actorgraph
