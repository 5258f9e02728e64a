const section = (id: string, title: string): string => `<section aria-labelledby="h-${id}">
<h2 id="h-${id}">${title} <span class="count" id="count-${id}"></span></h2>
<div class="sheet"><table id="${id}"></table><p class="empty" id="empty-${id}" hidden></p></div>
</section>`;

/** The inspector's page: headings and empty tables that its script fills. */
export const INSPECTOR_HTML: string = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>smsproof sandbox</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/_sandbox/inspector.css">
</head>
<body>
<header>
<h1>smsproof <span>sandbox</span></h1>
<p class="clock"><time id="now">…</time> <span id="mode"></span></p>
<div class="buttons" role="group" aria-label="Time">
<button type="button" data-advance="10000">+10 s</button>
<button type="button" data-advance="60000">+1 min</button>
<button type="button" data-advance="3600000">+1 h</button>
<button type="button" id="reset" class="grave">Reset</button>
</div>
</header>
<p id="problem" role="alert" hidden></p>
<main>
<dl id="figures"></dl>
${section("tests", "Tests")}
${section("messages", "Messages")}
${section("callbacks", "Callbacks")}
${section("faults", "Faults")}
</main>
<footer id="places"></footer>
<script type="module" src="/_sandbox/inspector.js"></script>
</body>
</html>
`;
