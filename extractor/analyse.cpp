#include "extractor/analyse.hpp"

#include "extractor/recognise/names.hpp"
#include "extractor/relate.hpp"
#include "extractor/resolve.hpp"
#include "extractor/segment.hpp"

namespace actorgraph {

DocumentFacts analyse(const Document& document, const Rulebook& rules) {
    Segmentation segmentation = segment(document);
    const auto accounts = recognise_accounts(document.text);
    const auto names = recognise_names(document.text, segmentation, accounts, rules.lexicon);
    auto entities = resolve(document, segmentation, names, accounts, rules.lexicon);
    auto claims = relate(document, segmentation, entities, rules);
    return {document.id,
            document.sha256,
            document.title,
            document.date,
            document.outlet,
            document.text,
            std::move(segmentation.skipped),
            std::move(entities),
            std::move(claims)};
}

} // namespace actorgraph
