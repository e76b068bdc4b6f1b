#pragma once

#include "extractor/relate/skeleton.hpp"
#include "extractor/relate/status.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace actorgraph {

/// A skeleton with something taken out, so that short rules reach far. `origin[i]` is the skeleton
/// byte of text byte `i`; it has one entry more than the text.
struct View {
    std::string_view name; ///< whole, bare, main clause, unattributed, lifted
    std::string text;
    std::vector<std::uint32_t> origin;
    std::vector<SkeletonToken> tokens;
    bool is_rewritten = false;    ///< some of its words are not the sentence's
    bool is_reordered = false;    ///< an actor stands elsewhere than in the sentence: it wakes rules of its own
    bool only_leaves_out = false; ///< its text is the sentence's with gaps, nothing is written anew
    std::vector<Span> silenced; ///< skeleton bytes whose cues do not touch this view
    std::vector<Span> lifted;   ///< cue words taken out of verb groups
    bool shares_subject = false; ///< its verb has the subject of another one
};

/// Makes the views of one sentence after the other and keeps their room.
class ViewMaker {
  public:
    explicit ViewMaker(const Rulebook& rules) : rules_(rules) {}

    /// Views of a skeleton, the whole first, each different from those before it; good until the next call.
    /// bare: without parentheses, titles before persons, "of ORG" behind them, ages, "who was for ten years".
    /// main clause: bare, without appositions and relative clauses.
    /// unattributed: main clause, without "X said" and quotation marks.
    /// coordinated: main clause, a later verb phrase behind its subject; also with its verbs of status lifted.
    /// asked: "Is <p0> the son of <p1>?" reads "<p0> is the son of <p1>?".
    /// shared part: a later member of a list in the place of the first.
    /// fronted clause: "Expelled from X, Y wrote" reads "Y was expelled from X".
    /// first of two roles: "chairman and founder of X" reads "chairman of X".
    /// lifted: with the verbs of status taken out: "X denied meeting Y" reads "X meeting Y".
    /// A view that would read like its base is not made. O(length of the views).
    const std::vector<const View*>& make(const Skeleton& skeleton,
                                         const std::vector<SkeletonToken>& tokens,
                                         const std::vector<CueHit>& cues);

  private:
    View& fresh();
    const View& whole(const Skeleton& skeleton, const std::vector<SkeletonToken>& tokens);
    /// `base` without the bytes of `ranges_`, or `base` itself when there are none.
    const View& without(const View& base, std::string_view name);
    void copy_without(const View& base, View& out);
    void copy_piece(const View& base, Span piece, View& out, std::size_t& token);
    const View& bare(const View& whole);
    const View& first_roles(const View& bare);
    const View& main_clause(const View& bare);
    const View& unattributed(const View& main, const std::vector<CueHit>& cues);
    const View& lifted(const View& base, const std::vector<CueHit>& cues, std::string_view name);
    const View& commas(const View& whole);
    const View& whose(const View& whole);
    const View* asked(const View& bare);
    void add_coordinated(const View& main, const std::vector<CueHit>& cues);
    void add_shared_parts(const View& base);
    void add_fronted(const View& base, const std::vector<CueHit>& cues);
    void keep(const View& view);

    const Rulebook& rules_;
    std::vector<std::unique_ptr<View>> room_;
    std::size_t used_ = 0;
    std::vector<Span> ranges_; ///< to be left out
    std::vector<const View*> kept_;
};

} // namespace actorgraph
