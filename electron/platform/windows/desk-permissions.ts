import type { WebContents } from 'electron';

/** Text to the clipboard, by a button that copies; and a page shown full screen. Reading the clipboard is neither. */
const allowed: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen']);

/** What the desk may do of all that its session refuses. Other pages of the session still may do nothing. */
export function allowDesk(desk: WebContents): void {
  desk.session.setPermissionRequestHandler((contents, permission, answer) =>
    answer(contents === desk && allowed.has(permission)),
  );
  desk.session.setPermissionCheckHandler(
    (contents, permission) => contents === desk && allowed.has(permission),
  );
}
