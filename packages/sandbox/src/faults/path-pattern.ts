/**
 * Whether a path fits a pattern, `*` standing for any run of characters. Looks at each run once: a regular
 * expression of as many stars could be kept busy for hours by one path.
 */
export function fitsPattern(path: string, pattern: string): boolean {
  const [first = "", ...rest] = pattern.split("*");
  const last = rest.pop();
  if (last === undefined) return path === first;
  if (path.length < first.length + last.length || !path.startsWith(first) || !path.endsWith(last))
    return false;
  let at = first.length;
  for (const run of rest) {
    const found = path.indexOf(run, at);
    if (found < 0) return false;
    at = found + run.length;
  }
  return at <= path.length - last.length;
}
