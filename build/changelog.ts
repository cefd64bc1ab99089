/** CHANGELOG.md: a heading for each version, and one for what is not released yet. */
const unreleased = /^## \S+ – unreleased$/m;

/** Names the unreleased part after its version and day. */
export function dated(changelog: string, version: string, day: string): string {
  if (!unreleased.test(changelog)) throw new Error('CHANGELOG.md has nothing unreleased.');
  return changelog.replace(unreleased, `## ${version} – ${day}`);
}

/** What it says of a version. */
export function notesOf(changelog: string, version: string): string {
  const parts = changelog.split(/^## /m);
  const part = parts.find(
    (one) => one.startsWith(`${version} – `) || one.startsWith(`${version}\n`),
  );
  if (part === undefined) throw new Error(`CHANGELOG.md has no version ${version}.`);
  return part.slice(part.indexOf('\n')).trim();
}
