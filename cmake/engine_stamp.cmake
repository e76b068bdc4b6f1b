# Writes OUT: a C++ file with a digest of the sources that decide what a document says (core, rules,
# extractor), so that a case file knows which program read its documents.
# usage: cmake -DSOURCE=dir -DOUT=file -P engine_stamp.cmake
cmake_minimum_required(VERSION 3.25)
file(GLOB_RECURSE sources RELATIVE ${SOURCE} ${SOURCE}/core/*.?pp ${SOURCE}/rules/*.?pp
     ${SOURCE}/extractor/*.?pp)
list(SORT sources)
set(digests "")
foreach(source ${sources})
    file(SHA256 ${SOURCE}/${source} digest)
    string(APPEND digests "${source} ${digest}\n")
endforeach()
string(SHA256 stamp "${digests}")
file(CONFIGURE OUTPUT ${OUT} @ONLY CONTENT
"#include \"cli/engine.hpp\"

const char* const actorgraph::program_stamp = \"@stamp@\";
")
