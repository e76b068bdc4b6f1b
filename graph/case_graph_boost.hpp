#pragma once

#include "graph/case_graph.hpp"

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/transform_iterator.hpp>
#include <boost/property_map/property_map.hpp>

#include <utility>

/// CaseGraph as a model of boost::BidirectionalGraph, VertexListGraph and EdgeListGraph, so that Boost's
/// algorithms run on it. A vertex is an index into actors(), an edge an index into edges().
namespace actorgraph {

struct CaseGraphTraversal : boost::bidirectional_graph_tag,
                            boost::vertex_list_graph_tag,
                            boost::edge_list_graph_tag {};

/// An edge with its ends, since Boost asks source(e, g) of the descriptor.
struct CaseEdge {
    std::uint32_t index = 0;
    friend bool operator==(const CaseEdge&, const CaseEdge&) = default;
    friend auto operator<=>(const CaseEdge&, const CaseEdge&) = default;
};

struct ToCaseEdge {
    using result_type = CaseEdge;
    CaseEdge operator()(std::uint32_t index) const { return {index}; }
};

using CaseVertexIterator = boost::counting_iterator<std::uint32_t>;
using CaseEdgeIterator = boost::transform_iterator<ToCaseEdge, CaseVertexIterator, CaseEdge, CaseEdge>;
using CaseIncidentIterator =
    boost::transform_iterator<ToCaseEdge, const std::uint32_t*, CaseEdge, CaseEdge>;

inline std::pair<CaseVertexIterator, CaseVertexIterator> vertices(const CaseGraph& graph) {
    return {CaseVertexIterator(0),
            CaseVertexIterator(static_cast<std::uint32_t>(graph.actors().size()))};
}
inline std::size_t num_vertices(const CaseGraph& graph) { return graph.actors().size(); }
inline std::size_t num_edges(const CaseGraph& graph) { return graph.edges().size(); }
inline std::uint32_t source(CaseEdge edge, const CaseGraph& graph) {
    return graph.edges()[edge.index].source;
}
inline std::uint32_t target(CaseEdge edge, const CaseGraph& graph) {
    return graph.edges()[edge.index].target;
}
inline std::pair<CaseEdgeIterator, CaseEdgeIterator> edges(const CaseGraph& graph) {
    const auto end = static_cast<std::uint32_t>(graph.edges().size());
    return {CaseEdgeIterator(CaseVertexIterator(0), {}),
            CaseEdgeIterator(CaseVertexIterator(end), {})};
}
inline std::pair<CaseIncidentIterator, CaseIncidentIterator> out_edges(std::uint32_t actor,
                                                                       const CaseGraph& graph) {
    const auto [first, last] = graph.out(actor);
    return {CaseIncidentIterator(first, {}), CaseIncidentIterator(last, {})};
}
inline std::pair<CaseIncidentIterator, CaseIncidentIterator> in_edges(std::uint32_t actor,
                                                                      const CaseGraph& graph) {
    const auto [first, last] = graph.in(actor);
    return {CaseIncidentIterator(first, {}), CaseIncidentIterator(last, {})};
}
inline std::size_t out_degree(std::uint32_t actor, const CaseGraph& graph) {
    const auto [first, last] = graph.out(actor);
    return static_cast<std::size_t>(last - first);
}
inline std::size_t in_degree(std::uint32_t actor, const CaseGraph& graph) {
    const auto [first, last] = graph.in(actor);
    return static_cast<std::size_t>(last - first);
}
inline std::size_t degree(std::uint32_t actor, const CaseGraph& graph) {
    return out_degree(actor, graph) + in_degree(actor, graph);
}
inline boost::typed_identity_property_map<std::uint32_t> get(boost::vertex_index_t,
                                                             const CaseGraph&) {
    return {};
}
inline std::uint32_t get(boost::vertex_index_t, const CaseGraph&, std::uint32_t actor) {
    return actor;
}

} // namespace actorgraph

namespace boost {

template <> struct graph_traits<actorgraph::CaseGraph> {
    using vertex_descriptor = std::uint32_t;
    using edge_descriptor = actorgraph::CaseEdge;
    using directed_category = bidirectional_tag;
    using edge_parallel_category = allow_parallel_edge_tag;
    using traversal_category = actorgraph::CaseGraphTraversal;
    using vertex_iterator = actorgraph::CaseVertexIterator;
    using edge_iterator = actorgraph::CaseEdgeIterator;
    using out_edge_iterator = actorgraph::CaseIncidentIterator;
    using in_edge_iterator = actorgraph::CaseIncidentIterator;
    using vertices_size_type = std::size_t;
    using edges_size_type = std::size_t;
    using degree_size_type = std::size_t;
    static vertex_descriptor null_vertex() { return static_cast<vertex_descriptor>(-1); }
};

template <> struct property_map<actorgraph::CaseGraph, vertex_index_t> {
    using type = typed_identity_property_map<std::uint32_t>;
    using const_type = type;
};

} // namespace boost
