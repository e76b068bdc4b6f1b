#pragma once

#include "export/json_writer.hpp"
#include "graph/case_graph.hpp"

#include <string>

namespace actorgraph {

/// One edge in words: "Ana Reyes -> accused -> Bo Li [alleged by the ministry]".
std::string edge_text(const CaseGraph& graph, const ActorEdge& edge);

/// How sure and by whom: " [alleged by the ministry]", " [says Ana Reyes]"; empty when plainly reported.
std::string status_text(const ActorEdge& edge);

/// Where a piece of evidence stands: "a.txt, The Post, 2021-03-04".
std::string place_text(const Evidence& evidence);

/// How well an edge is proved: "2 independent sources in 3 documents; 1 denial".
std::string support_text(const ActorEdge& edge);

/// "1 hop", "2 hops".
std::string counted(std::size_t count, const char* noun);

/// {"id", "name", "type"}
void write_actor_json(JsonWriter& json, const Actor& actor);

/// {"document", "outlet", "date", "quote", "start", "end", "rule", "speaker"}
void write_evidence_json(JsonWriter& json, const Evidence& evidence);

/// The hop object of docs/formats.md: ends, relation, status, time, counts, denials and all evidence.
void write_edge_json(JsonWriter& json, const CaseGraph& graph, const ActorEdge& edge);

} // namespace actorgraph
