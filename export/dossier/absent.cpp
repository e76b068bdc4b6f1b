#include "export/dossier.hpp"

// Takes the place of the page when npm or its packages were not to be had.
const std::string_view actorgraph::dossier_head;
const std::string_view actorgraph::dossier_tail;
