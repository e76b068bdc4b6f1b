#pragma once

#include "extractor/readers/intake.hpp"

namespace actorgraph {

/// JSON lines: an object a line, its fields by `FieldMap`. A bad line is an error that names it;
/// the others are read. One line stands in memory at a time.
void read_jsonl(ByteSource& source, const Intake& reading);

/// JSON: an object, an array of objects, or objects behind each other; one object stands in memory
/// at a time. A bad object is an error that names its line.
void read_json(ByteSource& source, const Intake& reading);

} // namespace actorgraph
