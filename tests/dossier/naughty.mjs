// Prints node-link JSON whose names, aliases and quotes try to run a script or to break the page. usage: node naughty.mjs
const STRINGS = [
  "</script><script>window.naughty=1</script>", "<!--<script>", "-->", "<script>window.naughty=1</script>", "]]>",
  "<img src=x onerror=window.naughty=1>", "<svg onload=window.naughty=1>", "\"><img src=x onerror=window.naughty=1>",
  "' onmouseover='window.naughty=1", "\" autofocus onfocus=\"window.naughty=1", "javascript:window.naughty=1",
  "<iframe srcdoc='<script>parent.naughty=1</script>'>", "<a href=\"javascript:window.naughty=1\">x</a>", "{{case}}", "${naughty=1}",
  "\\u003cscript>window.naughty=1\\u003c/script>", "&lt;script&gt;window.naughty=1&lt;/script&gt;", "%3Cscript%3E", "`${window.naughty=1}`",
  "\u2028window.naughty=1\u2029", "\u202Eevitanretla\u202C", "a\u0000b\u0007c", "\uFEFF", "Ω≈ç√∫˜µ≤≥÷", "田中さんにあげて下さい", "🏳️‍🌈👩‍👩‍👧‍👦", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A", "هُنَاكَ",
  "__proto__", "constructor", "toString", "hasOwnProperty", "null", "undefined", "NaN", "-1", "0x0", "1e308", "(.*)+$", "[a-", "\\", "'; DROP TABLE actors;--",
  "x".repeat(5000), " ", "<style>*{display:none}</style>", "<base href=//example.org>", "<meta http-equiv=refresh content=0>", "<link rel=stylesheet href=//example.org>",
];
const nodes = STRINGS.map((name, i) => ({ id: `person:${i}`, name, type: i % 5 ? "person" : name, aliases: [name + "!"], documents: [name], mentions: 1 }));
const edges = STRINGS.map((text, i) => ({
  source: `person:${i}`, target: `person:${(i + 1) % STRINGS.length}`, relation: i % 7 ? "met_with" : text, modality: "reported", polarity: "affirmed",
  sources: 1, documents: [text], evidence: [{ document: text, outlet: text, date: i % 3 ? "2021-03-04" : text, quote: `${text} ${STRINGS[(i + 1) % STRINGS.length]}`,
    start: 0, end: 5, rule: text, speaker: text, role: text, channel: text }],
}));
console.log(JSON.stringify({ directed: true, multigraph: true, nodes, edges }));
