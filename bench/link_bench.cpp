// Time and memory of linking a made case. usage: actorgraph_link_bench [DOCUMENTS]   (100000 unless told; ten actors each)
#include "graph/link_case.hpp"

#include <fmt/core.h>

#include <cmath>
#include <cstdlib>
#include <random>

#include <sys/resource.h>

using namespace actorgraph;

namespace {

constexpr std::size_t actors_a_document = 10;

double processor_seconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec) + static_cast<double>(usage.ru_utime.tv_usec) / 1e6;
}

double peak_megabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

/// Names as a corpus has them: few in very many documents, most in one; a surname has many bearers, one mention in
/// five is short.
class Names {
  public:
    Entity next() {
        const double share = std::uniform_real_distribution<>(0, 1)(random_);
        const auto number = static_cast<std::size_t>(std::exp(share * 12.5)); // up to 270,000 people
        const std::string surname = "surname" + std::to_string(number % 20011);
        Entity entity;
        entity.type = number % 4 == 0 ? "organization" : "person";
        const bool is_short = random_() % 5 == 0;
        entity.name = is_short ? surname : "Given" + std::to_string(number % 977) + " " + surname;
        entity.mentions.push_back({{0, 10}, MentionForm::name, {}});
        return entity;
    }
    std::uint32_t number(std::uint32_t below) { return static_cast<std::uint32_t>(random_() % below); }

  private:
    std::mt19937 random_{7};
};

void fill(LinkInput& input, LinkAids& aids, std::size_t documents) {
    Names names;
    for (std::size_t d = 0; d < documents; ++d) {
        DocumentFacts facts;
        facts.id = fmt::format("document{:07}", d);
        TextSketch sketch;
        std::vector<Profile> profiles;
        for (std::uint32_t i = 0; i < actors_a_document; ++i) {
            facts.entities.push_back(names.next());
            Profile profile{i, {names.number(40)}, {}};
            for (std::uint32_t word = 0; word < 30; ++word) {
                profile.words.push_back(word * 2000 + names.number(2000));
            }
            profiles.push_back(std::move(profile));
        }
        for (std::uint32_t i = 0; i < 200; ++i) {
            sketch.shingles.push_back(i * 20'000'000U + names.number(20'000'000));
        }
        sketch.shingle_count = sketch.shingles.size();
        Claim claim;
        claim.relation = "met_with";
        claim.target = 1;
        claim.quote = facts.id + " says so";
        facts.claims.push_back(std::move(claim));
        input.facts.push_back(std::move(facts));
        input.sketches.push_back(std::move(sketch));
        aids.profiles.push_back(std::move(profiles));
    }
}

} // namespace

int main(int argc, char** argv) {
    const std::size_t documents = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 100'000;
    LinkInput input;
    LinkAids aids;
    fill(input, aids, documents);
    const double made = peak_megabytes();
    const double begin = processor_seconds();
    const LinkedCase linked = link_case(input, aids, [](std::string_view) { return true; });
    fmt::print("{} documents, {} document actors, {} actors, {} pairs in doubt\n", documents, linked.actor_of.size(),
               linked.graph.actors().size(), linked.who.doubts.size());
    fmt::print("linked in {:.1f} s of processor time; peak {:.0f} MB, of them {:.0f} MB the facts and sketches\n",
               processor_seconds() - begin, peak_megabytes(), made);
}
