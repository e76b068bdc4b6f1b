#include "graph/edge_filter.hpp"

#include <algorithm>

namespace actorgraph {
namespace {

bool holds(const std::vector<std::string>& list, const std::string& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

/// "2017" and "2017-05" say the same as far as both say anything.
int compare(std::string_view a, std::string_view b) {
    const std::size_t common = std::min(a.size(), b.size());
    return a.substr(0, common).compare(b.substr(0, common));
}

bool is_within(const Evidence& evidence, const EdgeFilter& filter) {
    const bool has_time = !evidence.time.from.empty() || !evidence.time.to.empty();
    const std::string& begin = has_time ? evidence.time.from : evidence.date;
    const std::string& end = has_time ? evidence.time.to : evidence.date;
    const bool starts_in_time = begin.empty() || filter.to.empty() || compare(begin, filter.to) <= 0;
    const bool ends_in_time = end.empty() || filter.from.empty() || compare(end, filter.from) >= 0;
    return starts_in_time && ends_in_time;
}

bool has_status(const ActorEdge& edge, StatusFilter wanted) {
    if (is_denied(edge) || wanted == StatusFilter::any) {
        return true; // denials are asked for on their own
    }
    return edge.modality == Modality::reported ||
           (wanted == StatusFilter::alleged && edge.modality == Modality::alleged);
}

} // namespace

bool is_denied(const ActorEdge& edge) {
    return edge.polarity == Polarity::negated || edge.modality == Modality::denied;
}

bool passes(const ActorEdge& edge, const EdgeFilter& filter) {
    const bool is_relation_wanted = (filter.relations.empty() || holds(filter.relations, edge.relation)) &&
                                    !holds(filter.without, edge.relation);
    const bool is_status_wanted = (filter.with_denied || !is_denied(edge)) && has_status(edge, filter.status);
    const bool is_sure = edge.sources >= filter.min_sources &&
                         (edge.evidence.empty() || edge.evidence.front().confidence <= 0.0 || // not told
                          edge.evidence.front().confidence >= filter.min_confidence);
    const bool is_timely = (filter.from.empty() && filter.to.empty()) ||
                           std::any_of(edge.evidence.begin(), edge.evidence.end(),
                                       [&](const Evidence& one) { return is_within(one, filter); });
    return is_relation_wanted && is_status_wanted && is_sure && is_timely;
}

} // namespace actorgraph
