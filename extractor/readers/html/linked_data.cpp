#include "extractor/readers/html/metadata.hpp"
#include "extractor/readers/published_date.hpp"

#include <array>
#include <map>
#include <nlohmann/json.hpp>

namespace actorgraph {
namespace {

constexpr std::size_t deepest = 64;
using Fields = std::map<std::string, std::vector<std::string>>;

bool is_article_type(const Fields& fields) {
    static constexpr std::array<std::string_view, 5> endings{"Article", "Posting", "Report",
                                                             "Review", "BlogPost"};
    const auto types = fields.find("@type");
    if (types == fields.end()) {
        return false;
    }
    for (const std::string& type : types->second) {
        for (const std::string_view ending : endings) {
            if (type.size() >= ending.size() &&
                type.compare(type.size() - ending.size(), ending.size(), ending) == 0) {
                return true;
            }
        }
    }
    return false;
}

/// Keeps the strings of the objects that are open; the first closed one that is an article stays.
class LinkedDataReader : public nlohmann::json_sax<nlohmann::json> {
  public:
    Fields article;

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool string(string_t& value) override {
        if (!levels_.empty()) {
            levels_.back().fields[levels_.back().key].push_back(value);
        }
        return true;
    }
    bool start_object(std::size_t) override { return open(""); }
    bool end_object() override {
        Level closed = std::move(levels_.back());
        levels_.pop_back();
        if (article.empty() && is_article_type(closed.fields)) {
            article = std::move(closed.fields);
        } else if (!levels_.empty()) {
            for (auto& [name, values] : closed.fields) {
                std::vector<std::string>& kept =
                    levels_.back().fields[levels_.back().key + "." + name];
                kept.insert(kept.end(), values.begin(), values.end());
            }
        }
        return true;
    }
    bool start_array(std::size_t) override {
        return open(levels_.empty() ? "" : levels_.back().key);
    }
    bool end_array() override {
        Level closed = std::move(levels_.back());
        levels_.pop_back();
        if (!levels_.empty()) {
            levels_.back().fields.merge(closed.fields);
        }
        return true;
    }
    bool key(string_t& name) override {
        levels_.back().key = name;
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
        return false;
    }

  private:
    struct Level {
        std::string key;
        Fields fields;
    };
    bool open(std::string key) {
        if (levels_.size() >= deepest) {
            return false;
        }
        levels_.push_back({std::move(key), {}});
        return true;
    }
    std::vector<Level> levels_;
};

std::vector<std::string> all(const Fields& fields, std::initializer_list<const char*> names) {
    for (const char* name : names) {
        const auto found = fields.find(name);
        if (found != fields.end()) {
            return found->second;
        }
    }
    return {};
}

std::string one(const Fields& fields, std::initializer_list<const char*> names) {
    const std::vector<std::string> values = all(fields, names);
    std::string text;
    append_folded(text, values.empty() ? "" : values.front());
    return text;
}

} // namespace

HtmlMetadata read_linked_data(std::string_view json) {
    LinkedDataReader reader;
    nlohmann::json::sax_parse(json, &reader);
    HtmlMetadata found;
    found.title = one(reader.article, {"headline", "name"});
    found.date = published_date(one(reader.article, {"datePublished", "dateCreated"}));
    found.outlet = one(reader.article, {"publisher.name"});
    found.url = one(reader.article, {"url", "mainEntityOfPage.@id", "mainEntityOfPage"});
    found.authors = all(reader.article, {"author.name", "author", "creator"});
    return found;
}

} // namespace actorgraph
