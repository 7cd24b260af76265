// Writes the gallery's pages from the parts below, so that each page wears the same chrome.
// Everything in it is made up. Run: npm run gallery
import { readFileSync, writeFileSync } from "node:fs";

const here = new URL("./", import.meta.url);
const logo = readFileSync(new URL("../src/logo.html", here), "utf8").trim();
const words = {
  "verified-yes": "Verified: yes", "verified-no": "Verified: no", "claimed-yes": "Claimed: yes", "claimed-no": "Claimed: no",
  contested: "Contested", unknown: "Unknown", "not-applicable": "Does not apply", unreviewed: "Read, not reviewed", aged: "Too old, ask again",
};
const legend = (extra = "") => `<ul class="standing-legend" aria-label="What the marks mean"${extra}>${Object.entries(words).map(([is, word]) => `<li><span class="standing" data-is="${is}">${word}</span></li>`).join("")}</ul>`;
const standing = (is, word = words[is]) => `<span class="standing" data-is="${is}">${word}</span>`;

const sections = { See: ["Facilities", "Audits &amp; answers", "Countries"], Act: ["Action plan", "Meetings", "Learning", "Bargaining"], Protect: ["Grievances", "Agreements", "Monitoring"], Report: ["Results", "Good practice"] };
const nav = (current) => `<nav class="nav" aria-label="Main"><ul>${Object.entries(sections).map(([verb, nouns]) => `
    <li><span class="nav-title">${verb}</span><ul>${nouns.map((noun) => `<li><a href="#main"${noun === current ? ' aria-current="page"' : ""}>${noun}${noun === "Grievances" ? ' <span class="badge badge-sm badge-error">2<span class="sr"> new</span></span>' : ""}</a></li>`).join("")}</ul></li>`).join("")}
  </ul></nav>`;
const page = ({ title, current, lang = "en", dir = "ltr", width = "", head = "", body, shell = true }) => {
  const side = `<p class="programme"><span>Programme</span>South Asia FoA 2026–27</p>
  ${nav(current)}
  <div class="nav-foot"><span>Noor Jansen · Brand A</span><form class="languages" method="post" action="index.html"><ul aria-label="Language"><li><button class="btn btn-sm btn-ghost" aria-current="true" lang="en">English</button></li><li><button class="btn btn-sm btn-ghost" lang="nl">Nederlands</button></li><li><button class="btn btn-sm btn-ghost" lang="bn">বাংলা</button></li><li><button class="btn btn-sm btn-ghost" lang="km">ខ្មែរ</button></li></ul></form></div>`;
  const brand = `<a class="brand" href="index.html">${logo}Amplify</a>`;
  const main = `<main class="page ${width}" id="main" tabindex="-1">${body}</main>`;
  return `<!doctype html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Amplify gallery</title>
${head}<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/src/styles/app.css">
<script type="module" src="/src/main.ts"></script>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
${shell ? `<div class="shell">
<header class="topbar">${brand}<details class="topbar-menu"><summary>Menu</summary><div class="topbar-panel">${side}</div></details></header>
<header class="sidebar">${brand}${side}</header>
${main}
</div>` : main}
</body>
</html>
`;
};

const mark = (side, is, word, quote, from) => `<td data-label="${side}">${quote
  ? `<details class="mark" name="mark"><summary><span class="standing is-mark" data-is="${is}"><span class="standing-word">${word}</span></span></summary><div class="mark-body"><blockquote class="evidence">“${quote}”<cite class="evidence-from">${from}</cite></blockquote></div></details>`
  : `<span class="standing is-mark" data-is="${is}"><span class="standing-word">${word}</span></span>`}</td>`;
const sides = ["Workers", "Union", "Inspector", "Audit", "Management"];
const answers = {
  y: ["verified-yes", "Yes"], n: ["verified-no", "No"], "?": ["unknown", "Not asked"], m: ["unreviewed", "No, not reviewed"], o: ["aged", "Yes, in 2021"], "-": ["not-applicable", "Does not apply"],
};
const row = (id, name, pattern, is, remark = "") => `<tr id="${id}"><th scope="row">${name}</th>${[...pattern].map((key, index) => {
  const [drawn, word] = answers[key];
  return mark(sides[index], drawn, word, key === "?" || key === "-" ? "" : "We asked three workers of the sewing floor, off site; all three named the same union and its chair.", "Interview off site, 3 workers · 4 May 2026");
}).join("")}<td data-label="Standing">${standing(is)}${remark ? `<span class="row-sub">${remark}</span>` : ""}</td></tr>`;

const facility = page({ title: "Facility", current: "Facilities", body: `
<nav class="crumbs" aria-label="Where you are"><ol><li><a href="#main">Facilities</a></li><li><a href="#main">Bangladesh</a></li></ol></nav>
<div class="page-head"><div><h1>Meghna Knit Composite Ltd. <span class="aside-word">fictional</span></h1>
<p class="page-sub">Plot 14, Gazipur, Dhaka · 2,340 workers, 61% women · cut &amp; sew · sourced by 3 brands (you and 2 who agreed to be seen)</p></div>
<div class="actions"><a class="btn" href="#main">Prepare a talk</a><a class="btn btn-primary" href="#main">Add evidence</a></div></div>
<div class="flash" role="status" data-kind="done">The answer of 4 May was added.</div>
<nav class="tabs" aria-label="Parts of this facility"><ul><li><a href="#main" aria-current="page">Profile</a></li><li><a href="#main">Audits <span class="badge badge-sm badge-plain">4</span></a></li><li><a href="#main">Answers</a></li><li><a href="#main">History</a></li></ul></nav>
<div class="grid-4">
<a class="card glance" href="#union"><div class="glance-label">Trade union</div><div class="glance-value">Contested</div>${standing("contested", "2 sources say yes, 1 says no")}</a>
<a class="card glance" href="#committee"><div class="glance-label">Participation committee</div><div class="glance-value">Appointed, not elected</div>${standing("verified-no", "Verified · workers, union")}</a>
<a class="card glance" href="#agreement"><div class="glance-label">Collective agreement</div><div class="glance-value">None</div>${standing("claimed-no", "Claimed · audit only")}</a>
<a class="card glance" href="#grievance"><div class="glance-label">Grievance mechanism</div><div class="glance-value">Works</div>${standing("verified-yes", "Verified · 4 of 4 tested")}</a></div>
<section class="card has-table" aria-labelledby="known"><div class="section-head"><h2 id="known">What we know, and from whom</h2>
<ul class="standing-legend" aria-label="What the marks mean"><li>${standing("verified-yes", "yes")}</li><li>${standing("verified-no", "no")}</li><li>${standing("unknown", "not asked")}</li></ul></div>
<table class="data signature"><thead><tr><th scope="col">Indicator</th>${sides.map((side) => `<th scope="col">${side}</th>`).join("")}<th scope="col">Standing</th></tr></thead><tbody>
${row("union", "A trade union is active at the site", "yy?nn", "contested")}
${row("committee", "Worker representatives were freely elected", "nn?yy", "verified-no")}
${row("reprisal", "Workers can join a union without reprisal", "???yy", "claimed-yes", "an audit cannot settle this")}
${row("agreement", "A collective agreement is in force", "???m?", "unreviewed")}
${row("grievance", "Workers trust the grievance mechanism", "yy-yy", "verified-yes")}
${row("women", "Women are among the representatives", "o????", "aged")}
${row("promise", "Workers hold a signed promise of no retaliation", "?????", "unknown")}
${row("strike", "A strike took place in the last year", "-----", "not-applicable")}
</tbody></table></section>
<div class="grid-main">
<section class="card"><h2>What to do next</h2><ol class="next">
<li><span class="route"><span class="sr">Route </span>A</span><div><div class="next-title">Interview workers off site, with the union, about the disputed union</div><p class="muted small">Because the audit of 12 May spoke to no worker representative · interpreter: Bangla</p></div></li>
<li><span class="route"><span class="sr">Route </span>C</span><div><div class="next-title">Agree a corrective action plan on committee elections</div><p class="muted small">Two other brands source here and are open to acting together</p></div></li></ol></section>
<section class="card"><h2>Latest audit, read</h2><blockquote class="evidence">“There is no trade union at the factory. A participation committee exists and its members are selected by management.”<cite class="evidence-from">p. 14 · announced, 2 auditor-days, 24 workers, 0 representatives</cite></blockquote>
<div class="coverage mt-3"><div><span id="unseen">What this audit could not see</span><strong>7 of 11 indicators</strong></div><progress class="progress progress-warning" value="7" max="11" aria-labelledby="unseen"></progress></div></section></div>
<section class="card flow"><h2>Audits</h2>
<article class="flow audit-card"><h3><a class="link" href="review.html">Audit of 12 May 2026</a></h3><p class="muted small">12 May 2026 · read, 3 answers wait for review</p><details open><summary>What it saw and did not see</summary><ul class="spots"><li data-sight="examined"><strong>Union</strong>: examined</li><li data-sight="not-examined"><strong>Bargaining</strong>: not examined</li><li data-sight="could-not-see"><strong>Reprisals</strong>: could not be seen <span class="muted small">workers were interviewed on site only</span></li></ul></details></article>
<article class="flow audit-card"><h3><a class="link" href="review.html">Audit of 3 June 2025</a></h3><p class="muted small">3 June 2025 · reviewed</p></article></section>
<section class="card flow"><h2>All questions</h2><details class="topic"><summary>Committee <span class="muted small">3 of 9</span></summary><p>Answers.</p></details><details class="topic"><summary>Reprisals <span class="muted small">1 of 6</span></summary><p><span class="standing" data-is="verified-yes" data-tone="bad">Verified: yes, workers were punished</span> <span class="standing" data-is="verified-no" data-tone="neutral">Verified: no union</span></p></details></section>
<section class="card"><h2>The facility</h2><dl class="facts"><dt>Address</dt><dd>Plot 14, Gazipur, Dhaka, Bangladesh</dd><dt>Numbers</dt><dd>OS ID BD2026000XYZ00 (fictional)</dd><dt>Languages of workers</dt><dd><span lang="bn">বাংলা</span>, English</dd></dl></section>` });

const names = ["Meghna Knit Composite Ltd.", "Surma Denim Works", "Tonle Garment Co.", "Işık Tekstil A.Ş.", "May Áo Hòa Bình"];
const places = [["Gazipur", "Bangladesh"], ["Narayanganj", "Bangladesh"], ["Phnom Penh", "Cambodia"], ["İzmir", "Türkiye"], ["Bình Dương", "Viet Nam"]];
const kinds = Object.keys(words);
const list = page({ title: "List", current: "Facilities", body: `
<div class="page-head"><div><h1>Facilities</h1><p class="page-sub">1,234 facilities in 9 countries; 412 with a union that workers confirm.</p></div>
<div class="actions"><a class="btn" href="#main">Download</a><a class="btn btn-primary" href="#main">Import a list</a></div></div>
<details class="filters"><summary>Filters <span class="badge badge-tint">2</span></summary><form class="filters-body" method="get" data-island="filters">
<div class="field"><label for="q">Name or place</label><input class="input" id="q" name="q" type="search" value="knit"></div>
${["Country", "Union", "Committee", "Agreement", "Grievance", "Brand"].map((label) => `<div class="field"><label for="f-${label}">${label}</label><select class="select" id="f-${label}" name="${label.toLowerCase()}"><option value="">All</option><option>Contested</option></select></div>`).join("")}
<div class="actions"><button class="btn btn-primary">Show</button><a class="btn btn-ghost" href="list.html">Clear</a></div></form></details>
<div class="table-wrap"><table class="data stack"><caption class="sr">Facilities</caption><thead><tr><th scope="col" aria-sort="ascending"><a href="#main">Facility</a></th><th scope="col"><a href="#main">Country</a></th><th scope="col" class="is-number">Workers</th><th scope="col">Union</th><th scope="col">Committee</th><th scope="col">Agreement</th><th scope="col">Grievance</th></tr></thead><tbody>
${names.map((name, index) => `<tr><th scope="row"><a class="row-link" href="facility.html">${name}</a><span class="row-sub">${places[index][0]}</span></th><td data-label="Country">${places[index][1]}</td><td data-label="Workers" class="is-number">${(index * 731 + 340).toLocaleString("en")}</td>${["Union", "Committee", "Agreement", "Grievance"].map((label, column) => `<td data-label="${label}">${standing(kinds[(index * 4 + column * 3) % kinds.length])}</td>`).join("")}</tr>`).join("\n")}
</tbody></table></div>
<nav class="pages" aria-label="Pages"><p class="pages-count">1–50 of 1,234 facilities</p><ul><li><a href="#main" aria-current="page"><span class="sr">Page </span>1</a></li><li><a href="#main"><span class="sr">Page </span>2</a></li><li><span>…</span></li><li><a href="#main"><span class="sr">Page </span>25</a></li><li><a href="#main" rel="next">Next</a></li></ul></nav>` });

const form = page({ title: "Forms", current: "Audits &amp; answers", width: "is-narrow", body: `
<nav class="crumbs" aria-label="Where you are"><ol><li><a href="#main">Facilities</a></li><li><a href="#main">Meghna Knit Composite Ltd.</a></li></ol></nav>
<div class="page-head"><div><h1>Add an answer</h1><p class="page-sub">One source, one indicator, one day.</p></div></div>
<div class="error-summary" role="alert" aria-labelledby="wrong" tabindex="-1"><h2 id="wrong">There is a problem</h2><ul><li><a href="#said">Enter what the source said</a></li><li><a href="#day">The day must be in the past</a></li></ul></div>
<ol class="steps-plain" aria-label="Steps"><li data-done>Choose the file</li><li aria-current="step">Match the columns</li><li>Look at it</li></ol>
<form class="form" method="post" data-island="unsaved" data-keep="gallery" data-kept="What you typed before is back.">
<div class="field"><label for="indicator">Indicator</label><select class="select" id="indicator" name="indicator"><option>A trade union is active at the site</option></select></div>
<div class="field"><label for="said">What was said</label><p class="hint" id="said-hint">In the source's own words, in any language.</p><p class="error" id="said-error"><span class="sr">Mistake: </span>Enter what the source said</p><textarea class="textarea" id="said" name="said" rows="4" aria-describedby="said-hint said-error" aria-invalid="true" placeholder="“We have had a union since 2024.”"></textarea></div>
<fieldset class="field"><legend>Who said it?</legend><div class="choices"><label class="choice"><input class="radio radio-primary" type="radio" name="side" value="workers" checked> Workers</label><label class="choice"><input class="radio radio-primary" type="radio" name="side" value="union"> Union</label><label class="choice"><input class="checkbox checkbox-primary" type="checkbox" name="off" value="1" checked> Spoken to off site</label></div></fieldset>
<div class="field-row"><div class="field"><label for="day">Day</label><p class="error" id="day-error"><span class="sr">Mistake: </span>The day must be in the past</p><input class="input is-short" id="day" name="day" type="date" aria-invalid="true" aria-describedby="day-error"></div><div class="field"><label for="count">Workers spoken to</label><input class="input is-short" id="count" name="count" inputmode="numeric"></div></div>
<label class="choice"><input class="toggle toggle-primary" type="checkbox" name="quote"> Others may read the quote</label>
<div class="actions"><button class="btn btn-primary">Add the answer</button><a class="btn btn-ghost" href="#main">Leave it</a></div></form>
<div class="actions"><button class="btn">Plain</button><button class="btn btn-primary">Ask the supplier</button><button class="btn btn-error">Delete for good</button><button class="btn btn-quiet-error">Reject</button><button class="btn" disabled>Not yet</button><button class="btn btn-sm">Small</button></div>` });

const parts = page({ title: "Parts", current: "Audits &amp; answers", body: `
<div class="page-head"><div><h1>Parts</h1></div></div>
<div class="flash" role="status" data-kind="done">12 facilities were added.</div><div class="flash" role="status" data-kind="warn">3 rows have no country.</div><div class="flash" role="status" data-kind="wrong">The file could not be read: it is locked by a password.</div><div class="flash" role="status">A newer list is there.</div>
<section class="card"><h2>Standing</h2>${legend()}</section>
<section><h2 class="mb-3">Files being read</h2><ul class="work" data-island="progress" data-src="progress.json" data-lost="The connection is lost; trying again.">
<li class="work-row" data-row="1" data-is="reading"><span class="work-name">meghna-knit-2026-05-12.pdf</span><span class="work-state" data-state>Reading page 3 of 12</span><progress class="progress" value="25" max="100" aria-label="meghna-knit-2026-05-12.pdf"></progress><div class="actions"><button class="btn btn-sm">Stop</button></div></li>
<li class="work-row" data-row="2" data-is="done"><span class="work-name">tonle-garment.docx</span><span class="work-state" data-state>Read: 14 answers, 7 blind spots</span><div class="actions" data-when-done><a class="btn btn-sm" href="review.html">Review</a></div></li>
<li class="work-row" data-row="3" data-is="failed"><span class="work-name">scan_0017.pdf</span><span class="work-state" data-state>Scanned pages; install tesseract on the server, then try again</span><div class="actions"><button class="btn btn-sm">Try again</button></div></li></ul></section>
<div class="grid-2"><div class="empty"><h2>No facilities yet</h2><p>Bring in the list of suppliers you have; any spreadsheet will do. You see what is in it before anything is kept.</p><a class="btn btn-primary" href="#main">Import a list</a></div>
<div class="note" role="note">An audit alone never verifies that workers may organise. Ask the workers or their union.</div></div>
<form method="post" enctype="multipart/form-data" action="upload.html" data-island="upload" data-max-bytes="1048576" data-too-big="{name} is larger than {limit} and will be refused." data-sending="Sending, {percent}%" data-lost="The connection was lost. Your choice is kept; send again." data-refused="The server did not take it ({status})." data-drop="or drop files here"><div class="dropzone"><div class="field"><label for="files">Audit files</label><p class="hint" id="files-hint">PDF, Word, Excel, text or web pages; up to 100 MB each.</p><input class="file-input" type="file" id="files" name="files" multiple aria-describedby="files-hint"></div></div><div class="actions mt-3"><button class="btn btn-primary">Read these files</button></div></form>
<div class="grid-3"><section class="card"><h2>Law</h2><ul class="dated"><li><p>30 workers may register a union in a workplace of any size. <span class="muted">(made up)</span></p><p class="muted small">Ministry notice, 3 February 2026</p></li><li><p>The inspectorate published 212 findings on unions. <span class="muted">(made up)</span></p><p class="muted small">Yearly report, 2025</p></li></ul></section>
<section class="card"><h2>Badges</h2><p class="actions"><span class="badge badge-plain">Draft</span><span class="badge badge-tint">Route B</span><span class="badge badge-error">2</span><span class="badge badge-demo">fictional</span><span class="badge badge-primary">New</span><span class="badge badge-success">Done</span><span class="badge badge-warning">Late</span></p></section>
<section class="card"><h2>Words of workers</h2><blockquote class="evidence" lang="bn">“৫ মে আমরা ইউনিয়নের ফরম জমা দিই। পরদিন আমাদের তিনজনকে কাজে ঢুকতে দেয়নি।”<cite class="evidence-from">গাজীপুর · ৬ মে ২০২৬</cite></blockquote><blockquote class="evidence mt-3" lang="km">“យើងបានជ្រើសរើសតំណាងរបស់យើង។”</blockquote></section></div>
<div class="table-wrap"><table class="data"><thead><tr><th scope="col">Row</th><th scope="col">Column</th><th scope="col">What is wrong</th></tr></thead><tbody><tr class="is-wrong"><td>17</td><td>country</td><td>“Bangla Desh” is no country we know; write Bangladesh or BD.</td></tr><tr><td>18</td><td>latitude</td><td>Fine now.</td></tr></tbody></table></div>` });

const quotes = [["There is no trade union at the factory.", "A trade union is active at the site", "No"], ["A participation committee exists and its members are selected by management.", "Worker representatives were freely elected", "No"], ["No collective agreement was available for review.", "A collective agreement is in force", "No"], ["The auditors interviewed 24 workers on site and no worker representative.", "Worker representatives were interviewed", "No"]];
const review = page({ title: "Review", current: "Audits &amp; answers", width: "is-wide", body: `
<nav class="crumbs" aria-label="Where you are"><ol><li><a href="#main">Audits</a></li><li><a href="#main">Meghna Knit Composite Ltd.</a></li></ol></nav>
<div class="page-head"><div><h1>Review the reading</h1><p class="page-sub">Audit of 12 May 2026, 31 pages · 3 of 4 answers wait for you</p></div><div class="actions"><a class="btn" href="#main">Open the original</a></div></div>
<div class="review" data-island="review"><section class="doc" tabindex="0" aria-label="The document's text">
${[14, 15, 16].map((number, at) => `<div class="doc-page" id="page-${number}"><p class="doc-page-number">Page ${number}</p><div class="doc-text">3.${at + 1} Freedom of association

The site was visited over two days. Management showed its policy, which is posted near the gate in Bangla and English. ${at < 2 ? `<mark id="quote-${at + 1}" data-quote="${at + 1}">${quotes[at][0]}</mark>` : `<mark id="quote-3" data-quote="3">${quotes[2][0]} <mark id="quote-4" data-quote="4">${quotes[3][0]}</mark></mark>`} Wage records of three months were compared with attendance; differences of less than two percent were explained by the pay office.

Minutes of four meetings were shown. They deal with the canteen, drinking water and the prayer room. No minutes mention wages or working hours.

The next visit is planned within twelve months.</div></div>`).join("")}</section>
<div class="flow"><p class="keys" data-keys hidden><span><kbd>j</kbd> <kbd>k</kbd> next, previous</span><span><kbd>a</kbd> accept</span><span><kbd>r</kbd> reject</span><label class="keys-on"><input class="checkbox checkbox-sm" type="checkbox" data-keys-on checked> Keys</label></p>
<ol class="proposals">${quotes.map(([quote, indicator, answer], at) => `<li class="proposal" id="proposal-${at + 1}" data-proposal="${at + 1}" tabindex="-1"${at === 3 ? " data-decided" : ""}><div class="proposal-head"><span>${indicator}</span>${at === 3 ? standing("verified-no", "No · accepted by you") : standing("unreviewed", `${answer}, read by the machine`)}</div><blockquote class="evidence">“${quote}”<cite class="evidence-from"><a href="#quote-${at + 1}">p. ${14 + Math.min(at, 2)}</a></cite></blockquote>
<form method="post" action="review.html" class="actions"><button class="btn btn-sm btn-primary" name="decision" value="accept" data-accept>Accept</button><button class="btn btn-sm" name="decision" value="correct">Correct</button><button class="btn btn-sm btn-quiet-error" name="decision" value="reject" data-reject>Reject</button></form></li>`).join("")}</ol></div></div>` });

const map = page({ title: "Map", current: "Facilities", body: `
<div class="page-head"><div><h1>Map</h1><p class="page-sub">60 fictional facilities in five countries.</p></div></div>
<section class="map" data-island="map" data-src="facilities.json" aria-label="Map of facilities" data-open="Open the profile" data-visible="{shown} of {total} facilities in view." data-more="Zoom in to list them." data-cluster="{count} facilities, zoom in" data-zoom-in="Zoom in" data-zoom-out="Zoom out" data-close="Close" data-failed="The map could not be drawn. The list below has everything." data-empty="No facility here has a place on the map yet.">
${legend(" data-legend")}
<div data-fallback><p>The list that stands in for the map.</p></div></section>` });

const signIn = page({ title: "Sign in", shell: false, width: "is-narrow", body: `<p class="brand">${logo}Amplify</p><h1>Sign in</h1><form class="form" method="post"><div class="field"><label for="mail">Mail address</label><input class="input" id="mail" name="mail" type="email" autocomplete="username"></div><div class="field"><label for="secret">Passphrase</label><input class="input" id="secret" name="secret" type="password" autocomplete="current-password"></div><div class="actions"><button class="btn btn-primary">Sign in</button></div></form>` });

const rtl = page({ title: "Right to left", lang: "ar", dir: "rtl", current: "Facilities", body: `<nav class="crumbs" aria-label="موقعك"><ol><li><a href="#main">المنشآت</a></li><li><a href="#main">الأردن</a></li></ol></nav><div class="page-head"><div><h1>مصنع خيالي للملابس</h1><p class="page-sub">الضليل · ١٢٠٠ عامل</p></div><div class="actions"><a class="btn btn-primary" href="#main">أضف دليلاً</a></div></div><section class="card has-table" aria-labelledby="k"><div class="section-head"><h2 id="k">ما نعرفه، وممّن</h2></div><table class="data signature"><thead><tr><th scope="col">المؤشر</th>${sides.map((side) => `<th scope="col">${side}</th>`).join("")}<th scope="col">الحالة</th></tr></thead><tbody>${row("u", "توجد نقابة في الموقع", "yy?nn", "contested")}</tbody></table></section><blockquote class="evidence">«لا توجد نقابة في المصنع.»<cite class="evidence-from">ص ١٤</cite></blockquote>` });

const keptClear = page({ title: "Taken", current: "Facilities", head: '<meta name="kept-clear" content="gallery">\n', body: `<h1>The answer was added</h1>` });

const pages = { "kept-clear": keptClear, facility, list, form, parts, review, map, "sign-in": signIn, rtl };
for (const [name, html] of Object.entries(pages)) writeFileSync(new URL(`${name}.html`, here), html);
writeFileSync(new URL("index.html", here), page({ title: "Index", current: "", body: `<h1>Gallery</h1><ul class="flow">${Object.keys(pages).map((name) => `<li><a href="${name}.html">${name}</a></li>`).join("")}</ul>` }));

// Sixty points around five towns, the same at each run.
let seed = 7;
const chance = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
const towns = [[90.4, 23.9, "Bangladesh"], [104.9, 11.55, "Cambodia"], [27.1, 38.4, "Türkiye"], [106.7, 11.1, "Viet Nam"], [77.6, 12.95, "India"]];
writeFileSync(new URL("facilities.json", here), JSON.stringify({ type: "FeatureCollection", features: Array.from({ length: 60 }, (_, at) => {
  const [east, north, country] = towns[at % towns.length];
  return { type: "Feature", geometry: { type: "Point", coordinates: [+(east + (chance() - 0.5) * 2).toFixed(4), +(north + (chance() - 0.5) * 1.4).toFixed(4)] }, properties: { id: at + 1, name: `Fictional Garments ${at + 1}`, country, standing: kinds[Math.floor(chance() * kinds.length)], url: "facility.html" } };
}) }) + "\n");
writeFileSync(new URL("progress.json", here), `${JSON.stringify({ rows: [{ id: 1, state: "done", state_text: "Read: 9 answers, 6 blind spots", percent: 100 }, { id: 2, state: "done", state_text: "Read: 14 answers, 7 blind spots", percent: 100 }] })}\n`);
