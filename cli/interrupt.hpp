#pragma once

namespace actorgraph {

/// From now on Ctrl-C, or the TERM signal of a service manager, only sets a mark, so that what is finished can be written. A second one kills.
void catch_interrupts();

bool was_interrupted();

} // namespace actorgraph
