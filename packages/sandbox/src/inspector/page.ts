/** The inspector's page: headings and empty tables that its script fills. */
export const INSPECTOR_HTML = `<!doctype html>
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
<h1>smsproof sandbox</h1>
<p id="now" aria-live="off">…</p>
<div class="buttons" role="group" aria-label="Time">
<button type="button" data-advance="10000">+10 s</button>
<button type="button" data-advance="60000">+1 min</button>
<button type="button" data-advance="3600000">+1 h</button>
<button type="button" id="reset">Reset</button>
</div>
</header>
<p id="problem" role="alert" hidden></p>
<main>
<section aria-labelledby="h-tests"><h2 id="h-tests">Tests</h2><div class="scroll"><table id="tests"></table></div></section>
<section aria-labelledby="h-messages"><h2 id="h-messages">Messages</h2><div class="scroll"><table id="messages"></table></div></section>
<section aria-labelledby="h-callbacks"><h2 id="h-callbacks">Callbacks</h2><div class="scroll"><table id="callbacks"></table></div></section>
<section aria-labelledby="h-faults"><h2 id="h-faults">Faults</h2><div class="scroll"><table id="faults"></table></div></section>
</main>
<script type="module" src="/_sandbox/inspector.js"></script>
</body>
</html>
`;
