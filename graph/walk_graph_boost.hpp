#pragma once

#include "graph/walk_graph.hpp"

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/transform_iterator.hpp>
#include <boost/property_map/property_map.hpp>

#include <utility>

/// WalkGraph as a model of boost::VertexListGraph, IncidenceGraph and AdjacencyGraph, so that Boost's algorithms run on
/// it. Every pair stands for two edges, one each way, as Boost reads undirected rows.
namespace actorgraph {

struct WalkTraversal : boost::incidence_graph_tag, boost::vertex_list_graph_tag, boost::adjacency_graph_tag {};

/// A half-edge with its source, which rows do not store.
struct WalkEdge {
    std::uint32_t from = 0;
    std::uint32_t half_edge = 0;
    friend bool operator==(const WalkEdge&, const WalkEdge&) = default;
};

struct ToWalkEdge {
    using result_type = WalkEdge;
    std::uint32_t from = 0;
    WalkEdge operator()(std::uint32_t half_edge) const { return {from, half_edge}; }
};
struct ToWalkTarget {
    using result_type = std::uint32_t;
    const WalkGraph* graph = nullptr;
    std::uint32_t operator()(std::uint32_t half_edge) const { return graph->target(half_edge); }
};

using WalkVertexIterator = boost::counting_iterator<std::uint32_t>;
using WalkOutIterator = boost::transform_iterator<ToWalkEdge, WalkVertexIterator, WalkEdge, WalkEdge>;
using WalkAdjacentIterator =
    boost::transform_iterator<ToWalkTarget, WalkVertexIterator, std::uint32_t, std::uint32_t>;

inline std::pair<WalkVertexIterator, WalkVertexIterator> vertices(const WalkGraph& graph) {
    return {WalkVertexIterator(0), WalkVertexIterator(static_cast<std::uint32_t>(graph.vertices()))};
}
inline std::size_t num_vertices(const WalkGraph& graph) { return graph.vertices(); }
inline std::uint32_t source(WalkEdge edge, const WalkGraph&) { return edge.from; }
inline std::uint32_t target(WalkEdge edge, const WalkGraph& graph) { return graph.target(edge.half_edge); }
inline std::pair<WalkOutIterator, WalkOutIterator> out_edges(std::uint32_t vertex, const WalkGraph& graph) {
    return {WalkOutIterator(WalkVertexIterator(graph.first(vertex)), {vertex}),
            WalkOutIterator(WalkVertexIterator(graph.end(vertex)), {vertex})};
}
inline std::size_t out_degree(std::uint32_t vertex, const WalkGraph& graph) { return graph.degree(vertex); }
inline std::pair<WalkAdjacentIterator, WalkAdjacentIterator> adjacent_vertices(std::uint32_t vertex,
                                                                               const WalkGraph& graph) {
    return {WalkAdjacentIterator(WalkVertexIterator(graph.first(vertex)), {&graph}),
            WalkAdjacentIterator(WalkVertexIterator(graph.end(vertex)), {&graph})};
}
inline boost::typed_identity_property_map<std::uint32_t> get(boost::vertex_index_t, const WalkGraph&) { return {}; }

/// Costs of half-edges as a readable property map.
struct WalkCostMap {
    using value_type = std::uint32_t;
    using reference = std::uint32_t;
    using key_type = WalkEdge;
    using category = boost::readable_property_map_tag;
    const WalkGraph* graph = nullptr;
};
inline std::uint32_t get(const WalkCostMap& map, WalkEdge edge) { return map.graph->cost(edge.half_edge); }
inline WalkCostMap get(boost::edge_weight_t, const WalkGraph& graph) { return {&graph}; }

} // namespace actorgraph

namespace boost {

template <> struct graph_traits<actorgraph::WalkGraph> {
    using vertex_descriptor = std::uint32_t;
    using edge_descriptor = actorgraph::WalkEdge;
    using directed_category = directed_tag;
    using edge_parallel_category = disallow_parallel_edge_tag;
    using traversal_category = actorgraph::WalkTraversal;
    using vertex_iterator = actorgraph::WalkVertexIterator;
    using out_edge_iterator = actorgraph::WalkOutIterator;
    using adjacency_iterator = actorgraph::WalkAdjacentIterator;
    using in_edge_iterator = void;
    using edge_iterator = void;
    using vertices_size_type = std::size_t;
    using edges_size_type = std::size_t;
    using degree_size_type = std::size_t;
    static vertex_descriptor null_vertex() { return actorgraph::WalkGraph::none; }
};

template <> struct property_map<actorgraph::WalkGraph, vertex_index_t> {
    using type = typed_identity_property_map<std::uint32_t>;
    using const_type = type;
};
template <> struct property_map<actorgraph::WalkGraph, edge_weight_t> {
    using type = actorgraph::WalkCostMap;
    using const_type = type;
};

} // namespace boost
