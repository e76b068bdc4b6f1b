#include "extractor/readers.hpp"
#include "extractor/readers/html/metadata.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace actorgraph;

namespace {

const std::string article =
    R"(<!DOCTYPE html><html><head><title>Bridge opens - The Harbour Post</title>
<meta charset="utf-8"><meta property="og:site_name" content="The Harbour Post">
<meta property="og:url" content="https://www.harbourpost.example/bridge">
<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},{"@type":"NewsArticle",
"headline":"Bridge opens","datePublished":"2022-05-06T09:00:00Z","author":[{"@type":"Person","name":"Ina Vale"},
{"@type":"Person","name":"Tom Reed"}],"publisher":{"name":"Harbour Post"}}]}</script>
<style>p { color: red }</style></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport and much more of it</a></li></ul></nav>
<article><h1>Bridge opens</h1><div class="byline">By Ina Vale</div>
<p>The mayor of Lowport, Greta Holm, opened the new bridge on Friday after years of delay.</p>
<figure><img src="a.jpg"><figcaption>Greta Holm on the bridge</figcaption></figure>
<script>var tracking = "The minister said nothing at all about it.";</script>
<p>&ldquo;It took too long,&rdquo; said the engineer Paul Stern, who had led the&nbsp;work since 2015.</p>
<h2>What it cost</h2>
<ul><li>Steel: 4 million</li><li>Wages: 6 million</li></ul>
<p>Advertisement</p>
<p>The council of Lowport will publish the accounts of the work before the end of the year.</p>
<div class="related-links"><h3>Related</h3><p>Another town has a bridge as well, and it is longer than ours by far.</p></div>
</article>
<section id="comments"><p>I never liked the old bridge, and I like this one even less than that one.</p></section>
<footer><p>Copyright 2022 The Harbour Post. All rights reserved. Nothing may be copied at all.</p></footer>
</body></html>)";

Document read_page(const std::string& html) {
    const auto read = parse_documents(html, "page.html");
    REQUIRE(read.documents.size() == 1);
    CHECK(read.tally.read == html.size());
    return read.documents[0];
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("a page gives its article and not what stands around it", "[extractor][readers]") {
    const Document page = read_page(article);
    CHECK(page.text.rfind("The mayor of Lowport", 0) == 0);
    CHECK(holds(page.text, "led the work since"));
    CHECK(holds(page.text, "What it cost\n\nSteel: 4 million"));
    for (const char* other : {"Home", "tracking", "Another town", "old bridge", "Copyright",
                              "Advertisement", "By Ina", "color"}) {
        INFO(other);
        CHECK_FALSE(holds(page.text, other));
    }
}

TEST_CASE("captions stand behind the body and are set aside", "[extractor][readers]") {
    const Document page = read_page(article);
    REQUIRE(page.set_aside.size() == 1);
    const Span span = page.set_aside[0].span;
    CHECK(page.text.substr(span.begin, span.end - span.begin) == "Greta Holm on the bridge");
    CHECK(page.set_aside[0].reason == "caption");
    CHECK(span.end == page.text.size());
}

TEST_CASE("a page says who wrote it, when and where", "[extractor][readers]") {
    const Document page = read_page(article);
    CHECK(page.title == "Bridge opens");
    CHECK(page.date == "2022-05-06");
    CHECK(page.outlet == "Harbour Post");
    CHECK(page.url == "https://www.harbourpost.example/bridge");
    CHECK(page.authors == std::vector<std::string>{"Ina Vale", "Tom Reed"});
    const Document bare =
        read_page("<h1>Top</h1><time datetime='2020-01-02'>x</time><p rel=author>By Al Low</p>"
                  "<link rel=canonical href='http://www.a.example/b'><p>Hello there.</p>");
    CHECK(bare.title == "Top");
    CHECK(bare.date == "2020-01-02");
    CHECK(bare.outlet == "a.example");
    CHECK(bare.authors == std::vector<std::string>{"Al Low"});
}

TEST_CASE("linked data that is broken or too deep says nothing", "[extractor][readers]") {
    CHECK(read_linked_data("{\"@type\":\"NewsArticle\",\"headline\":").title.empty());
    CHECK(read_linked_data(std::string(100000, '[')).title.empty());
    CHECK(read_linked_data(R"({"@type":["Thing","BlogPosting"],"name":"N"})").title == "N");
    CHECK(read_linked_data(R"({"@type":"Person","name":"N"})").title.empty());
}

TEST_CASE("teasers of other stories are left out, whatever holds them", "[extractor][readers]") {
    std::string html =
        "<div><h1>Top</h1><p>The first sentence of the story is as long as sentences are, "
        "and a second one follows it in the same paragraph of the page.</p></div><div>";
    for (int i = 0; i < 5; ++i) {
        html +=
            "<div class=card><h3><a href=x>Another headline</a></h3><p>Some lines that tell what "
            "the other story on the other page is about, in a sentence.</p></div>";
    }
    const Document page = read_page(html + "</div>");
    CHECK(holds(page.text, "first sentence"));
    CHECK_FALSE(holds(page.text, "other story"));
}

TEST_CASE("a page without prose gives all the text it shows", "[extractor][readers]") {
    CHECK(read_page("<p><b>John<table><tr><td>Smith<!-- <script>if(a</b>").text == "John\n\nSmith");
    CHECK(
        read_page("<body><script>a</script><style>b</style><template>c</template><noscript>d</noscript>")
            .text.empty());
    CHECK(read_page("<p hidden>a</p><p style='display:none'>b</p><p>c &lt;d&gt;</p>").text ==
          "c <d>");
}

TEST_CASE("the charset a page declares is believed when its bytes allow", "[extractor][readers]") {
    CHECK(read_page("<meta charset=windows-1251><p>\xCF\xF0\xE8\xE2\xE5\xF2</p>").text ==
          "\xD0\x9F\xD1\x80\xD0\xB8\xD0\xB2\xD0\xB5\xD1\x82");
    CHECK(read_page("<meta charset=latin1><p>Zo\xC3\xAB</p>").text == "Zo\xC3\xAB");
}

TEST_CASE("a page that nests too deep or grows too large is refused, not fatal",
          "[extractor][readers]") {
    std::string deep;
    for (int i = 0; i < 20000; ++i) {
        deep += "<div>";
    }
    CHECK(read_page(deep + "John Smith").text == "John Smith");
    ReadOptions options;
    options.limits.memory_bytes = 1U << 20U;
    const auto read = parse_documents(deep + "x", "deep.html", options);
    CHECK(read.documents.empty());
    REQUIRE(read.problems.size() == 1);
    CHECK(read.problems[0].message ==
          "the page needs more than 1 MiB of memory or 3 s of processor time");
    CHECK(read.tally.refused == read.tally.bytes);
}
